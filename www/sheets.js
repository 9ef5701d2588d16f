// Style sheets on shadow roots: made once, and shared. In: rules as text. Out: what a root wears. It leaves alone what others have put there.

// While an element is on its way it holds the room that a usual timeline takes, higher where it is narrow, so that the page does not jump when it comes. A float without
// width holds a height open, and a percentage in its padding is one of the width. Where nothing stands in for the timeline, its rule says that something is on its way.
export const ROOM = ':host(:not([hidden])){display:flow-root}:host::before{content:"";float:left;padding-block-end:calc(44rem - 20%)}.loading{border-block-start:2px solid}@media print{:host::before{content:none}}';
export const GONE = ':host{display:none!important}';

const made = {};

function sheetOf(rules) {
	if (!made[rules]) (made[rules] = new CSSStyleSheet()).replaceSync(rules);
	return made[rules];
}

// A browser that has none is told to be too old.
function wear(root, sheets, isOn) {
	const rest = root.adoptedStyleSheets?.filter((sheet) => !sheets.includes(sheet));
	if (rest) root.adoptedStyleSheets = isOn ? [...rest, ...sheets] : rest;
}

/** Puts on a sheet with these rules. */
export const dress = (root, rules) => wear(root, [sheetOf(rules)], true);

/** Takes off the sheet with these rules, or every one of ours. */
export const undress = (root, rules) => wear(root, rules ? [made[rules]] : Object.values(made));
