// Five times the load that the server can draw, for a minute. Started by overload.sh.
import { argv } from 'node:process';
import { asker, metric } from './lib/asker.mjs';
import { ours } from './lib/engines.mjs';
import { options } from './lib/options.mjs';
import { repository } from './lib/places.mjs';
import { output, rest, sleep } from './lib/processes.mjs';
import { firstPicture, withServer } from './lib/servers.mjs';
import { letters } from './lib/workloads.mjs';

const DEADLINE_MILLIS = 2000;
const ROOM_MILLIS = 500;
const RESUMED_WITHIN = 5000;
/** More than drawings may wait, so that it is the server that has to choose. */
const CONNECTIONS = 1000;
const ASKERS = 64;
const TICK_MILLIS = 5;
const HEAP_GROWTH = 1.15;
/** How often the heap is looked at, each time after a collection; the first time it is still filling. */
const LOOKS = 4;

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
  const result = await open(ask, { base, pid }, capacity * times);
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
  await Promise.all(Array.from({ length: ASKERS }, one));
  return whole / seconds;
}

/** Asks at a rate, whether answers come or not. */
async function open(ask, server, rate) {
  const result = { asked: 0, answered: 0, whole: 0, bad: [], reasons: {}, millis: [], heaps: [], wrongAge: 0 };
  const start = performance.now();
  const pending = new Set();
  let looks = 0;
  while (performance.now() - start < secs * 1000) {
    const due = ((performance.now() - start) / 1000) * rate;
    for (; result.asked < due; result.asked++) {
      const answer = ask(next()).then(came => {
        pending.delete(answer);
        note(result, came);
      });
      pending.add(answer);
    }
    if (performance.now() - start > (secs * 1000 * ++looks) / LOOKS) {
      live(server).then(bytes => result.heaps.push(bytes));
    } else {
      looks--;
    }
    await sleep(TICK_MILLIS);
    while (pending.size > CONNECTIONS) {
      await sleep(TICK_MILLIS);
    }
  }
  result.seconds = (performance.now() - start) / 1000;
  result.heaps.push(await live(server));
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
  const heaps = result.heaps;
  console.log(`asked ${result.asked} in ${result.seconds.toFixed(1)} s, ${(result.asked / result.seconds / capacity).toFixed(1)} times the capacity`);
  console.log(`own pictures ${result.whole}, lesser ${JSON.stringify(result.reasons)}, no picture ${result.bad.length}`);
  console.log(`ms: p50 ${at(0.5).toFixed(1)}, p99 ${at(0.99).toFixed(0)}, most ${at(1).toFixed(0)}; resumed after ${resumed.toFixed(0)}`);
  console.log(`heap in use after collections, MiB: ${heaps.map(bytes => (bytes / 2 ** 20).toFixed(0)).join(' ')}`);
  const faults = [];
  if (result.bad.length) faults.push(`${result.bad.length} answers were no pictures: ${[...new Set(result.bad)].join(', ')}`);
  if (result.wrongAge) faults.push(`${result.wrongAge} lesser pictures may be kept for longer than 5 s`);
  if (at(1) > DEADLINE_MILLIS + ROOM_MILLIS) faults.push(`an answer took ${at(1).toFixed(0)} ms`);
  if (resumed > RESUMED_WITHIN) faults.push('recipients did not get their own pictures again');
  if (heaps.at(-1) > heaps[0] * HEAP_GROWTH) faults.push('the heap grew');
  return faults;
}

/** What the heap holds once nothing in it is garbage. */
async function live({ base, pid }) {
  await output(['jcmd', String(pid), 'GC.run']);
  return metric(base, 'nameplate_heap_used_bytes');
}
