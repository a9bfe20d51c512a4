// Resident memory over many different pictures. Started by slope.sh.
import { argv } from 'node:process';
import { asker } from './lib/asker.mjs';
import { rewriteSection } from './lib/document.mjs';
import { ours } from './lib/engines.mjs';
import { caption, loadBefore } from './lib/machine.mjs';
import { options } from './lib/options.mjs';
import { repository } from './lib/places.mjs';
import { rest, usage } from './lib/processes.mjs';
import { firstPicture, withServer } from './lib/servers.mjs';
import { table } from './lib/tables.mjs';
import { letters } from './lib/workloads.mjs';

const ASKERS = 8;
const SAMPLES = 40;
/** The part that warms the server up: its caches fill, its code is compiled. */
const WARM = 0.25;
/** What a slope may be that is noise, in MiB for each 100,000 pictures. */
const FLAT = 10;

const { renders } = options(argv.slice(2), { renders: 200_000 });
const load = loadBefore();
const engine = {
  ...ours,
  environment: port => ({ ...ours.environment(port), NAMEPLATE_TEMPLATES: `${repository}/templates`, NAMEPLATE_LOG: 'off' }),
};
const samples = await withServer(engine, 2, soaked);
const warm = samples.filter(({ done }) => done >= renders * WARM);
const slope = 100_000 * rise(warm);
const flat = Math.abs(slope) <= FLAT;
const rows = [
  ['pictures, each another', renders.toLocaleString('en')],
  ['resident after warm-up, MiB', warm[0].resident.toFixed(0)],
  ['resident at the end, MiB', warm.at(-1).resident.toFixed(0)],
  ['slope after warm-up, MiB for 100,000 pictures', slope.toFixed(1)],
  ['pictures/s', samples.rate.toFixed(0)],
];
rewriteSection(`${repository}/app/docs/benchmarks.md`, 'slope', `\n${table(['', ''], rows)}\n\n${caption({ rounds: 1, secs: Math.round(samples.seconds) }, load)}\n`);
rows.forEach(row => console.log(row.join(': ')));
process.exitCode = flat ? 0 : 1;

async function soaked({ base, pid }) {
  await firstPicture(`${base}/i/welcome.png?name=First`);
  await rest(pid);
  const ask = asker(base, ASKERS);
  const found = [];
  const start = performance.now();
  let number = 0;
  const one = async () => {
    while (number < renders) {
      const mine = number++;
      const template = ['welcome', 'coupon', 'loyalty-card'][mine % 3];
      const answer = await ask(`/i/${template}.png?name=${letters(mine)}%20Soak`);
      if (!answer.picture || answer.degraded) {
        throw new Error(`no whole picture: ${JSON.stringify(answer)}`);
      }
      if (mine % Math.floor(renders / SAMPLES) === 0) {
        found.push({ done: mine, resident: usage(pid).residentMiB });
      }
    }
  };
  await Promise.all(Array.from({ length: ASKERS }, one));
  found.seconds = (performance.now() - start) / 1000;
  found.rate = renders / found.seconds;
  return found;
}

/** The slope of the line with the least squares, in MiB a picture. */
function rise(points) {
  const mean = of => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const done = mean(point => point.done);
  const resident = mean(point => point.resident);
  const both = mean(point => (point.done - done) * (point.resident - resident));
  return both / mean(point => (point.done - done) ** 2);
}
