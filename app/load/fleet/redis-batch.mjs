// A list of 100,000 rows drawn ahead by three nodes, of which one is killed, while Redis (AOF) is killed and started again: every row once, states sum, output in order.
import { argv } from 'node:process';
import { finish, report } from '../lib/fleet.mjs';
import { fleet, redisServer } from '../lib/redis.mjs';
import { options } from '../lib/options.mjs';
import { output, sleep } from '../lib/processes.mjs';

const NODES = 3;
const KEYS = `k1:${'1'.repeat(32)}`;
const COMMAND = (process.env.NAMEPLATE_COMMAND || 'java @app/target/nameplate.args').split(' ');
const LOOK_MILLIS = 500;

const { rows } = options(argv.slice(2), { rows: 100_000, seconds: 0 });
const redis = await redisServer('--appendonly', 'yes');
const nodes = await fleet(redis, NODES, { NAMEPLATE_KEYS: KEYS, NAMEPLATE_REDIS_CACHE_BYTES: '4294967296' });
const token = (await output([...COMMAND, 'token', '--sub', 'shop', '--scope', 'batches', '--expires', '2099-01-01T00:00Z'], { NAMEPLATE_KEYS: KEYS })).trim();
const headers = { authorization: `Bearer ${token}` };

async function ask(node, target, more = {}) {
  const answer = await fetch(node.base + target, { headers, ...more });
  if (!answer.ok) {
    throw new Error(`${target}: ${answer.status} ${await answer.text()}`);
  }
  return answer;
}

// No letters in a row that are a word which counts as missing, such as "nan", or part of a web address, such as "www".
const name = row => `Ann ${String(row).replace(/\d/g, digit => 'bdglmprstv'[digit])}`;
const total = counts => Object.values(counts).reduce((sum, count) => sum + count, 0);
const list = ['name,number', ...Array.from({ length: rows }, (_, row) => `${name(row)},${row}`)].join('\n') + '\n';
const taken = await ask(nodes[0], '/v1/batches?template=welcome&mode=prerender', {
  method: 'POST', body: list, headers: { ...headers, 'content-type': 'text/csv' },
});
const path = taken.headers.get('location');
const start = performance.now();
let killed = false;
let job;
do {
  await sleep(LOOK_MILLIS);
  job = await (await ask(nodes[1], path)).json();
  if (!killed && total(job.counts) >= rows / 2) {
    killed = true;
    await nodes[2].stop('SIGKILL');
    await redis.restart();
  }
} while (!['completed', 'failed', 'cancelled'].includes(job.status));
const seconds = (performance.now() - start) / 1000;
const [one, other] = await Promise.all(nodes.slice(0, 2).map(async node => (await ask(node, `${path}/results.csv`)).text()));
const lines = one.trimEnd().split('\n').slice(1);
const ordered = lines.length === rows && lines.every((line, row) => line.includes(`${name(row)},${row},http`));
report(`a list of ${rows} rows drawn ahead by ${NODES} nodes, one killed, Redis restarted in the middle`,
  `${job.status} after ${seconds.toFixed(0)} s, ${(rows / seconds).toFixed(0)} rows/s; counts ${JSON.stringify(job.counts)}; ${lines.length} rows, in order: ${ordered}, the same from both nodes: ${one === other}`,
  killed && job.status === 'completed' && total(job.counts) === rows && job.counts.done === rows && ordered && one === other);
finish();
