// The page with two articles to be read, in every bundler. In: the page. Out: two drawn timelines.

import 'article-timeline/element';
