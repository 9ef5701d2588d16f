// An article that stands in the page. In: its element. Out: its headline, dates and blocks as article JSON, and the way from a place in a block
// back to the page. It changes nothing of the page, and knows no word of any language.

// What is read, and as what.
const KINDS = { P: 'paragraph', DD: 'paragraph', LI: 'list-item', BLOCKQUOTE: 'quote', FIGCAPTION: 'caption', H1: 'heading', H2: 'heading', H3: 'heading', H4: 'heading', H5: 'heading', H6: 'heading' };
const BLOCKS = Object.keys(KINDS).join().toLowerCase();
// What stands in an article and is none of it.
const FURNITURE = 'article-timeline,nav,aside,footer,form,dialog,template,script,style,noscript,[hidden],[aria-hidden=true]';

// White space as the core knows it (Unicode's property), which is not quite that of `\s`.
const SPACE = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const SPACES = new RegExp(`${SPACE.source}+`, 'g');
const fold = (text) => text.replace(SPACES, ' ').replace(/^ | $/g, '');

/** `article`: what the reader takes; `elements`: where each of its blocks stands, in the same order. */
export function readPage(root) {
	const isOfArticle = (element) => {
		const furniture = element.closest(FURNITURE);
		return !furniture || furniture.contains(root);
	};
	const title = headlineOf(root);
	const [blocks, elements] = [[], []];
	for (const element of root.querySelectorAll(BLOCKS)) {
		// What wraps other blocks is none.
		if (element === title || !isOfArticle(element) || element.querySelector(BLOCKS)) continue;
		const [kind, text] = [kindOf(element), fold(element.textContent)];
		if (!kind || !text) continue;
		blocks.push({ kind, text });
		elements.push(element);
	}
	// The first that the reader can read is the day of publication.
	const times = [...root.querySelectorAll('time[datetime]')].filter(isOfArticle).map((time) => time.getAttribute('datetime'));
	return { article: { headline: title && fold(title.textContent), times, blocks }, elements };
}

// The article's own h1, else the page's when it is the only one.
function headlineOf(root) {
	const own = root.querySelector('h1');
	if (own) return own;
	const all = root.ownerDocument.querySelectorAll('h1');
	return all.length === 1 ? all[0] : undefined;
}

function kindOf(element) {
	const kind = KINDS[element.tagName];
	return kind === 'paragraph' && element.closest('blockquote') ? 'quote' : kind;
}

/**
 * The stretch of the page that holds this part of a block's text, in UTF-16 units of the text as it was read: runs of white space are one unit,
 * none at the start. Nothing when the page has changed since.
 */
export function rangeOf(element, from, to) {
	const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	const range = element.ownerDocument.createRange();
	let [count, wasSpace, isOpen] = [0, true, false];
	while (walker.nextNode()) {
		const node = walker.currentNode;
		for (let place = 0; place < node.data.length; place++) {
			const isSpace = SPACE.test(node.data[place]);
			if (!isSpace || !wasSpace) {
				if (!isOpen && count >= from) {
					range.setStart(node, place);
					isOpen = true;
				}
				count++;
				if (count >= to) {
					if (!isOpen) return undefined;
					range.setEnd(node, place + 1);
					return range;
				}
			}
			wasSpace = isSpace;
		}
	}
	return undefined;
}
