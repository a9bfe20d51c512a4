// Processes: starting, ending, and what a tree of them uses, from /proc.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { repository } from './places.mjs';

const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4096;
const MEBIBYTE = 1 << 20;

/** Starts a command at the repository's root, in a group of its own so that its children end with it. */
export function start(command, environment = {}) {
  const child = spawn(command[0], command.slice(1), {
    cwd: repository,
    detached: true,
    stdio: ['ignore', 'ignore', process.env.BENCH_DEBUG ? 'inherit' : 'ignore'],
    env: { ...process.env, ...environment },
  });
  child.on('error', failed => console.error(`  ${command[0]}: ${failed.message}`));
  return child;
}

/** Asks a process group to end, and ends it after three seconds. */
export async function stop(child) {
  if (!child.pid) {
    return;
  }
  const ended = new Promise(done => (child.exitCode === null ? child.once('exit', done) : done()));
  signal(child, 'SIGTERM');
  await Promise.race([ended, sleep(3000)]);
  signal(child, 'SIGKILL');
  await sleep(300);
}

function signal(child, name) {
  try {
    process.kill(-child.pid, name);
  } catch (gone) {
    if (gone.code !== 'ESRCH') {
      throw gone;
    }
  }
}

/** A command's output and nothing else of it. */
export function output(command, environment = {}, seconds = 600) {
  return new Promise((done, failed) => {
    const child = spawn(command[0], command.slice(1), {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
      timeout: seconds * 1000,
    });
    let text = '';
    let errors = '';
    child.stdout.on('data', part => (text += part));
    child.stderr.on('data', part => (errors += part));
    child.on('error', failed);
    child.on('close', code => (code === 0 ? done(text) : failed(new Error(`${command[0]} ended with ${code}: ${errors.slice(-600)}`))));
  });
}

export function sleep(milliseconds) {
  return new Promise(done => setTimeout(done, milliseconds));
}

/** CPU seconds and resident MiB of a process and its descendants, children that have ended included. */
export function usage(root) {
  const rows = new Map();
  const children = new Map();
  for (const name of readdirSync('/proc').filter(entry => /^\d+$/.test(entry))) {
    const fields = statFields(name);
    if (fields) {
      rows.set(name, fields);
      children.set(fields[1], [...(children.get(fields[1]) || []), name]);
    }
  }
  const queue = [String(root)];
  const total = { cpuSeconds: 0, residentMiB: 0 };
  while (queue.length) {
    const pid = queue.pop();
    const fields = rows.get(pid);
    queue.push(...(children.get(pid) || []));
    if (fields) {
      total.cpuSeconds += fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS_PER_SECOND;
      total.residentMiB += (Number(fields[21]) * PAGE_BYTES) / MEBIBYTE;
    }
  }
  return total;
}

/** Waits until a process and its descendants do next to nothing, five minutes at most. */
export async function rest(root) {
  for (let second = 0; second < 300; second++) {
    const before = usage(root).cpuSeconds;
    await sleep(1000);
    if (usage(root).cpuSeconds - before < 0.1) {
      return;
    }
  }
}

/** The fields of /proc/PID/stat after the command's name; undefined where the process has ended. */
function statFields(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
