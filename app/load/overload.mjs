// Five times the load that the server can draw, for a minute. Started by overload.sh.
import { argv } from 'node:process';
import { asker, metric } from './lib/asker.mjs';
import { ours } from './lib/engines.mjs';
import { options } from './lib/options.mjs';
import { repository } from './lib/places.mjs';
import { rest, sleep } from './lib/processes.mjs';
import { firstPicture, withServer } from './lib/servers.mjs';
import { letters } from './lib/workloads.mjs';

const DEADLINE_MILLIS = 2000;
const ROOM_MILLIS = 500;
const RESUMED_WITHIN = 5000;
const CONNECTIONS = 256;
const TICK_MILLIS = 5;
const HEAP_GROWTH = 1.15;

const { secs, times } = options(argv.slice(2), { secs: 60, times: 5 });
const engine = {
  ...ours,
  environment: port => ({ ...ours.environment(port), NAMEPLATE_TEMPLATES: `${repository}/templates`, NAMEPLATE_LOG: 'off' }),
};
let number = 0;
const next = () => `/i/welcome.png?name=${letters(number++)}%20${letters(number % 20000)}`;

const faults = await withServer(engine, 2, async ({ base, pid }) => {
  await firstPicture(`${base}/i/welcome.png?name=First`);
  await rest(pid);
  const ask = asker(base, CONNECTIONS);
  await closed(ask, 5);
  const capacity = await closed(ask, 5);
  console.log(`capacity: ${capacity.toFixed(0)} pictures/s`);
  const result = await open(ask, base, capacity * times);
  const resumed = await resume(ask);
  return judge(result, resumed, capacity);
});
faults.forEach(fault => console.error(`FAILED: ${fault}`));
process.exitCode = faults.length ? 1 : 0;

/** Whole pictures a second where each of a few askers waits for its answer. */
async function closed(ask, seconds) {
  const end = performance.now() + seconds * 1000;
  let whole = 0;
  const one = async () => {
    while (performance.now() < end) {
      const answer = await ask(next());
      whole += answer.picture && !answer.degraded ? 1 : 0;
    }
  };
  await Promise.all(Array.from({ length: 8 }, one));
  return whole / seconds;
}

/** Asks at a rate, whether answers come or not. */
async function open(ask, base, rate) {
  const result = { asked: 0, answered: 0, whole: 0, bad: [], reasons: {}, millis: [], heaps: [], wrongAge: 0 };
  const start = performance.now();
  const pending = new Set();
  let watched = 0;
  while (performance.now() - start < secs * 1000) {
    const due = ((performance.now() - start) / 1000) * rate;
    for (; result.asked < due; result.asked++) {
      const answer = ask(next()).then(came => {
        pending.delete(answer);
        note(result, came);
      });
      pending.add(answer);
    }
    if (performance.now() - start > watched * 1000) {
      watched++;
      metric(base, 'nameplate_heap_used_bytes').then(bytes => result.heaps.push(bytes), () => {});
    }
    await sleep(TICK_MILLIS);
    while (pending.size > rate * 2) {
      await sleep(TICK_MILLIS);
    }
  }
  result.seconds = (performance.now() - start) / 1000;
  await Promise.all(pending);
  return result;
}

function note(result, answer) {
  result.answered++;
  result.millis.push(answer.millis);
  if (answer.status !== 200 || !answer.picture) {
    result.bad.push(answer.failed || answer.status);
  } else if (answer.degraded) {
    result.reasons[answer.degraded] = (result.reasons[answer.degraded] || 0) + 1;
    result.wrongAge += answer.age.includes('max-age=5,') ? 0 : 1;
  } else {
    result.whole++;
  }
}

/** After how many milliseconds a recipient gets their own picture again. */
async function resume(ask) {
  const start = performance.now();
  while (performance.now() - start < 2 * RESUMED_WITHIN) {
    const answer = await ask(next());
    if (answer.picture && !answer.degraded) {
      return performance.now() - start;
    }
    await sleep(50);
  }
  return Infinity;
}

function judge(result, resumed, capacity) {
  const sorted = result.millis.sort((one, other) => one - other);
  const at = share => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  const lows = lowest(result.heaps);
  console.log(`asked ${result.asked} in ${result.seconds.toFixed(1)} s, ${(result.asked / result.seconds / capacity).toFixed(1)} times the capacity`);
  console.log(`own pictures ${result.whole}, lesser ${JSON.stringify(result.reasons)}, no picture ${result.bad.length}`);
  console.log(`ms: p50 ${at(0.5).toFixed(1)}, p99 ${at(0.99).toFixed(0)}, most ${at(1).toFixed(0)}; resumed after ${resumed.toFixed(0)}`);
  console.log(`heap after collections, MiB: ${lows.map(bytes => (bytes / 2 ** 20).toFixed(0)).join(' ')}`);
  const faults = [];
  if (result.bad.length) faults.push(`${result.bad.length} answers were no pictures: ${[...new Set(result.bad)].join(', ')}`);
  if (result.wrongAge) faults.push(`${result.wrongAge} lesser pictures may be kept for longer than 5 s`);
  if (at(1) > DEADLINE_MILLIS + ROOM_MILLIS) faults.push(`an answer took ${at(1).toFixed(0)} ms`);
  if (resumed > RESUMED_WITHIN) faults.push('recipients did not get their own pictures again');
  if (lows.length > 2 && lows.at(-1) > lows[1] * HEAP_GROWTH) faults.push('the heap grew');
  return faults;
}

/** The least of each tenth of the time. */
function lowest(heaps) {
  const part = Math.max(1, Math.floor(heaps.length / 6));
  return Array.from({ length: Math.floor(heaps.length / part) }, (none, index) => Math.min(...heaps.slice(index * part, (index + 1) * part)));
}
