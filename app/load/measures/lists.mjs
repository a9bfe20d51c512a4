// A million rows of a list into signed URLs, against the same rows through resolver and URL writer alone, in a small heap.
import { execFileSync } from 'node:child_process';
import { CLASS_PATH } from '../lib/engines.mjs';

const ROWS = 1_000_000;
const HEAP = '-Xmx128m';

export function lists({ rounds }) {
  const words = ['-cp', CLASS_PATH, 'dev.nameplate.bench.Lists', '--rows', String(ROWS), '--rounds', String(rounds)];
  const line = execFileSync('java', [HEAP, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(line.trim().split('\n').pop());
}
