// The three engines: how each is found, started and spoken to, and the two things for which WebDriver has no words
// (the size of the viewport, the preferred colour scheme). Everything else is the same for all: see page.mjs.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FONTS } from './fonts.mjs';
import { openSession as openMarionette } from './marionette.mjs';
import { environment, freePort, installed, newHome, start } from './processes.mjs';
import { openSession as openWebDriver } from './webdriver.mjs';

/** Longest time for any one answer, in milliseconds. */
export const LIMIT = 30_000;

const TIMEOUTS = { script: 15_000, pageLoad: 20_000, implicit: 0 };

/**
 * By engine: `missing` says what is not installed (or nothing), `start` gives { send, resize, colorScheme, end }.
 * `resize` may take the size for that of the window; `colorScheme` may give another engine to go on with.
 */
export const ENGINES = {
	chromium: { missing: () => lacks({ chromium: CHROMIUM(), 'chromium-driver': installed('chromedriver') }), start: startChromium },
	firefox: { missing: () => lacks({ 'firefox-esr': FIREFOX() }), start: startFirefox },
	webkit: { missing: () => lacks({ 'webkit2gtk-driver': installed('WebKitWebDriver') && MINI_BROWSER(), xvfb: installed('Xvfb') }), start: startWebKit },
};

const CHROMIUM = () => installed('chromium', 'chromium-browser', 'google-chrome');
const FIREFOX = () => installed('firefox-esr', 'firefox');
const MINI_BROWSER = () => {
	const folders = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((machine) => `/usr/lib/${machine}`).concat('/usr/lib', '/usr/lib64', '/usr/libexec');
	return installed(...folders.flatMap((folder) => ['4.1', '6.0', '4.0'].map((version) => `${folder}/webkit2gtk-${version}/MiniBrowser`)));
};

function lacks(programs) {
	return Object.keys(programs).filter((name) => !programs[name]).join(' ');
}

