// Cold pictures of each shipped template at 2x beside W1, one after the other, each for another recipient.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { ours } from '../lib/engines.mjs';
import { query, shipped } from '../lib/collection.mjs';
import { repository } from '../lib/places.mjs';
import { rest } from '../lib/processes.mjs';
import { filled, firstPicture, pictureTime, withServer } from '../lib/servers.mjs';
import { percentile } from '../lib/statistics.mjs';
import { letters, SAMPLE } from '../lib/workloads.mjs';

const FOLDER = `${repository}/templates`;
/** Pictures of each before any is timed, so that code is compiled and backgrounds are prepared. */
const WARM = 150;
const EACH = 60;

export async function templates({ rounds }) {
  const work = mkdtempSync(`${tmpdir()}/nameplate-work-`);
  try {
    return await measured(rounds, { ...ours, environment: port => ({ ...ours.environment(port), NAMEPLATE_TEMPLATES: FOLDER, NAMEPLATE_WORK: work }) });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function measured(rounds, shippedOnes) {
  return withServer(ours, 2, async small =>
    withServer(shippedOnes, 2, async large => {
      const asked = { W1: person => small.base + filled(ours.paths.w1, { ...SAMPLE, name: person }) };
      for (const id of shipped) {
        asked[id] = person => `${large.base}/i/${id}@2x.png?${query(FOLDER, id, person)}`;
      }
      let next = 0;
      const names = Object.keys(asked);
      for (const name of names) {
        await firstPicture(asked[name]('First Recipient'));
      }
      await Promise.all([rest(small.pid), rest(large.pid)]);
      // W1 has a server of its own, which is to have compiled its code as far as the other has.
      for (let number = 0; number < shipped.length * WARM; number++) {
        await pictureTime(asked.W1(`Warm ${letters(number)}`));
      }
      const times = Object.fromEntries(names.map(name => [name, []]));
      for (let turn = 0; turn < WARM + rounds * EACH; turn++) {
        for (const name of names) {
          const time = await pictureTime(asked[name](`Cold ${letters(next++)}`));
          if (turn >= WARM) {
            times[name].push(time);
          }
        }
      }
      return Object.fromEntries(names.map(name => [name, percentile(times[name], 0.5)]));
    }),
  );
}
