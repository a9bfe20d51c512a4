// Cold renders in process: one picture at a time, each process pinned to one core.
import { drawingEngines } from '../lib/engines.mjs';
import { output } from '../lib/processes.mjs';
import { rounds } from './rounds.mjs';

const ONE_CORE = ['taskset', '-c', '0'];

export function cold({ rounds: count, secs }) {
  return rounds(count, drawingEngines(), async engine => {
    const text = await output([...ONE_CORE, ...engine.loop(secs, secs)], engine.environment?.(0));
    return JSON.parse(text.trim().split('\n').pop());
  });
}
