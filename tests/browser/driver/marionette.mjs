// Firefox's own automation protocol over a socket: no driver program needed, and the commands are WebDriver's.
// In: a command's name and parameters. Out: its value, or an error with Firefox's words.

import net from 'node:net';

/** Opens a session on that port, and gives the function that sends commands to it. */
export async function openSession(port, capabilities, limit) {
	const socket = net.connect(port, '127.0.0.1');
	const waiting = new Map();
	let received = Buffer.alloc(0);
	let last = 0;
	let greeted;
	const greeting = new Promise((resolve, reject) => {
		greeted = resolve;
		socket.once('error', reject);
	});

	// A message is its length in bytes, a colon and JSON: first a greeting, then [1, id, error, result].
	socket.on('data', (bytes) => {
		received = Buffer.concat([received, bytes]);
		for (;;) {
			const colon = received.indexOf(':');
			if (colon < 0) return;
			const end = colon + 1 + Number(received.toString('latin1', 0, colon));
			if (received.length < end) return;
			const message = JSON.parse(received.toString('utf8', colon + 1, end));
			received = received.subarray(end);
			if (Array.isArray(message)) waiting.get(message[1])?.(message[2], message[3]);
			else greeted();
		}
	});
	socket.on('close', () => {
		for (const answer of waiting.values()) answer({ error: 'Firefox has gone', message: '' });
	});

	async function send(name, parameters = {}) {
		if (name === 'DeleteSession') return void socket.destroy();
		const id = ++last;
		const text = JSON.stringify([0, id, name.includes(':') ? name : `WebDriver:${name}`, parameters]);
		const result = await new Promise((resolve, reject) => {
			const timer = setTimeout(() => reject(new Error(`Firefox did not answer ${name} in ${limit} ms`)), limit);
			waiting.set(id, (error, value) => {
				clearTimeout(timer);
				if (error) reject(new Error(`${error.error}: ${error.message}`));
				else resolve(value);
			});
			socket.write(`${Buffer.byteLength(text)}:${text}`);
		}).finally(() => waiting.delete(id));
		return result !== null && typeof result === 'object' && Object.keys(result).join() === 'value' ? result.value : result;
	}

	await greeting;
	await send('NewSession', { capabilities: { alwaysMatch: capabilities } });
	return send;
}
