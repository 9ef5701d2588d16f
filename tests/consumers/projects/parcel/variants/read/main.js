import 'article-timeline/element';
