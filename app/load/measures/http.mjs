// Cold renders over HTTP on two cores that the client shares; no recipient comes twice to a server.
import { writeFileSync } from 'node:fs';
import { drawingEngines } from '../lib/engines.mjs';
import { cache } from '../lib/places.mjs';
import { rest, sleep, usage } from '../lib/processes.mjs';
import { readRecipients } from '../lib/recipients.mjs';
import { filled, firstPicture, isWhole, walk, withServer } from '../lib/servers.mjs';
import { letters, SAMPLE, WORKLOADS } from '../lib/workloads.mjs';
import { rounds } from './rounds.mjs';

const CONNECTIONS = 4;
const WORKERS = 2;
const PROBES_PER_SECOND = 2;

export function http({ rounds: count, secs }) {
  const people = readRecipients(`${cache}/recipients.tsv`);
  return rounds(count, drawingEngines(), engine => withServer(engine, WORKERS, server => loaded(engine, server, people, secs)));
}

async function loaded(engine, server, people, seconds) {
  for (const workload of WORKLOADS) {
    await firstPicture(server.base + filled(engine.paths[workload], SAMPLE));
  }
  await rest(server.pid);
  const result = {};
  for (const workload of WORKLOADS) {
    const file = `${cache}/paths-${workload}.txt`;
    writeFileSync(file, people.map(person => `${filled(engine.paths[workload], person)}\n`).join(''));
    const warm = await walk(server.base, file, 0, seconds, CONNECTIONS);
    const offset = warm.requests + CONNECTIONS;
    const probe = { over: false };
    const whole = probed(server.base + filled(engine.paths[workload], { ...SAMPLE, name: 'Probe {n}' }), probe);
    const load = await walk(server.base, file, offset, seconds, CONNECTIONS);
    probe.over = true;
    if (offset + load.requests > people.length) {
      throw new Error('there were too few recipients; raise RECIPIENTS in run.sh');
    }
    result[workload] = {
      rate: (load.requests - load.bad) / load.seconds,
      p50: load.p50,
      p99: load.p99,
      bytes: load.bytes / load.requests,
      bad: load.bad + (await whole),
    };
  }
  result.residentMiB = usage(server.pid).residentMiB;
  return result;
}

/** Asks now and then, while the load runs, whether pictures come whole; answers how many did not. */
async function probed(url, probe) {
  let lesser = 0;
  for (let count = 0; !probe.over; count++) {
    const response = await fetch(url.replace(encodeURIComponent('{n}'), letters(count)));
    await response.arrayBuffer();
    lesser += response.status === 200 && isWhole(response) ? 0 : 1;
    await sleep(1000 / PROBES_PER_SECOND);
  }
  return lesser;
}
