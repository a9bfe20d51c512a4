// Servers under load: started on a free port, asked until they answer, probed and loaded with wrk.
import { createServer } from 'node:net';
import { load } from './places.mjs';
import { isPicture } from './png.mjs';
import { output, sleep, start, stop } from './processes.mjs';

/** Servers and client share these two cores, whatever the machine has. */
const CORES = ['taskset', '-c', '0,1'];
const PATIENCE = 60_000;

/** Starts a server, hands its address and process on, and stops it. */
export async function withServer(engine, parameter, use) {
  const port = await freePort();
  const child = start([...CORES, ...engine.server(port, parameter)], engine.environment?.(port));
  try {
    return await use({ base: `http://127.0.0.1:${port}`, pid: child.pid });
  } finally {
    await stop(child);
  }
}

/** Asks until a whole picture comes. */
export function firstPicture(url) {
  return picture(url, isWhole);
}

/** Asks a server of ours until the picture comes from its cache; a smaller file may take its place later. */
export function keptPicture(url) {
  return picture(url, response => response.headers.get('cache-status').endsWith('hit'));
}

async function picture(url, isWanted) {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    try {
      const response = await fetch(url);
      const bytes = Buffer.from(await response.arrayBuffer());
      if (response.status === 200 && isWanted(response) && isPicture(bytes)) {
        return { bytes, headers: response.headers };
      }
    } catch (notYet) {
      if (!(notYet instanceof TypeError)) {
        throw notYet;
      }
    }
    await sleep(5);
  }
  throw new Error(`no picture at ${new URL(url).pathname} within ${PATIENCE / 1000} s`);
}

/** How many milliseconds a whole picture takes, in one request. */
export async function pictureTime(url) {
  const before = performance.now();
  const response = await fetch(url);
  await response.arrayBuffer();
  if (response.status !== 200 || !isWhole(response)) {
    throw new Error(`${new URL(url).pathname}: ${response.status} ${response.headers.get('nameplate-degraded')}`);
  }
  return performance.now() - before;
}

/** A path with a recipient's values, percent-encoded. */
export function filled(path, person) {
  return path.replace(/\{(\w+)\}/g, (whole, field) => encodeURIComponent(person[field]));
}

/** Loads one address again and again, over connections that are kept. */
export function hammer(url, seconds, connections, header = []) {
  return wrk([...header.flatMap(line => ['-H', line]), '-s', `${load}/lib/report.lua`, url], seconds, connections);
}

/** Walks a file of paths from an offset on, so that none comes twice. */
export function walk(base, file, offset, seconds, connections) {
  return wrk(['--timeout', '20s', '-s', `${load}/lib/walk.lua`, base, '--', file, String(offset)], seconds, connections);
}

/** Walks a file of paths as readers do that come by themselves, each connection with a pause between its requests, in milliseconds on average. */
export function paced(base, file, offset, pause, seconds, connections) {
  return wrk(['--timeout', '20s', '-s', `${load}/lib/paced.lua`, base, '--', file, String(offset), String(pause)], seconds, connections);
}

/**
 * Asks for pictures with ever other names as fast as answers come, or each connection with a pause between its requests, in milliseconds on average,
 * and looks at each; numbers of names go on from the first.
 */
export function flood(base, first, seconds, connections, pause = 0) {
  return wrk(['--timeout', '20s', '-s', `${load}/lib/flood.lua`, base, '--', String(first), String(pause)], seconds, connections);
}

/** Posts bodies to the API as fast as answers come; the words are those of calls.lua after the address. */
export function call(base, seconds, connections, words) {
  return wrk(['--timeout', '20s', '-s', `${load}/lib/calls.lua`, base, '--', ...words], seconds, connections);
}

async function wrk(words, seconds, connections) {
  const command = [...CORES, 'wrk', '-t1', `-c${connections}`, `-d${seconds}s`, ...words];
  return JSON.parse((await output(command)).trim().split('\n').pop());
}

/** Whether a server of ours made the picture in full; other servers say nothing of the kind. */
export function isWhole(response) {
  return !response.headers.has('nameplate-degraded');
}

function freePort() {
  return new Promise((done, failed) => {
    const server = createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
