// Pictures of recipients' own at five times of what can be drawn, against what can be drawn. The server has a core in a control group, so that the client takes nothing of it.
import { Node, cpuGroup, freePort } from '../lib/fleet.mjs';
import { repository } from '../lib/places.mjs';
import { rest } from '../lib/processes.mjs';
import { firstPicture, flood } from '../lib/servers.mjs';

const TIMES = 5;
/** A reader's pause begins when its answer is there, so pauses are shorter than they would have to be else. */
const SHORTER = 0.85;
const WARM_SECONDS = 20;
const SECONDS = 15;
const ASKERS = 16;
/** Readers that come by themselves, enough of them that many come while others wait. */
const READERS = 3000;

/** Between two requests of a reader, in milliseconds, so that all of them ask for so many times what can be drawn. */
const pauseFor = capacity => (SHORTER * READERS * 1000) / (TIMES * capacity);

export async function goodput({ rounds }) {
  const group = cpuGroup('goodput');
  if (!group) {
    throw new Error('not measured: no control group for CPU time can be made here');
  }
  group.limit(1);
  const node = await new Node(await freePort(), { NAMEPLATE_TEMPLATES: `${repository}/templates`, NAMEPLATE_DEADLINE: '2s' }, group).start();
  await firstPicture(`${node.base}/i/welcome@2x.png?name=First`);
  await rest(node.child.pid);
  let next = 1;
  const asked = async (seconds, readers, pause) => {
    const result = await flood(node.base, next, seconds, readers, pause);
    next += 2 * result.answers + readers;
    return result;
  };
  // The code of both kinds of load is compiled.
  const first = await asked(WARM_SECONDS, ASKERS, 0);
  await asked(WARM_SECONDS, READERS, pauseFor(first.whole / first.seconds));
  const results = [];
  for (let round = 0; round < rounds; round++) {
    const calm = await asked(SECONDS, ASKERS, 0);
    const capacity = calm.whole / calm.seconds;
    const load = await asked(SECONDS, READERS, pauseFor(capacity));
    results.push({ capacity, asked: load.answers / load.seconds, own: load.whole / load.seconds, failed: load.bad + load.lost, p99: load.p99 });
    console.error(`  round ${round + 1}: ${JSON.stringify(results.at(-1))}`);
  }
  await node.stop('SIGTERM');
  return results;
}
