// Asks a server for pictures over connections that are kept, and judges what comes.
import { Agent, get } from 'node:http';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const END = Buffer.from('49454e44ae426082', 'hex');

/** Requests to one server; at most so many connections. */
export function asker(base, connections) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return path => ask(agent, base + path);
}

/** What came: status, milliseconds, whether it is a whole PNG, and why it is degraded, if it is. */
function ask(agent, url) {
  let start = performance.now();
  return new Promise(done => {
    const lost = failed => done({ status: 0, failed: failed.code || failed.message, millis: performance.now() - start });
    const request = get(url, { agent }, response => {
      const parts = [];
      response.on('error', lost);
      response.on('data', part => parts.push(part));
      response.on('end', () =>
        done({
          status: response.statusCode,
          millis: performance.now() - start,
          picture: isPng(response.headers['content-type'], Buffer.concat(parts), response.headers['content-length']),
          degraded: response.headers['nameplate-degraded'],
          age: response.headers['cache-control'],
        }));
    });
    // Until it has a connection it waits for the client, not for the server.
    request.on('socket', () => (start = performance.now()));
    request.on('error', lost);
  });
}

function isPng(type, bytes, length) {
  const whole = bytes.length === Number(length) && bytes.subarray(0, 8).equals(SIGNATURE) && bytes.subarray(-8).equals(END);
  return type === 'image/png' && whole;
}

/** A number of the server's metrics. */
export async function metric(base, name) {
  const text = await (await fetch(`${base}/metrics`)).text();
  const line = text.split('\n').find(found => found.startsWith(`${name} `) || found.startsWith(`${name}{`));
  return Number(line.slice(line.lastIndexOf(' ') + 1));
}
