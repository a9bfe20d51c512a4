// One of three nodes is killed (kill -9) under load: no broken picture through nginx, and how long until answers are as fast as before.
import { argv } from 'node:process';
import { Load, finish, nginx, quantile, report, startedNodes, word } from '../lib/fleet.mjs';
import { options } from '../lib/options.mjs';
import { sleep } from '../lib/processes.mjs';

const NODES = 3;
const CLIENTS = 8;
const WINDOW = 500;
const BACK_WITHIN = 5;
/** Back is a window whose p99 is no more than this above that of before, or below so many milliseconds. */
const FACTOR = 2;
const FLOOR = 50;

const { seconds } = options(argv.slice(2), { seconds: 30 });
const nodes = await startedNodes(NODES);
const base = await nginx(nodes);
let asked = 0;
const load = new Load(base, CLIENTS, () => {
  const name = word(asked++);
  return { name, path: `/i/welcome.png?name=${name}` };
});
await sleep((seconds / 2) * 1000);
const killed = Date.now();
await nodes[1].stop('SIGKILL');
await sleep((seconds / 2) * 1000);
const count = await load.end();
const before = quantile(load.answers.filter(a => a.at > killed - 5000 && a.at <= killed).map(a => a.millis), 0.99);
const bound = Math.max(FLOOR, FACTOR * before);
let back = 0;
for (let from = killed; from + WINDOW <= killed + (seconds / 2) * 1000; from += WINDOW) {
  const window = load.answers.filter(a => a.at > from && a.at <= from + WINDOW).map(a => a.millis);
  if (window.length === 0 || quantile(window, 0.99) > bound) {
    back = (from + WINDOW - killed) / 1000;
  }
}
report('kill -9 of one of three nodes',
  `${count.answers} answers, ${count.failed} failed, ${count.noPicture} no pictures, ${count.wrongPixels} wrong pixels, ${count.degraded} degraded; p99 ${before.toFixed(0)} ms before, back after ${back} s ${count.why}`,
  count.failed + count.noPicture + count.wrongPixels === 0 && back <= BACK_WITHIN);
finish();
