// An adapter as pages have it whose custom elements were compiled to ES5: it takes the places of HTMLElement and of define, and calls every constructor as a function.
// It is here to be survived.

(() => {
	const NativeHTMLElement = window.HTMLElement;
	const nativeDefine = customElements.define;
	const tags = new Map();
	let isBrowsers = false;
	window.HTMLElement = function () {
		if (!isBrowsers) {
			const tag = tags.get(this.constructor);
			return document.createElement(tag);
		}
		isBrowsers = false;
	};
	window.HTMLElement.prototype = NativeHTMLElement.prototype;
	Object.defineProperty(window.HTMLElement, Symbol.hasInstance, { value: (value) => value instanceof NativeHTMLElement });
	Object.defineProperty(customElements, 'define', {
		configurable: true,
		value(tag, definition) {
			tags.set(definition, tag);
			class StandIn extends NativeHTMLElement {
				constructor() {
					super();
					Object.setPrototypeOf(this, definition.prototype);
					isBrowsers = true;
					definition.call(this);
				}
			}
			nativeDefine.call(customElements, tag, StandIn);
		},
	});
})();
