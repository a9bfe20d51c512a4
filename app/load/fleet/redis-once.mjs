// Pictures asked of three nodes at random: each is drawn once in the fleet, but for those in flight at once.
import { argv } from 'node:process';
import { Agent } from 'node:http';
import { ask, finish, report, word } from '../lib/fleet.mjs';
import { fleet, metric, redisServer } from '../lib/redis.mjs';
import { options } from '../lib/options.mjs';

const NODES = 3;
const CLIENTS = 6;
const TIMES = 3;

const { pictures } = options(argv.slice(2), { pictures: 2000, seconds: 0 });
const nodes = await fleet(await redisServer(), NODES);
const renders = async () => (await Promise.all(nodes.map(node => metric(node, 'nameplate_renders_total')))).reduce((a, b) => a + b);
const agent = new Agent({ keepAlive: true });
for (const node of nodes) {
  await ask(agent, `${node.base}/i/welcome.png?name=First`);
}
const before = await renders();
const asked = Array.from({ length: pictures * TIMES }, (_, index) => index % pictures);
for (let index = asked.length - 1; index > 0; index--) {
  const other = Math.floor(Math.random() * (index + 1));
  [asked[index], asked[other]] = [asked[other], asked[index]];
}
// A picture is in flight from its first question until its first answer.
const flying = new Map();
const answered = new Set();
let next = 0;
let together = 0;
let failed = 0;
async function client() {
  while (next < asked.length) {
    const number = asked[next++];
    const node = nodes[Math.floor(Math.random() * NODES)];
    if (!answered.has(number) && flying.get(number)) {
      together++;
    }
    flying.set(number, (flying.get(number) ?? 0) + 1);
    const answer = await ask(agent, `${node.base}/i/welcome.png?name=${word(number + 100)}`);
    failed += answer.status === 200 && answer.pixels && !answer.degraded ? 0 : 1;
    answered.add(number);
    flying.set(number, flying.get(number) - 1);
  }
}
await Promise.all(Array.from({ length: CLIENTS }, client));
const drawn = (await renders()) - before;
report(`${pictures} pictures, each asked ${TIMES} times of ${NODES} nodes at random`,
  `${drawn} drawn, ${together} asked again while they were in flight, ${failed} failed or degraded`,
  failed === 0 && drawn <= pictures + together + Math.ceil(pictures / 200));
finish();
