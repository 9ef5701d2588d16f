'use client';

import 'article-timeline/element';

export const Element = () => null;
