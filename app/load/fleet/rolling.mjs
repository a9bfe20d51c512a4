// A rolling restart of all nodes under load through nginx, again and again: nothing of it is seen.
import { argv } from 'node:process';
import { Load, finish, nginx, quantile, report, startedNodes, word } from '../lib/fleet.mjs';
import { options } from '../lib/options.mjs';
import { sleep } from '../lib/processes.mjs';

const NODES = 3;
const CLIENTS = 8;
const NAMES = 2000;

const { seconds } = options(argv.slice(2), { seconds: 300 });
const nodes = await startedNodes(NODES);
const base = await nginx(nodes);
let asked = 0;
const load = new Load(base, CLIENTS, () => {
  const name = word(Math.floor(Math.random() * NAMES));
  // Every other request passes the cache of nginx, since its address is new.
  const extra = ++asked % 2 ? '' : `&utm_id=${asked}`;
  return { name, path: `/i/welcome.png?name=${name}${extra}` };
});
const end = Date.now() + seconds * 1000;
await sleep(1000);
let restarts = 0;
while (Date.now() < end) {
  const node = nodes[restarts++ % NODES];
  await node.stop();
  await node.start();
  await sleep(1000);
}
const count = await load.end();
report(`rolling restart, ${restarts} restarts of ${NODES} nodes in ${seconds} s`,
  `${count.answers} answers, ${count.failed} failed, ${count.noPicture} no pictures, ${count.wrongPixels} wrong pixels, ${count.degraded} degraded, p99 ${quantile(load.answers.map(a => a.millis), 0.99).toFixed(0)} ms ${count.why}`,
  count.failed + count.noPicture + count.wrongPixels + count.degraded === 0 && restarts >= NODES);
finish();
