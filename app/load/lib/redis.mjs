// A Redis of a measurement's own, and nodes that share it.
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { Node, folder, freePort } from './fleet.mjs';
import { sleep } from './processes.mjs';

const BREAKER = 'nameplate_redis_breaker{redis="main"}';

/** Starts a redis-server on a free port; without files, unless the words of its command line say otherwise. */
export async function redisServer(...words) {
  const port = await freePort();
  const place = mkdtempSync(`${folder}/redis-`);
  const start = async () => {
    const child = spawn('redis-server', ['--port', port, '--bind', '127.0.0.1', '--dir', place, '--save', '', ...words], { stdio: 'ignore' });
    await until('redis-server listens', () => listens(port));
    return child;
  };
  let child = await start();
  process.on('exit', () => child.kill('SIGKILL'));
  return {
    uri: `redis://127.0.0.1:${port}`,
    signal: name => child.kill(name),
    async restart() {
      const end = new Promise(done => child.on('exit', done));
      child.kill('SIGKILL');
      await end;
      child = await start();
    },
  };
}

function listens(port) {
  return new Promise(done => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      done(true);
    });
    socket.on('error', () => done(false));
  });
}

/** Starts nodes that share a Redis, and waits until all of them use it. */
export async function fleet(redis, count, environment = {}) {
  const nodes = [];
  for (let number = 0; number < count; number++) {
    nodes.push(await new Node(await freePort(), { NAMEPLATE_REDIS: redis.uri, ...environment }).start());
  }
  for (const node of nodes) {
    await until('the fleet is together', async () => (await metric(node, 'nameplate_fleet_nodes')) === count);
    await together(node);
  }
  return nodes;
}

/** Waits until a node uses Redis. */
export function together(node) {
  return until('a node uses Redis', async () => (await metric(node, BREAKER)) === 0);
}

/** Waits until a node leaves Redis alone. */
export function alone(node) {
  return until('a node leaves Redis alone', async () => (await metric(node, BREAKER)) === 2);
}

/** A number of a node's metrics; 0 where it is not there. */
export async function metric(node, name) {
  const text = await (await fetch(`${node.base}/metrics`)).text();
  const line = text.split('\n').find(each => each.startsWith(`${name} `));
  return line ? Number(line.slice(name.length + 1)) : 0;
}

async function until(what, condition) {
  for (let time = 0; !(await condition()); time++) {
    if (time > 1500) {
      throw new Error(`never: ${what}`);
    }
    await sleep(20);
  }
}