async function startChromium({ width, height }) {
	const home = newHome('chromium');
	const driver = start(installed('chromedriver'), ['--port=0'], { env: environment(home.path) });
	try {
		const [, port] = await driver.says(/started successfully on port (\d+)/, LIMIT);
		const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
		flags.push('--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--hide-scrollbars', '--force-color-profile=srgb');
		flags.push(`--user-data-dir=${path.join(home.path, 'profile')}`, `--window-size=${width},${height}`);
		const options = { binary: CHROMIUM(), args: flags };
		const send = await openWebDriver(`http://127.0.0.1:${port}`, { browserName: 'chrome', timeouts: TIMEOUTS, 'goog:chromeOptions': options, 'goog:loggingPrefs': { browser: 'ALL' } }, LIMIT);
		const cdp = (cmd, params) => send('Cdp', { cmd, params });
		// A headless window may or may not have the focus, by version and load; without it no focusin is fired.
		await cdp('Emulation.setFocusEmulationEnabled', { enabled: true });
		return {
			send,
			resize: (w, h) => cdp('Emulation.setDeviceMetricsOverride', { width: w, height: h, deviceScaleFactor: 1, mobile: false }),
			colorScheme: (scheme) => cdp('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] }),
			media: (media, features) => cdp('Emulation.setEmulatedMedia', { media, features: Object.entries(features).map(([name, value]) => ({ name, value })) }),
			async work() {
				await cdp('Performance.enable', { timeDomain: 'threadTicks' });
				const { metrics } = await cdp('Performance.getMetrics', {});
				return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
			},
			console: () => send('Log', { type: 'browser' }),
			throttle: (rate) => cdp('Emulation.setCPUThrottlingRate', { rate }),
			async heap() {
				await cdp('HeapProfiler.collectGarbage', {});
				return (await cdp('Runtime.getHeapUsage', {})).usedSize;
			},
			scale: (factor, w, h) => cdp('Emulation.setDeviceMetricsOverride', { width: w, height: h, deviceScaleFactor: factor, mobile: false }),
			async end() {
				await send('DeleteSession').catch(() => {});
				await driver.end();
				home.remove();
			},
		};
	} catch (error) {
		await driver.end();
		home.remove();
		throw error;
	}
}

// The first line of prefs is for the protocol, the rest for silence: no update, no welcome page, no request to anywhere.
const FIREFOX_PREFERENCES = {
	'marionette.port': 0,
	'remote.active-protocols': 2,
	'app.normandy.enabled': false,
	'app.update.disabledForTesting': true,
	'browser.aboutwelcome.enabled': false,
	'browser.newtabpage.enabled': false,
	'browser.safebrowsing.downloads.enabled': false,
	'browser.safebrowsing.malware.enabled': false,
	'browser.safebrowsing.phishing.enabled': false,
	'browser.shell.checkDefaultBrowser': false,
	'browser.startup.page': 0,
	'browser.startup.homepage_override.mstone': 'ignore',
	'datareporting.policy.dataSubmissionEnabled': false,
	'dom.disable_open_during_load': false,
	'extensions.getAddons.cache.enabled': false,
	'extensions.systemAddon.update.enabled': false,
	'extensions.update.enabled': false,
	'network.captive-portal-service.enabled': false,
	'network.connectivity-service.enabled': false,
	// The sandbox of a page's process lets it read the system's fonts only.
	'security.sandbox.content.read_path_whitelist': `${FONTS}/`,
	'services.settings.server': 'data:,',
	'toolkit.telemetry.reportingpolicy.firstRun': false,
	'ui.prefersReducedMotion': 0,
};

async function startFirefox({ width, height }) {
	const home = newHome('firefox');
	const preferences = Object.entries(FIREFOX_PREFERENCES).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
	writeFileSync(path.join(home.path, 'user.js'), preferences.join(''));
	const flags = ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', home.path, '--width', `${width}`, '--height', `${height}`];
	const firefox = start(FIREFOX(), flags, { env: environment(home.path, { MOZ_HEADLESS: '1', MOZ_CRASHREPORTER_DISABLE: '1' }) });
	try {
		const port = await portFile(path.join(home.path, 'MarionetteActivePort'), firefox);
		const send = await openMarionette(port, { timeouts: TIMEOUTS, acceptInsecureCerts: false }, LIMIT);
		// Firefox's own window is a page too, and what a user would set by hand can be set there.
		const inWindow = async (script, ...args) => {
			await send('Marionette:SetContext', { value: 'chrome' });
			await send('ExecuteScript', { script, args }).finally(() => send('Marionette:SetContext', { value: 'content' }));
		};
		return {
			send,
			resize: (w, h) => inWindow(RESIZE_FIREFOX, w, h),
			colorScheme: (scheme) => inWindow(`Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0])`, scheme === 'dark' ? 0 : 1),
			async end() {
				await send('DeleteSession');
				await firefox.end();
				home.remove();
			},
		};
	} catch (error) {
		await firefox.end();
		home.remove();
		throw error;
	}
}

// A window has a least width that a phone's is below; the page's own box in it has not.
const RESIZE_FIREFOX = `
	const { style } = gBrowser.selectedBrowser;
	for (const [side, size] of [['width', arguments[0]], ['height', arguments[1]]]) {
		for (const name of [side, 'min-' + side, 'max-' + side]) style.setProperty(name, size + 'px', 'important');
	}`;

async function portFile(file, process) {
	const end = Date.now() + LIMIT;
	while (Date.now() < end) {
		const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
		if (port) return port;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return process.says(/$^/, 0);
}

async function startWebKit({ width, height }, scheme = 'light') {
	const home = newHome('webkit');
	const processes = [];
	const end = async () => {
		for (const process of processes.reverse()) await process.end();
		home.remove();
	};
	try {
		mkdirSync(path.join(home.path, 'gtk-3.0'));
		writeFileSync(path.join(home.path, 'gtk-3.0/gtk.css'), THIN_TOOLBAR);
		// WebKitGTK has no headless mode: it draws on a screen that nobody sees. The server picks a free number itself.
		const screen = start(installed('Xvfb'), ['-displayfd', '3', '-screen', '0', '2400x1800x24', '-nolisten', 'tcp'], { env: environment(home.path), watch: ['pipe'] });
		processes.push(screen);
		const [, display] = await screen.says(/(\d+)\n/, LIMIT);
		const port = await freePort();
		const env = environment(home.path, {
			DISPLAY: `:${display}`,
			GDK_BACKEND: 'x11',
			GTK_THEME: scheme === 'dark' ? 'Adwaita:dark' : 'Adwaita',
			NO_AT_BRIDGE: '1',
			DBUS_SESSION_BUS_ADDRESS: 'disabled:',
			// Not WEBKIT_DISABLE_COMPOSITING_MODE: without compositing a screenshot never comes.
			WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
		});
		processes.push(start(installed('WebKitWebDriver'), [`--port=${port}`], { env }));
		const options = { binary: MINI_BROWSER(), args: ['--automation'] };
		const send = await openWebDriver(`http://127.0.0.1:${port}`, { browserName: 'MiniBrowser', timeouts: TIMEOUTS, 'webkitgtk:browserOptions': options }, LIMIT);
		const close = async () => {
			await send('DeleteSession').catch(() => {});
			await end();
		};
		return {
			send,
			resize: (w, h) => send('SetWindowRect', { x: 0, y: 0, width: w, height: h }),
			// The scheme is the desktop's, and read when the browser starts: it takes another browser.
			async colorScheme(wanted) {
				if (wanted === scheme) return undefined;
				const other = await startWebKit({ width, height }, wanted);
				await close();
				return other;
			},
			wheelLosesModifiers: true,
			end: close,
		};
	} catch (error) {
		await end();
		throw error;
	}
}

// The buttons above the page would keep the window wider than a phone.
const THIN_TOOLBAR = 'button, entry, toolbar, box, separator { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }';
