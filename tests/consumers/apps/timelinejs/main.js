import { show } from './show.js';

show(document.querySelector('#timeline'));
