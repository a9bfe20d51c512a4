// The work of kill-usage.sh: two servers, a client for each, kills, and sums.
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

const [rounds, seed] = process.argv.slice(2).map(Number);
const command = process.env.NAMEPLATE_COMMAND.split(' ');
const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

const KINDS = ['urls', 'pictures', 'hits'];
const SECOND = 1000;

let state = seed >>> 0;
/** A number from 0 up to 1 (mulberry32). */
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

let number = 0;

/** A number in letters, since a name with digits is none. */
function word(n) {
  return n < 26 ? String.fromCharCode(65 + n) : word(Math.floor(n / 26) - 1) + String.fromCharCode(97 + (n % 26));
}

/** A server with a client that asks it one thing after the other. */
class Node {
  constructor() {
    this.sent = { urls: 0, pictures: 0, hits: 0 };
    this.done = { urls: [], pictures: [], hits: [] };
    this.paused = false;
    this.ended = false;
  }

  async start() {
    this.process = spawn(command[0], command.slice(1), { stdio: ['ignore', 'ignore', 'pipe'] });
    running.add(this.process);
    this.process.on('exit', () => running.delete(this.process));
    this.exit = new Promise((resolve) => this.process.on('exit', resolve));
    this.base = await new Promise((resolve, reject) => {
      let text = '';
      this.process.stderr.on('data', (chunk) => {
        text += chunk;
        const found = text.match(/http:\/\/[^\s]*:(\d+)/);
        if (found) resolve(`http://127.0.0.1:${found[1]}`);
      });
      this.process.on('exit', () => reject(new Error('a server ended: ' + text)));
    });
    this.client = this.ask();
    return this;
  }

  async ask() {
    while (!this.ended) {
      if (this.paused) {
        await pause(5);
        continue;
      }
      const name = 'Maria ' + word(number++);
      const url = `${this.base}/i/welcome.png?name=${encodeURIComponent(name)}`;
      try {
        await this.one('urls', () =>
          fetch(`${this.base}/v1/images`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ template: 'welcome', layers: { name } }),
          }));
        await this.one('pictures', () => fetch(url));
        await this.one('hits', () => fetch(url));
        await this.one('hits', () => fetch(url));
      } catch (gone) {
        if (!this.ended) throw gone;
      }
      await pause(2);
    }
  }

  async one(kind, call) {
    if (this.ended) return;
    this.sent[kind]++;
    const reply = await call();
    await reply.arrayBuffer();
    if (reply.status !== 200 || reply.headers.get('Nameplate-Degraded')) {
      throw new Error(`${kind}: ${reply.status} ${reply.headers.get('Nameplate-Degraded')}`);
    }
    this.done[kind].push(Date.now());
  }

  /** Stops asking until it is told to go on, and waits until nothing is on its way. */
  async rest() {
    this.paused = true;
    const settled = () => KINDS.every((kind) => this.sent[kind] === this.done[kind].length);
    let quiet = 0;
    while (quiet < 10) {
      await pause(10);
      quiet = settled() ? quiet + 1 : 0;
    }
  }

  async kill() {
    this.ended = true;
    this.killed = Date.now();
    this.process.kill('SIGKILL');
    await this.exit;
    await this.client;
  }

  /** What it must have counted, and what it may have counted at most. */
  bounds(kind) {
    const least = this.killed
      ? this.done[kind].filter((at) => at <= this.killed - SECOND).length
      : this.done[kind].length;
    return [least, this.killed ? this.sent[kind] : this.done[kind].length];
  }
}

const known = { urls: [0, 0], pictures: [0, 0], hits: [0, 0] };
let nodes = await Promise.all([new Node().start(), new Node().start()]);
let wrong = 0;
let lost = 0;
for (let round = 1; round <= rounds; round++) {
  await pause(1100 + random() * 1200);
  const victim = nodes[random() < 0.5 ? 0 : 1];
  const other = nodes.find((node) => node !== victim);
  await victim.kill();
  await other.rest();
  const today = new Date().toISOString().slice(0, 10);
  const usage = await (await fetch(`${other.base}/v1/usage?to=${today}`)).json();
  for (const kind of KINDS) {
    const dead = victim.bounds(kind);
    const alive = other.bounds(kind);
    const total = usage.total[kind];
    const least = known[kind][0] + dead[0] + alive[0];
    const most = known[kind][1] + dead[1] + alive[1];
    if (total < least || total > most) {
      console.log(`round ${round}: ${kind} are ${total}, expected ${least} to ${most}`);
      wrong++;
    }
    lost += most - total;
    // What the dead one has kept is known now.
    known[kind] = [total - alive[0], total - alive[1]];
  }
  other.paused = false;
  nodes = [other, await new Node().start()];
}
for (const node of nodes) await node.kill();
console.log(
  `${rounds} kills: ${KINDS.map((kind) => `${known[kind][0]} ${kind}`).join(', ')} kept of servers that were killed,`
    + ` ${lost} of their last second lost, ${wrong} sums wrong`);
process.exit(wrong ? 1 : 0);
