// From the start of a process to its first whole picture over HTTP. Peers start one worker, which is their best case.
import { drawingEngines } from '../lib/engines.mjs';
import { filled, firstPicture, withServer } from '../lib/servers.mjs';
import { SAMPLE } from '../lib/workloads.mjs';
import { rounds } from './rounds.mjs';

const STARTS_PER_ROUND = 3;

export function start({ rounds: count }) {
  return rounds(count * STARTS_PER_ROUND, drawingEngines(), async engine => {
    const before = performance.now();
    return withServer(engine, 1, async ({ base }) => {
      await firstPicture(base + filled(engine.paths.w1, SAMPLE));
      return { seconds: (performance.now() - before) / 1000 };
    });
  });
}
