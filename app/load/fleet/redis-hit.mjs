// A picture that another node has drawn against a cold one, at 2x, for each shipped template with a name; the median template counts.
import { argv } from 'node:process';
import { Agent } from 'node:http';
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { ask, finish, quantile, report, word } from '../lib/fleet.mjs';
import { fleet, metric, redisServer } from '../lib/redis.mjs';
import { options } from '../lib/options.mjs';
import { sleep } from '../lib/processes.mjs';

const WARM = 60;
const GOAL = 0.5;

const { pictures } = options(argv.slice(2), { pictures: 40, seconds: 0 });
const templates = readdirSync('templates')
  .filter(id => existsSync(`templates/${id}/template.json`))
  .map(id => [id, Object.keys(JSON.parse(readFileSync(`templates/${id}/template.json`, 'utf8')).fields ?? {})])
  .filter(([, fields]) => fields.includes('name'));
const [first, second] = await fleet(await redisServer(), 2);
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
let number = 1000;
const rows = [];
for (const [id] of templates) {
  const path = index => `/i/${id}@2x.png?name=${word(index)}`;
  for (const node of [first, second]) {
    for (let index = 0; index < WARM; index++) {
      await ask(agent, node.base + path(number++));
    }
  }
  const from = number;
  const cold = [];
  const hits = [];
  for (; number < from + pictures; number++) {
    cold.push((await ask(agent, first.base + path(number))).millis);
  }
  await sleep(500);
  const before = await metric(second, 'nameplate_renders_total');
  for (let index = from; index < number; index++) {
    hits.push((await ask(agent, second.base + path(index))).millis);
  }
  const drawn = (await metric(second, 'nameplate_renders_total')) - before;
  rows.push({ id, cold: quantile(cold, 0.5), hit: quantile(hits, 0.5), drawn });
}
rows.sort((a, b) => a.cold - b.cold);
rows.forEach(row => console.log(`  ${row.id}: cold ${row.cold.toFixed(2)} ms, from Redis ${row.hit.toFixed(2)} ms, ${(row.hit / row.cold).toFixed(2)}×, ${row.drawn} drawn all the same`));
const median = rows[Math.floor(rows.length / 2)];
report(`a picture from Redis against a cold one, ${median.id} at 2x, p50`,
  `${median.hit.toFixed(2)} ms against ${median.cold.toFixed(2)} ms, ${(median.hit / median.cold).toFixed(2)}×`,
  median.hit / median.cold <= GOAL && rows.every(row => row.drawn <= pictures / 20));
finish();
