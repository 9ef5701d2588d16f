import type * as all from './index.js';

declare global {
	/** What `<script src="…/global.js">` leaves on the page; `configure` may be called at once. */
	var ArticleTimeline: Pick<typeof all, 'analyze' | 'tag' | 'parse' | 'convert' | 'renderToString' | 'createTimeline' | 'configure'> & { settings: all.Configuration };
}
