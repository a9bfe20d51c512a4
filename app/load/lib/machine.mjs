// The machine and the versions, as the page states them.
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { drawingEngines } from './engines.mjs';
import { table } from './tables.mjs';

/** One line under a table: when, where, how long. */
export function caption({ rounds, secs }, loadBefore) {
  const date = new Date().toISOString().slice(0, 10);
  const load = `load average before it ${loadBefore.toFixed(1)}`;
  return wrapped(`${date}, ${cpus()[0].model.trim()}, ${cpus().length} cores, ${jdk()}, ${rounds} rounds of ${secs} s, ${load}.`);
}

/** A text in lines of at most 120 characters. */
function wrapped(text) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.length - 1;
    if (lines[last] && lines[last].length + 1 + word.length > 120) {
      lines.push(word);
    } else {
      lines[last] += lines[last] ? ` ${word}` : word;
    }
  }
  return lines.join('\n');
}

export function machineTable() {
  const engines = drawingEngines().map(engine => [engine.name, engine.version()]);
  const chromium = version('chromium', ['--version']);
  return table(['', ''], [
    ['Processor', `${cpus()[0].model.trim()}, ${cpus().length} cores`],
    ['Memory', `${Math.round(totalmem() / 2 ** 30)} GiB`],
    ['JDK', jdk()],
    ['Node', process.version],
    ['wrk', version('wrk', ['-v'])],
    ['nginx', version('nginx', ['-v'])],
    ...engines.map(([name, number]) => [name, name.startsWith('Chromium') ? `${chromium}, puppeteer-core ${number}` : number]),
  ]);
}

export function loadBefore() {
  return loadavg()[0];
}

function jdk() {
  const lines = both('java', ['-version']).split('\n');
  return (lines.find(line => line.includes('Runtime Environment')) || lines[0]).trim();
}

function version(command, words) {
  return both(command, words).match(/\d+\.\d[\w.-]*/)?.[0] ?? 'none';
}

/** A command's first words on either stream; empty where there is no such command. */
function both(command, words) {
  try {
    return execFileSync('sh', ['-c', '"$0" "$@" 2>&1 || true', command, ...words], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
