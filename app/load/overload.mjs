// Five times what the server can draw, for a minute. Started by overload.sh.
import { argv } from 'node:process';
import { asker, metric } from './lib/asker.mjs';
import { rewriteSection } from './lib/document.mjs';
import { ours } from './lib/engines.mjs';
import { caption, loadBefore } from './lib/machine.mjs';
import { options } from './lib/options.mjs';
import { repository } from './lib/places.mjs';
import { output, rest, sleep } from './lib/processes.mjs';
import { firstPicture, flood, withServer } from './lib/servers.mjs';
import { table } from './lib/tables.mjs';
import { letters } from './lib/workloads.mjs';

const DEADLINE_MILLIS = 2000;
const ROOM_MILLIS = 500;
const RESUMED_WITHIN = 5000;
/** More than drawings may wait, so that it is the server that has to choose. */
const CONNECTIONS = 1000;
const ASKERS = 64;
/** Until its code is compiled and the pictures' bases are packed. */
const WARM_SECONDS = 20;
const CALM_SECONDS = 10;
const HEAP_GROWTH = 1.15;
/** How often the heap is looked at, each time after a collection; the first time it is still filling. */
const LOOKS = 4;

const { secs, times } = options(argv.slice(2), { secs: 60, times: 5 });
const before = loadBefore();
const engine = {
  ...ours,
  environment: port => ({ ...ours.environment(port), NAMEPLATE_TEMPLATES: `${repository}/templates`, NAMEPLATE_LOG: 'off' }),
};
const PICTURE = '/i/welcome@2x.png?name=';
/** Names that nobody has had yet. */
let fresh = 1;

const faults = await withServer(engine, 2, async ({ base, pid }) => {
  await firstPicture(`${base}${PICTURE}First`);
  await rest(pid);
  await asked(base, WARM_SECONDS, ASKERS);
  const calm = await asked(base, CALM_SECONDS, ASKERS);
  const capacity = calm.whole / calm.seconds;
  console.log(`capacity: ${capacity.toFixed(0)} pictures/s`);
  const [result, heaps] = await Promise.all([asked(base, secs, CONNECTIONS), looks({ base, pid })]);
  const resumed = await resume(asker(base, 1));
  heaps.push(await live({ base, pid }));
  return judge(result, heaps, resumed, capacity);
});
faults.forEach(fault => console.error(`FAILED: ${fault}`));
process.exitCode = faults.length ? 1 : 0;

async function asked(base, seconds, connections) {
  const result = await flood(base, fresh, seconds, connections);
  fresh += 2 * result.answers + connections;
  return result;
}

/** What the heap holds, some times while the server is under load. */
async function looks(server) {
  const found = [];
  for (let look = 0; look < LOOKS; look++) {
    await sleep((secs * 1000) / (LOOKS + 1));
    found.push(await live(server));
  }
  return found;
}

/** After how many milliseconds a recipient gets their own picture again. */
async function resume(ask) {
  const start = performance.now();
  while (performance.now() - start < 2 * RESUMED_WITHIN) {
    const answer = await ask(`${PICTURE}${letters(fresh++)}`);
    if (answer.picture && !answer.degraded) {
      return performance.now() - start;
    }
    await sleep(50);
  }
  return Infinity;
}

function judge(result, heaps, resumed, capacity) {
  const rate = result.answers / result.seconds;
  const rows = [
    ['own pictures/s before it', capacity.toFixed(0)],
    ['answers/s under load', rate.toFixed(0)],
    ['times what can be drawn', (rate / capacity).toFixed(1)],
    ['own pictures/s under load', (result.whole / result.seconds).toFixed(0)],
    ['answers, all of them', result.answers.toLocaleString('en')],
    [`degraded pictures (${result.because})`, result.lesser.toLocaleString('en')],
    ['no picture, or no answer', String(result.bad + result.lost)],
    ['ms, p50', result.p50.toFixed(0)],
    ['ms, p99', result.p99.toFixed(0)],
    ['ms, most', result.most.toFixed(0)],
    ['own pictures again after, ms', resumed.toFixed(0)],
    ['heap after collections, MiB, the last one at rest', heaps.map(bytes => (bytes / 2 ** 20).toFixed(0)).join(', ')],
  ];
  rows.forEach(row => console.log(row.join(': ')));
  rewriteSection(`${repository}/app/docs/benchmarks.md`, 'overload', `\n${table(['', ''], rows)}\n\n${caption({ rounds: 1, secs }, before)}\n`);
  const faults = [];
  if (rate < times * capacity) faults.push(`only ${(rate / capacity).toFixed(1)} times the capacity was asked for, not ${times}`);
  if (result.bad) faults.push(`${result.bad} answers were no pictures, the last with status ${result.why}`);
  if (result.lost) faults.push(`${result.lost} answers did not come`);
  if (result.kept) faults.push(`${result.kept} degraded pictures may be kept for longer than 5 s`);
  if (result.most > DEADLINE_MILLIS + ROOM_MILLIS) faults.push(`an answer took ${result.most.toFixed(0)} ms`);
  if (resumed > RESUMED_WITHIN) faults.push('recipients did not get their own pictures again');
  if (heaps.at(-1) > heaps[0] * HEAP_GROWTH) faults.push('the heap grew');
  return faults;
}

/** What the heap holds once nothing in it is garbage. */
async function live({ base, pid }) {
  await output(['jcmd', String(pid), 'GC.run']);
  return metric(base, 'nameplate_heap_used_bytes');
}
