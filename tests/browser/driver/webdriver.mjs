// The W3C WebDriver protocol over HTTP, as chromedriver and WebKitWebDriver speak it.
// In: a command's name and parameters. Out: its value, or an error with the driver's words. Knows no engine.

const ROUTES = {
	Navigate: ['POST', 'url'],
	Back: ['POST', 'back'],
	ExecuteAsyncScript: ['POST', 'execute/async'],
	PerformActions: ['POST', 'actions'],
	ReleaseActions: ['DELETE', 'actions'],
	TakeScreenshot: ['GET', 'screenshot'],
	SetWindowRect: ['POST', 'window/rect'],
	GetWindowRect: ['GET', 'window/rect'],
	Cdp: ['POST', 'goog/cdp/execute'],
	Log: ['POST', 'se/log'],
};

/** Opens a session on the driver at that address, and gives the function that sends commands to it. */
export async function openSession(address, capabilities, limit) {
	const { sessionId } = await until(limit, () => request(address, 'POST', 'session', { capabilities: { alwaysMatch: capabilities } }, limit));
	return async function send(name, parameters = {}) {
		if (name === 'DeleteSession') return request(address, 'DELETE', `session/${sessionId}`, undefined, limit);
		const [method, path] = ROUTES[name];
		return request(address, method, `session/${sessionId}/${path}`, method === 'POST' ? parameters : undefined, limit);
	};
}

async function request(address, method, path, body, limit) {
	const response = await fetch(`${address}/${path}`, {
		method,
		body: body && JSON.stringify(body),
		headers: body && { 'Content-Type': 'application/json' },
		signal: AbortSignal.timeout(limit),
	});
	const { value } = await response.json();
	if (value?.error) throw new Error(`${value.error}: ${value.message}`);
	return value;
}

// A driver that was started a moment ago does not listen yet.
async function until(limit, attempt) {
	const end = Date.now() + limit;
	for (;;) {
		try {
			return await attempt();
		} catch (error) {
			if (error.cause?.code !== 'ECONNREFUSED' || Date.now() > end) throw error;
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}
}
