// SIGTERM with 50 slow requests in flight: each is answered, none is reset.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, createServer } from 'node:http';
import { Node, ask, finish, folder, freePort, report } from '../lib/fleet.mjs';
import { repository } from '../lib/places.mjs';
import { sleep } from '../lib/processes.mjs';

const SLOW = 50;
const photo = readFileSync(`${repository}/app/deploy/unavailable.png`);
const waiting = [];
const photos = createServer((request, answer) => waiting.push(answer));
await new Promise(done => photos.listen(0, '127.0.0.1', done));

mkdirSync(`${folder}/templates/slow`, { recursive: true });
writeFileSync(`${folder}/templates/slow/template.json`, JSON.stringify({
  title: 'Slow', width: 40, height: 40,
  fields: { photo: { kind: 'image', hosts: ['127.0.0.1'] } },
  layers: [{ type: 'image', src: '{{ photo }}', box: [0, 0, 40, 40] }],
}));
const node = await new Node(await freePort(), {
  NAMEPLATE_TEMPLATES: `${folder}/templates`,
  NAMEPLATE_REMOTE_ALLOW: '127.0.0.1',
  NAMEPLATE_REMOTE_TIMEOUT: '30s',
  NAMEPLATE_REMOTE_PER_HOST: '64',
  NAMEPLATE_DEADLINE: '30s',
}).start();
const agent = new Agent({ keepAlive: true, maxSockets: SLOW });
const answers = Array.from({ length: SLOW }, (none, number) =>
  ask(agent, `${node.base}/i/slow.png?photo=http://127.0.0.1:${photos.address().port}/${number}`));
while (waiting.length < SLOW) {
  await sleep(10);
}
const asked = Date.now();
const ended = node.stop();
// Behind a proxy it goes on for five seconds, then finishes what is in flight.
await sleep(7000);
waiting.forEach(answer => answer.writeHead(200, { 'Content-Type': 'image/png', 'Content-Length': photo.length }).end(photo));
const came = await Promise.all(answers);
const { code } = await ended;
const whole = came.filter(answer => answer.status === 200 && answer.pixels && !answer.degraded).length;
report(`SIGTERM with ${SLOW} slow requests in flight`,
  `${whole} whole pictures, ${came.filter(answer => answer.status === 0).length} resets; status ${code} after ${((Date.now() - asked) / 1000).toFixed(1)} s`,
  whole === SLOW && code === 143);
finish();
