// One peer, one picture at a time in this process: node loop.mjs PEER --warm S --seconds S --recipients FILE, or --sample FOLDER.
// Prints one line of JSON.
import { mkdirSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { options } from '../lib/options.mjs';
import { readRecipients } from '../lib/recipients.mjs';
import { percentile } from '../lib/statistics.mjs';
import { usage } from '../lib/processes.mjs';
import { SAMPLE, WORKLOADS } from '../lib/workloads.mjs';

const peer = argv[2];
const asked = options(argv.slice(3), { warm: 1, seconds: 1, recipients: '', sample: '' });
const { open } = await import(`./${peer}.mjs`);
const drawings = await open();
if (asked.sample) {
  mkdirSync(asked.sample, { recursive: true });
  for (const workload of WORKLOADS) {
    writeFileSync(`${asked.sample}/${peer}-${workload}.png`, await drawings[workload](SAMPLE));
  }
} else {
  const people = readRecipients(asked.recipients);
  const results = {};
  for (const workload of WORKLOADS) {
    let next = 0;
    const draw = () => drawings[workload](people[next++ % people.length]);
    await repeat(draw, asked.warm);
    results[workload] = await repeat(draw, asked.seconds);
  }
  console.log(JSON.stringify(results));
}
await drawings.close?.();
process.exit(0);

/** Draws for so many seconds, at least ten times. */
async function repeat(draw, seconds) {
  const times = [];
  let bytes = 0;
  const cpuBefore = usage(process.pid).cpuSeconds;
  const end = performance.now() + seconds * 1000;
  while (times.length < 10 || performance.now() < end) {
    const start = performance.now();
    const picture = await draw();
    times.push(performance.now() - start);
    bytes += picture.length;
  }
  const cpuSeconds = usage(process.pid).cpuSeconds - cpuBefore;
  return {
    count: times.length,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    cpu: (cpuSeconds * 1000) / times.length,
    bytes: bytes / times.length,
  };
}
