// Cold pictures of a node while Redis runs and while it is stopped (SIGSTOP), in turn; measured once the circuit breaker is open.
import { argv } from 'node:process';
import { Agent } from 'node:http';
import { ask, finish, quantile, report, word } from '../lib/fleet.mjs';
import { alone, fleet, redisServer, together } from '../lib/redis.mjs';
import { options } from '../lib/options.mjs';

const WARM_SECONDS = 10;
const MORE_MILLIS = 0.2;
const FACTOR = 1.25;

const { seconds, rounds } = options(argv.slice(2), { seconds: 5, rounds: 4 });
const redis = await redisServer();
const [node] = await fleet(redis, 1);
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
let number = 1000;
let failed = 0;
async function cold(until) {
  const times = [];
  const end = performance.now() + until * 1000;
  while (performance.now() < end) {
    const answer = await ask(agent, `${node.base}/i/welcome@2x.png?name=${word(number++)}`);
    failed += answer.status === 200 && answer.pixels && !answer.degraded ? 0 : 1;
    times.push(answer.millis);
  }
  return times;
}
await cold(WARM_SECONDS);
const running = [];
const stopped = [];
let opening = [];
for (let round = 0; round < rounds; round++) {
  running.push(...(await cold(seconds)));
  redis.signal('SIGSTOP');
  const open = alone(node);
  let isOpen = false;
  open.then(() => (isOpen = true));
  while (!isOpen) {
    opening = opening.concat(await cold(0.05));
  }
  stopped.push(...(await cold(seconds)));
  redis.signal('SIGCONT');
  await together(node);
}
const [p50, p99] = [0.5, 0.99].map(share => [quantile(running, share), quantile(stopped, share)]);
report('Redis stopped (SIGSTOP), after the breaker has opened',
  `p50 ${p50[1].toFixed(2)} ms against ${p50[0].toFixed(2)} ms, p99 ${p99[1].toFixed(2)} ms against ${p99[0].toFixed(2)} ms; until it opened at most ${Math.max(...opening).toFixed(0)} ms; ${failed} failed or degraded`,
  failed === 0 && p50[1] <= p50[0] + MORE_MILLIS && p99[1] <= FACTOR * p99[0]);
finish();
