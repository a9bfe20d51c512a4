// What a start costs: CPU seconds of the first minute with the shipped templates, and the time until a thousand are ready.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { collection, query, shipped } from '../lib/collection.mjs';
import { sleep, usage } from '../lib/processes.mjs';
import { withServer } from '../lib/servers.mjs';
import { served } from './collection.mjs';

const MANY = Number(process.env.BENCH_TEMPLATES || 1000);
const STARTS = 5;
const MINUTE = 60_000;

export async function restart() {
  const work = mkdtempSync(`${tmpdir()}/nameplate-work-`);
  try {
    const few = collection(shipped.length);
    const many = collection(MANY);
    const first = await idle(few, work);
    await prepared(few, work);
    const warm = await idle(few, work);
    const ready = { few: [], many: [] };
    for (let number = 0; number < STARTS; number++) {
      ready.few.push(await readySeconds(few, work));
      ready.many.push(await readySeconds(many, work));
    }
    return { templates: MANY, first, warm, ready, etags: await tags(few) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** CPU seconds of the first minute without a request. */
function idle(folder, work) {
  return withServer(served(folder, work), 2, async ({ pid }) => {
    await sleep(MINUTE);
    return usage(pid).cpuSeconds;
  });
}

/** Asks for each template in the formats and scales of mails, and waits a while for them to be stored. */
function prepared(folder, work) {
  return withServer(served(folder, work), 2, async ({ base }) => {
    for (const id of shipped) {
      for (const ending of ['.png', '@2x.png', '@2x.jpg']) {
        await whole(`${base}/i/${id}${ending}?${query(folder, id, 'Ada')}`);
      }
    }
    await sleep(MINUTE);
  });
}

async function readySeconds(folder, work) {
  const before = performance.now();
  return withServer(served(folder, work), 2, async ({ base }) => {
    await whole(`${base}/health/ready`);
    return (performance.now() - before) / 1000;
  });
}

/** How many entity tags of first answers differ a minute later, of the templates whose pictures show no time. */
async function tags(folder) {
  const work = mkdtempSync(`${tmpdir()}/nameplate-work-`);
  try {
    return await withServer(served(folder, work), 2, async ({ base }) => {
      const still = shipped.filter(id => !readFileSync(`${folder}/${id}/template.json`, 'utf8').includes('"countdown"'));
      const urls = still.map(id => `${base}/i/${id}@2x.png?${query(folder, id, 'Ada')}`);
      const before = [];
      for (const url of urls) {
        before.push((await whole(url)).headers.get('etag'));
      }
      await sleep(MINUTE);
      let changed = 0;
      for (const [index, url] of urls.entries()) {
        changed += (await whole(url)).headers.get('etag') === before[index] ? 0 : 1;
      }
      return { asked: urls.length, changed };
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function whole(url) {
  for (;;) {
    try {
      const response = await fetch(url);
      await response.arrayBuffer();
      if (response.status === 200) {
        return response;
      }
    } catch (notYet) {
      await sleep(5);
    }
  }
}
