// Pictures of a thousand templates against those of the shipped ones, with a work folder in which both are prepared.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { ours } from '../lib/engines.mjs';
import { collection, query, shipped } from '../lib/collection.mjs';
import { rest } from '../lib/processes.mjs';
import { firstPicture, pictureTime, withServer } from '../lib/servers.mjs';
import { letters } from '../lib/workloads.mjs';
import { percentile } from '../lib/statistics.mjs';

const MANY = Number(process.env.BENCH_TEMPLATES || 1000);
/** A work folder that is kept, so that another run does not prepare the templates again. */
const KEPT = process.env.BENCH_WORK;
const TOGETHER = 100;
const WARM = 600;
const PICTURES = 400;
const EACH = 40;

export async function collectionMeasure({ rounds }) {
  const work = KEPT || mkdtempSync(`${tmpdir()}/nameplate-work-`);
  try {
    const few = collection(shipped.length);
    const many = collection(MANY);
    await prepare(many, work);
    return await withServer(served(few, work), 2, few1 =>
      withServer(served(many, work), 2, many1 => measured({ few: { ...few1, folder: few }, many: { ...many1, folder: many } }, rounds)),
    );
  } finally {
    if (!KEPT) {
      rmSync(work, { recursive: true, force: true });
    }
  }
}

/** A server of ours with another folder of templates and a work folder. */
export function served(folder, work, more = {}) {
  return {
    ...ours,
    environment: port => ({ ...ours.environment(port), NAMEPLATE_TEMPLATES: folder, NAMEPLATE_WORK: work, NAMEPLATE_WORK_BYTES: String(32 * 2 ** 30), ...more }),
  };
}

/** The ids of a folder made by `collection`. */
export function ids(folder, count) {
  return Array.from({ length: count }, (unused, number) => (number < shipped.length ? shipped[number] : `${shipped[number % shipped.length]}-${number}`));
}

/** Asks for each template once and waits until all are stored, some at a time, since not all find a place in the queue; then once more, which may store nothing. */
async function prepare(folder, work) {
  await withServer(served(folder, work), 2, async ({ base, pid }) => {
    await live(base);
    await askAll(base, pid, folder, 'First Recipient');
    const before = stored(work);
    await askAll(base, pid, folder, 'Second Recipient');
    if (stored(work) !== before) {
      throw new Error(`${stored(work) - before} backgrounds of ${stored(work)} were not stored at first`);
    }
  });
}

async function askAll(base, pid, folder, name) {
  const all = ids(folder, MANY);
  for (let at = 0; at < MANY; at += TOGETHER) {
    for (const id of all.slice(at, at + TOGETHER)) {
      await firstPicture(address(base, folder, id, name));
    }
    await rest(pid);
  }
}

/** How many backgrounds' strips are in a work folder. */
function stored(work) {
  return readdirSync(`${work}/cache`, { recursive: true }).filter(name => name.endsWith('.strips')).length;
}

async function measured(sides, rounds) {
  const times = { few: [], many: [] };
  for (const [name, side] of Object.entries(sides)) {
    await live(side.base);
    side.ids = ids(side.folder, name === 'few' ? shipped.length : MANY);
    for (const id of side.ids) {
      await ask(side.base, side.folder, id, 'Once Before');
    }
    for (let number = 0; number < WARM; number++) {
      await ask(side.base, side.folder, side.ids[number % shipped.length], `Warm ${letters(number)}`);
    }
    await rest(side.pid);
  }
  let seed = 1;
  for (let number = 0; number < PICTURES * rounds; number++) {
    for (const name of number % 2 ? ['few', 'many'] : ['many', 'few']) {
      const side = sides[name];
      seed = (seed * 48271) % 2147483647;
      times[name].push(await ask(side.base, side.folder, side.ids[seed % side.ids.length], `Cold ${letters(number)}`));
    }
  }
  const anonymous = anonymousMiB(sides.many.pid);
  const each = {};
  for (const id of shipped) {
    const own = [];
    for (let number = 0; number < EACH; number++) {
      own.push(await ask(sides.few.base, sides.few.folder, id, `Each ${letters(number)}`));
    }
    each[id] = percentile(own, 0.5);
  }
  return { templates: MANY, few: percentile(times.few, 0.5), many: percentile(times.many, 0.5), manyP99: percentile(times.many, 0.99), anonymousMiB: anonymous, each };
}

async function live(base) {
  for (;;) {
    try {
      if ((await fetch(`${base}/health/ready`)).status === 200) {
        return;
      }
    } catch (notYet) {
      await new Promise(done => setTimeout(done, 20));
    }
  }
}

/** How many milliseconds a picture takes. */
function ask(base, folder, id, name) {
  return pictureTime(address(base, folder, id, name));
}

function address(base, folder, id, name) {
  return `${base}/i/${id}@2x.png?${query(folder, id, name)}`;
}

function anonymousMiB(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  return Math.max(...[pid, ...children].map(one => Number(readFileSync(`/proc/${one}/status`, 'utf8').match(/RssAnon:\s+(\d+)/)[1]) / 1024));
}
