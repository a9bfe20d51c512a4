// Cold unique pictures a second of 1, 2 and 4 nodes with a quarter of a core each, behind nginx.
import { argv } from 'node:process';
import { Node, cpuGroup, finish, freePort, nginx, report, word } from '../lib/fleet.mjs';
import { options } from '../lib/options.mjs';
import { flood } from '../lib/servers.mjs';
import { sleep } from '../lib/processes.mjs';

const CORES = 0.25;
const CONNECTIONS_OF_A_NODE = 8;
const GOALS = { 2: 1.9, 4: 3.7 };

const { seconds } = options(argv.slice(2), { seconds: 20 });
const groups = [0, 1, 2, 3].map(number => cpuGroup(number));
if (groups.includes(undefined)) {
  console.log('not measured: no control group for CPU time can be made here');
  process.exit(1);
}
const nodes = [];
for (const group of groups) {
  group.limit(1);
  nodes.push(await new Node(await freePort(), { NAMEPLATE_QUEUE: '1000' }, group).start());
}
let first = 1;
const rates = {};
for (const node of nodes) {
  first += 2 * (await flood(node.base, first, 10, 4)).answers + 100;
}
await sleep(5000);
groups.forEach(group => group.limit(CORES));
for (const count of [1, 2, 4]) {
  const base = await nginx(nodes.slice(0, count));
  const result = await flood(base, first, seconds, count * CONNECTIONS_OF_A_NODE);
  first += 2 * result.answers + 1000;
  rates[count] = result.whole / result.seconds;
  report(`${count} ${count === 1 ? 'node' : 'nodes'} at ${CORES} core`,
    `${rates[count].toFixed(0)} cold pictures/s, ${(rates[count] / rates[1]).toFixed(2)}×, p99 ${result.p99.toFixed(0)} ms, ${result.lesser} degraded, ${result.bad + result.lost} failed`,
    rates[count] / rates[1] >= (GOALS[count] ?? 1) && result.bad + result.lost === 0);
}
console.log(`  control groups of version ${groups[0].version}; last name ${word(first)}`);
finish();
