// Style sheets on shadow roots: made once, and shared. In: rules as text. Out: what a root wears. It leaves alone what others have put there.

// While an element is on its way it holds the room that a usual timeline takes, higher where it is narrow, so that the page does not jump when it comes. A float without
// width holds a height open, and a percentage in its padding is one of the width. Where nothing stands in for the timeline, its rule says that something is on its way; a list that does scrolls in that room, so that it leaves no
// other height behind.
export const ROOM = ':host(:not([hidden])){display:flow-root;min-inline-size:0;margin-block:1.5em}:host::before{content:"";float:left;font-size:clamp(15px,1em,22px);padding-block-end:calc(44em - 20%)}:host::after{content:". . .";display:block;block-size:0;overflow:hidden;visibility:hidden;word-spacing:60em}.loading{border-block-start:2px solid}@media print{:host::before{content:none}}@media screen{:host{position:relative}::slotted(ol){position:absolute;inset:0;overflow:auto}}';
export const GONE = ':host{display:none!important}';

const made = {};

function sheetOf(rules) {
	if (!made[rules]) (made[rules] = new CSSStyleSheet()).replaceSync(rules);
	return made[rules];
}

/** Whether a browser has sheets that are made by scripts; one that has none is told to be too old. */
export const canDress = () => 'adoptedStyleSheets' in Document.prototype;

const without = (root, sheets) => root.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));

/** Puts on a sheet with these rules. */
export function dress(root, rules) {
	if (canDress()) root.adoptedStyleSheets = [...without(root, [made[rules]]), sheetOf(rules)];
}

/** Takes off the sheet with these rules, or every one of ours. */
export function undress(root, rules) {
	if (canDress()) root.adoptedStyleSheets = without(root, rules ? [made[rules]] : Object.values(made));
}
