// Nodes behind nginx on this machine: started, stopped, limited to a share of a core, and loaded with pictures that are looked at.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename } from 'node:path';
import { inflateSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { Agent, get } from 'node:http';
import { rewriteSection } from './document.mjs';
import { cache, repository } from './places.mjs';
import { sleep } from './processes.mjs';

const PATIENCE = 120_000;
const PERIOD = 100_000;
const COMMAND = (process.env.NAMEPLATE_COMMAND || 'java @app/target/nameplate.args').split(' ');
const PAGE = `${repository}/app/docs/fleet.md`;
/** The newest rows of each measurement that was made here. */
const RESULTS = `${cache}/results/fleet`;
const ends = [];

export const folder = mkdtempSync(`${tmpdir()}/nameplate-fleet-`);

// Whatever happens, nothing of it stays.
process.on('exit', () => {
  ends.reverse().forEach(end => end());
  rmSync(folder, { recursive: true, force: true });
});
for (const name of ['SIGINT', 'SIGTERM']) {
  process.on(name, () => process.exit(1));
}

/** A port that nothing listens on. */
export function freePort() {
  return new Promise((done, failed) => {
    const server = createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** A node: it keeps its port over restarts. */
export class Node {
  constructor(port, environment = {}, group = undefined) {
    this.port = port;
    this.base = `http://127.0.0.1:${port}`;
    this.environment = environment;
    this.group = group;
    this.said = '';
    ends.push(() => this.child?.kill('SIGKILL'));
  }

  async start() {
    const command = this.group ? ['sh', '-c', `echo $$ > ${this.group.file}; exec "$@"`, 'sh', ...COMMAND] : COMMAND;
    this.child = spawn(command[0], command.slice(1), {
      cwd: repository,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        NAMEPLATE_HOST: '127.0.0.1',
        NAMEPLATE_PORT: String(this.port),
        NAMEPLATE_PROXIES: '127.0.0.1/32',
        NAMEPLATE_WORK: `${folder}/work-${this.port}`,
        NAMEPLATE_RATE_CLIENT: 'off',
        NAMEPLATE_LOG: 'off',
        NAMEPLATE_DEADLINE: '10s',
        ...this.environment,
      },
    });
    this.child.stderr.on('data', part => (this.said += part));
    this.exit = new Promise(done => this.child.on('exit', (code, signal) => done({ code, signal })));
    await this.ready();
    return this;
  }

  /** Waits until it says that it is ready. */
  async ready() {
    const end = performance.now() + PATIENCE;
    while (performance.now() < end) {
      if (await status(`${this.base}/health/ready`) === 200) {
        return;
      }
      if (this.child.exitCode !== null) {
        throw new Error(`a node ended: ${this.said}`);
      }
      await sleep(20);
    }
    throw new Error('a node is not ready');
  }

  /** Sends a signal and waits for the end. */
  async stop(name = 'SIGTERM') {
    this.child.kill(name);
    return this.exit;
  }
}

function status(url) {
  return new Promise(done => {
    get(url, answer => {
      answer.resume();
      done(answer.statusCode);
    }).on('error', () => done(0));
  });
}

/** So many nodes, started one after the other. */
export async function startedNodes(count) {
  const nodes = [];
  while (nodes.length < count) {
    nodes.push(await new Node(await freePort()).start());
  }
  return nodes;
}

/** Starts nginx with the configuration that is shipped, in front of nodes; its address. */
export async function nginx(nodes) {
  const port = await freePort();
  const place = mkdtempSync(`${folder}/nginx-`);
  mkdirSync(`${place}/cache`);
  const shipped = readFileSync(`${repository}/app/deploy/nginx.conf`, 'utf8');
  const text = shipped
    .replace('include /etc/nginx/nameplate/nodes.conf;', nodes.map(node => `server 127.0.0.1:${node.port} max_fails=2 fail_timeout=5s;`).join('\n'))
    .replaceAll('/var/cache/nginx', `${place}/cache`)
    .replaceAll('/etc/nginx/nameplate', `${repository}/app/deploy`)
    .replace('/tmp/nginx.pid', `${place}/pid`)
    .replace('access_log /dev/stdout states;', 'access_log off;')
    .replace('listen 8080', `listen 127.0.0.1:${port}`);
  writeFileSync(`${place}/nginx.conf`, text);
  const user = process.getuid() === 0 ? ' user root;' : '';
  const child = spawn('nginx', ['-e', 'stderr', '-c', `${place}/nginx.conf`, '-g', `daemon off;${user}`], { stdio: 'ignore' });
  ends.push(() => child.kill('SIGTERM'));
  const base = `http://127.0.0.1:${port}`;
  for (let time = 0; (await status(`${base}/health/live`)) !== 200; time++) {
    if (time > 500) {
      throw new Error('nginx does not answer');
    }
    await sleep(20);
  }
  return base;
}

/**
 * A control group for CPU time, of version 2 where it can be written and else of version 1; undefined where there is neither.
 */
export function cpuGroup(name) {
  const two = '/sys/fs/cgroup';
  const one = '/sys/fs/cgroup/cpu';
  const isTwo = existsSync(`${two}/cgroup.controllers`) && readFileSync(`${two}/cgroup.controllers`, 'utf8').includes('cpu');
  const place = `${isTwo ? two : one}/nameplate-${process.pid}-${name}`;
  try {
    mkdirSync(place);
  } catch {
    return undefined;
  }
  ends.unshift(() => {
    for (let time = 0; existsSync(place) && time < 50; time++) {
      try {
        rmdirSync(place);
      } catch {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
      }
    }
  });
  return {
    version: isTwo ? 2 : 1,
    file: `${place}/cgroup.procs`,
    limit(cores) {
      const quota = Math.round(cores * PERIOD);
      if (isTwo) {
        writeFileSync(`${place}/cpu.max`, `${quota} ${PERIOD}`);
      } else {
        writeFileSync(`${place}/cpu.cfs_period_us`, String(PERIOD));
        writeFileSync(`${place}/cpu.cfs_quota_us`, String(quota));
      }
    },
  };
}

/** Asks for a path; what came, with a digest of its pixels; status 0 where the connection broke. */
export function ask(agent, url) {
  const start = performance.now();
  return new Promise(done => {
    const lost = failed => done({ status: 0, failed: failed.code || failed.message, millis: performance.now() - start, at: Date.now() });
    get(url, { agent }, answer => {
      const parts = [];
      answer.on('error', lost);
      answer.on('data', part => parts.push(part));
      answer.on('end', () => {
        const millis = performance.now() - start;
        done({
          status: answer.statusCode,
          millis,
          at: Date.now(),
          degraded: answer.headers['nameplate-degraded'],
          pixels: pixels(Buffer.concat(parts)),
        });
      });
    }).on('error', lost);
  });
}

/** Clients that ask for pictures one after the other until they are told to stop; every answer is looked at. */
export class Load {
  constructor(base, clients, target) {
    this.base = base;
    this.agent = new Agent({ keepAlive: true, maxSockets: clients });
    this.target = target;
    this.answers = [];
    this.expected = new Map();
    this.running = true;
    this.clients = Array.from({ length: clients }, () => this.client());
  }

  async client() {
    while (this.running) {
      const { name, path } = this.target();
      const answer = await ask(this.agent, this.base + path);
      answer.name = name;
      this.answers.push(answer);
    }
  }

  /** Stops, and counts: answers, those that failed, are no pictures, are degraded, or show what another answer to the same name did not. */
  async end() {
    this.running = false;
    await Promise.all(this.clients);
    const count = { answers: this.answers.length, failed: 0, noPicture: 0, degraded: 0, wrongPixels: 0, why: new Set() };
    for (const answer of this.answers) {
      if (answer.status !== 200) {
        count.failed++;
        count.why.add(answer.failed || answer.status);
      } else if (!answer.pixels) {
        count.noPicture++;
      } else if (answer.degraded) {
        count.degraded++;
        count.why.add(answer.degraded);
      } else if ((this.expected.get(answer.name) ?? answer.pixels) !== answer.pixels) {
        count.wrongPixels++;
      } else {
        this.expected.set(answer.name, answer.pixels);
      }
    }
    count.why = [...count.why].join(', ');
    return count;
  }
}

const SAMPLES = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** A digest of a PNG's pixels, whatever its filters and compression; undefined where it is none (PNG, sections 7 and 9). */
export function pixels(bytes) {
  try {
    const width = bytes.readUInt32BE(16);
    const height = bytes.readUInt32BE(20);
    const kind = bytes[25];
    const packed = [];
    let palette = Buffer.alloc(0);
    let type = '';
    for (let at = 8; type !== 'IEND'; ) {
      const length = bytes.readUInt32BE(at);
      type = bytes.toString('latin1', at + 4, at + 8);
      const data = bytes.subarray(at + 8, at + 8 + length);
      if (type === 'IDAT') packed.push(data);
      if (type === 'PLTE') palette = data;
      at += 12 + length;
    }
    const depth = bytes[24];
    const per = Math.max(1, (SAMPLES[kind] * depth) >> 3);
    const line = Math.ceil((width * SAMPLES[kind] * depth) / 8);
    const rows = unfiltered(inflateSync(Buffer.concat(packed)), height, line, per);
    return createHash('sha256').update(kind === 3 ? colors(rows, palette, { width, height, line, depth }) : rows).digest('hex');
  } catch {
    return undefined;
  }
}

function unfiltered(raw, height, line, per) {
  const rows = Buffer.alloc(height * line);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (line + 1)];
    for (let x = 0; x < line; x++) {
      const at = y * line + x;
      const left = x >= per ? rows[at - per] : 0;
      const up = y > 0 ? rows[at - line] : 0;
      const corner = y > 0 && x >= per ? rows[at - line - per] : 0;
      rows[at] = raw[y * (line + 1) + 1 + x] + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
    }
  }
  return rows;
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** The colors of a palette's numbers, as a picture without a palette has them. */
function colors(rows, palette, { width, height, line, depth }) {
  const result = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const bit = x * depth;
      const number = (rows[y * line + (bit >> 3)] >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
      palette.copy(result, (y * width + x) * 3, number * 3, number * 3 + 3);
    }
  }
  return result;
}

/** A word for a number, since names hold no digits. */
export function word(number) {
  const letter = String.fromCharCode(97 + (number % 26));
  return number < 26 ? letter : word(Math.floor(number / 26) - 1) + letter;
}

/** The value below which a share of numbers lies. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] : 0;
}

const rows = [];

/** Prints a row, and says whether it meets its goal. */
export function report(what, figures, met) {
  console.log(`${met ? 'met' : 'NOT MET'}  ${what}: ${figures}`);
  rows.push({ what, figures, met });
  if (!met) {
    process.exitCode = 1;
  }
}

/** Writes the rows into the table of app/docs/fleet.md, and ends this process with its status; what it started ends with it. */
export function finish() {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(`${RESULTS}/${basename(process.argv[1], '.mjs')}.json`, JSON.stringify(rows));
  const all = readdirSync(RESULTS).sort().flatMap(name => JSON.parse(readFileSync(`${RESULTS}/${name}`, 'utf8')));
  const lines = all.map(({ what, figures, met }) => `| ${what} | ${figures} | ${met ? 'yes' : '**no**'} |`);
  rewriteSection(PAGE, 'fleet', ['', '| Row | Measured | Goal met |', '|---|---|---|', ...lines, ''].join('\n'));
  process.exit(process.exitCode ?? 0);
}
