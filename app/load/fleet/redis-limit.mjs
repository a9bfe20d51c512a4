// A token's limit of 100 calls a second over three nodes that are asked 1,000 times a second, with Redis and without.
import { argv } from 'node:process';
import { Agent, request } from 'node:http';
import { finish, report } from '../lib/fleet.mjs';
import { alone, fleet, redisServer } from '../lib/redis.mjs';
import { output, sleep } from '../lib/processes.mjs';
import { options } from '../lib/options.mjs';

const NODES = 3;
const LIMIT = 100;
const ASKED = 1000;
const TICK_MILLIS = 10;
const KEYS = `k1:${'1'.repeat(32)}`;
const COMMAND = (process.env.NAMEPLATE_COMMAND || 'java @app/target/nameplate.args').split(' ');

const { seconds } = options(argv.slice(2), { seconds: 10 });
const redis = await redisServer();
const nodes = await fleet(redis, NODES, { NAMEPLATE_KEYS: KEYS, NAMEPLATE_API_RATE: `${LIMIT}/${LIMIT}` });
const token = (await output([...COMMAND, 'token', '--sub', 'shop', '--scope', 'images', '--expires', '2099-01-01T00:00Z'], { NAMEPLATE_KEYS: KEYS })).trim();
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const body = JSON.stringify({ template: 'welcome', layers: { name: 'Maria' } });

function call(node) {
  return new Promise(done => {
    const asking = request(`${node.base}/v1/images`, { agent, method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } }, answer => {
      answer.resume();
      answer.on('end', () => done(answer.statusCode));
    });
    asking.on('error', () => done(0));
    asking.end(body);
  });
}

/** Asks for some seconds at an even rate; answers by their status. */
async function asked(time) {
  const counts = {};
  const calls = [];
  const start = performance.now();
  let sent = 0;
  while (performance.now() - start < time * 1000) {
    for (const due = ((performance.now() - start) * ASKED) / 1000; sent < due; sent++) {
      calls.push(call(nodes[sent % NODES]).then(status => (counts[status] = (counts[status] ?? 0) + 1)));
    }
    await sleep(TICK_MILLIS);
  }
  const passed = (performance.now() - start) / 1000;
  await Promise.all(calls);
  return { given: (counts[200] ?? 0) / passed, asked: sent / passed, counts: JSON.stringify(counts) };
}

await asked(5);
const shared = await asked(seconds);
report(`a limit of ${LIMIT}/s over ${NODES} nodes, asked ${shared.asked.toFixed(0)} times a second`,
  `${shared.given.toFixed(1)}/s given ${shared.counts}`,
  Math.abs(shared.given - LIMIT) <= 0.05 * LIMIT);
redis.signal('SIGKILL');
await Promise.all(nodes.map(node => alone(node)));
await asked(2);
const without = await asked(seconds);
report('the same with Redis down', `${without.given.toFixed(1)}/s given ${without.counts}`, without.given <= LIMIT && without.given > LIMIT / 2);
finish();
