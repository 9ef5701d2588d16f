// The fonts that browsers see in the tests: DejaVu from npm and no others, so that words are as wide on every Linux machine, whatever is
// installed there. In: nothing. Out: the path of a configuration for fontconfig, from which all three engines take their fonts on Linux.
// Elsewhere (macOS, Windows) browsers ask the system, and nothing here reaches them.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../../..');
export const FONTS = path.join(ROOT, 'node_modules/dejavu-fonts-ttf/ttf');
// Not in target/browser, which is emptied: reading the fonts anew costs each first browser a second.
const FOLDER = path.join(ROOT, 'target/browser-fonts');

const GENERIC = { serif: 'DejaVu Serif', 'sans-serif': 'DejaVu Sans', 'system-ui': 'DejaVu Sans', monospace: 'DejaVu Sans Mono' };

/** Writes the configuration and gives its path. */
export function fontConfiguration() {
	if (!existsSync(FONTS)) throw new Error(`${FONTS} is missing; \`npm ci\` installs it`);
	const named = Object.entries(GENERIC).map(([generic, family]) => match(`<test name="family"><string>${generic}</string></test>`, 'prepend', family));
	// What a page names and nobody has here, is sans in the end; weakly, or WebKit takes it for what was named and asks for no further family.
	const other = match('', 'append_last', 'DejaVu Sans', 'weak');
	const lines = ['<?xml version="1.0"?>', '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">', '<fontconfig>', `<dir>${FONTS}</dir>`, `<cachedir>${FOLDER}/cache</cachedir>`, ...named, other];
	// How letters are smoothed and moved to whole pixels is a matter of taste on desktops, and changes their widths.
	lines.push(`<match target="font"><edit name="hinting" mode="assign"><bool>false</bool></edit><edit name="antialias" mode="assign"><bool>true</bool></edit></match>`);
	mkdirSync(FOLDER, { recursive: true });
	const file = path.join(FOLDER, 'fonts.conf');
	writeFileSync(file, [...lines, '</fontconfig>', ''].join('\n'));
	return file;
}

function match(test, mode, family, binding = 'strong') {
	return `<match target="pattern">${test}<edit name="family" mode="${mode}" binding="${binding}"><string>${family}</string></edit></match>`;
}
