// Jobs: files drawn in the background against cold pictures over HTTP; what a job costs live pictures; rows that share values.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { ours } from '../lib/engines.mjs';
import { cache } from '../lib/places.mjs';
import { rest, sleep } from '../lib/processes.mjs';
import { readRecipients } from '../lib/recipients.mjs';
import { filled, firstPicture, paced, walk, withServer } from '../lib/servers.mjs';
import { median } from '../lib/statistics.mjs';
import { letters, SAMPLE } from '../lib/workloads.mjs';

/** Connections of the cold load, as where engines are compared; and of readers that come by themselves. */
const CONNECTIONS = 4;
const READERS = 64;
/** A 99th percentile differs more from round to round than a rate does. */
const ROUNDS_OF_READERS = 2;
const SHARED_ROWS = 2000;
const SHARED_VALUES = 10;
const LOOK = 20;

export async function jobs({ rounds, secs }) {
  const work = mkdtempSync(`${tmpdir()}/nameplate-jobs-`);
  const served = {
    ...ours,
    environment: port => ({ ...ours.environment(port), NAMEPLATE_WORK: work, NAMEPLATE_WORK_BYTES: String(32 * 2 ** 30) }),
  };
  try {
    return await withServer(served, 2, async server => {
      await firstPicture(server.base + filled(ours.paths.w1, SAMPLE));
      await rest(server.pid);
      const people = new People();
      const files = await drawn(server.base, people, rounds, secs);
      const pause = (READERS * 1000) / (median(files.map(round => round.http)) / 2);
      return { files, live: await beside(server.base, people, pause, rounds, secs), shared: await shared(server.base) };
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Recipients, none of whom comes twice. */
class People {
  constructor() {
    this.all = readRecipients(`${cache}/recipients.tsv`);
    this.next = 0;
    this.file = `${cache}/paths-jobs.txt`;
    writeFileSync(this.file, this.all.map(person => `${filled(ours.paths.w1, person)}\n`).join(''));
  }

  /** Takes so many, and says where they begin. */
  take(count) {
    const from = this.next;
    this.next += count;
    if (this.next > this.all.length) {
      throw new Error('there were too few recipients; raise RECIPIENTS in run.sh');
    }
    return from;
  }

  /** A list of so many. */
  list(count) {
    const from = this.take(count);
    return ['name', ...this.all.slice(from, from + count).map(({ name }) => name)].join('\n');
  }

  async walk(base, seconds) {
    const load = await walk(base, this.file, this.next, seconds, CONNECTIONS);
    this.take(load.requests + CONNECTIONS);
    return load;
  }
}

/** Cold pictures over HTTP and as files of a job, in turn. */
async function drawn(base, people, rounds, seconds) {
  // The compiler is done with what both run through.
  const rate = (await people.walk(base, seconds)).requests / seconds;
  await filesOf(base, people.list(Math.ceil(rate * seconds)));
  const results = [];
  for (let round = 0; round < rounds; round++) {
    const line = {};
    for (const kind of round % 2 ? ['files', 'http'] : ['http', 'files']) {
      if (kind === 'http') {
        const load = await people.walk(base, seconds);
        line.http = (load.requests - load.bad) / load.seconds;
      } else {
        line.files = await filesOf(base, people.list(Math.ceil(rate * seconds)));
      }
    }
    results.push(line);
    console.error(`  round ${round + 1}: ${JSON.stringify(line)}`);
  }
  return results;
}

/** How many files a second a job draws, from its answer on to its end. */
async function filesOf(base, list) {
  const job = await submitted(base, list);
  const begun = performance.now();
  const done = await ended(base, job);
  const seconds = (performance.now() - begun) / 1000;
  if (done.status !== 'completed' || done.counts.done !== done.rows) {
    throw new Error(`the job is ${done.status}: ${JSON.stringify(done)}`);
  }
  await fetch(`${base}/v1/batches/${job}`, { method: 'DELETE' });
  return done.pictures / seconds;
}

async function submitted(base, list) {
  const response = await fetch(`${base}/v1/batches?template=w1&mode=files`, { method: 'POST', headers: { 'Content-Type': 'text/csv' }, body: list });
  if (response.status !== 202) {
    throw new Error(`the list was refused: ${response.status} ${await response.text()}`);
  }
  return (await response.json()).id;
}

async function ended(base, id) {
  for (;;) {
    const job = await (await fetch(`${base}/v1/batches/${id}`)).json();
    if (job.ended_at) {
      return job;
    }
    await sleep(LOOK);
  }
}

/** Readers that come at half of what the server draws, with a job beside them and without. */
async function beside(base, people, pause, rounds, seconds) {
  const results = [];
  for (let round = 0; round < ROUNDS_OF_READERS * rounds; round++) {
    const line = {};
    for (const kind of round % 2 ? ['with', 'without'] : ['without', 'with']) {
      const job = kind === 'with' ? await submitted(base, endless(round)) : '';
      const load = await paced(base, people.file, people.next, pause, seconds, READERS);
      people.take(load.requests + READERS);
      line[kind] = { p50: load.p50, p99: load.p99, rate: (load.requests - load.bad) / load.seconds, bad: load.bad };
      if (job) {
        line.drawn = (await cancelled(base, job)) / load.seconds;
      }
    }
    results.push(line);
    console.error(`  round ${round + 1}: ${JSON.stringify(line)}`);
  }
  return results;
}

/** A list that no round comes to the end of, of nobody who is asked for. */
function endless(round) {
  return ['name', ...Array.from({ length: 100_000 }, (unused, row) => `Row ${letters(round)} ${letters(row)}`)].join('\n');
}

/** Ends a job, and says how many pictures it had drawn. */
async function cancelled(base, id) {
  await fetch(`${base}/v1/batches/${id}/cancel`, { method: 'POST' });
  const job = await ended(base, id);
  if (job.status !== 'cancelled') {
    throw new Error(`the job was ${job.status} before the readers were`);
  }
  while ((await fetch(`${base}/v1/batches/${id}`, { method: 'DELETE' })).status === 503) {
    await sleep(LOOK);
  }
  return job.pictures;
}

/** A list in which each second row has one of a few values. */
async function shared(base) {
  const names = Array.from({ length: SHARED_ROWS }, (unused, row) => (row % 2 ? `Own ${letters(row)}` : `Shared ${letters(row % (2 * SHARED_VALUES))}`));
  const { rows, counts, pictures } = await ended(base, await submitted(base, ['name', ...names].join('\n')));
  return { rows, done: counts.done, different: new Set(names).size, pictures };
}
