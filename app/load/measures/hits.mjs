// Cached pictures and 304s: ours against bare Jetty and nginx, asked the same and with the bytes that ours made.
// All servers run at once and are asked in turn, a case after the other, so that a disturbance from outside meets them all.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { bareJetty, ours } from '../lib/engines.mjs';
import { cache } from '../lib/places.mjs';
import { rest } from '../lib/processes.mjs';
import { filled, firstPicture, hammer, keptPicture, withServer } from '../lib/servers.mjs';
import { SAMPLE } from '../lib/workloads.mjs';

const CONNECTIONS = 16;
const WARM_ROUNDS = 2;
const FOLDER = `${cache}/hits`;
/** What the server itself adds to a header. */
const OF_THE_SERVER = ['date', 'content-length', 'connection', 'keep-alive'];
const CASES = [
  { name: 'w1', workload: 'w1', held: false },
  { name: 'w2', workload: 'w2', held: false },
  { name: 'w3', workload: 'w3', held: false },
  { name: 'w1-304', workload: 'w1', held: true },
  { name: 'w3-304', workload: 'w3', held: true },
];

export async function hits({ rounds, secs }) {
  const jetty = { ...bareJetty, server: port => bareJetty.server(port, FOLDER) };
  return withServer(ours, 2, async own => {
    const sizes = await keepPictures(own);
    await rest(own.pid);
    return withServers([jetty, ...(hasNginx() ? [nginx()] : [])], async others => {
      const servers = [{ name: ours.name, base: own.base }, ...others];
      return { sizes, results: await interleaved(servers, rounds, secs) };
    });
  });
}

/** Lets ours draw the pictures once, packed as hard as they will be, and lays them where the others find them. */
async function keepPictures({ base, pid }) {
  mkdirSync(`${FOLDER}/i`, { recursive: true });
  for (const path of Object.values(ours.paths)) {
    await keptPicture(base + filled(path, SAMPLE));
  }
  await rest(pid);
  const sizes = {};
  for (const [workload, path] of Object.entries(ours.paths)) {
    const { bytes, headers } = await keptPicture(base + filled(path, SAMPLE));
    const lines = [...headers].filter(([name]) => !OF_THE_SERVER.includes(name)).map(([name, value]) => `${name}: ${value}\n`);
    writeFileSync(`${FOLDER}/i/${workload}.png`, bytes);
    writeFileSync(`${FOLDER}/i/${workload}.png.head`, lines.join(''));
    sizes[workload] = bytes.length;
  }
  return sizes;
}

function withServers(engines, use, started = []) {
  const [first, ...rest] = engines;
  return first
    ? withServer(first, 2, ({ base }) => withServers(rest, use, [...started, { name: first.name, base }]))
    : use(started);
}

async function interleaved(servers, count, seconds) {
  const results = Object.fromEntries(servers.map(({ name }) => [name, []]));
  for (let round = -WARM_ROUNDS; round < count; round++) {
    const rates = Object.fromEntries(servers.map(({ name }) => [name, {}]));
    for (const one of CASES) {
      for (const { name, base } of round % 2 ? [...servers].reverse() : servers) {
        rates[name][one.name] = await hammered(base, one, seconds);
      }
    }
    if (round >= 0) {
      Object.entries(rates).forEach(([name, line]) => results[name].push(line));
      console.error(`  round ${round + 1}: ${shares(rates)}`);
    }
  }
  return results;
}

async function hammered(base, { workload, held }, seconds) {
  const url = base + filled(ours.paths[workload], SAMPLE);
  const { headers } = await firstPicture(url);
  const header = held ? [`If-None-Match: ${headers.get('etag')}`] : [];
  const { requests, seconds: took, p99, bad } = await hammer(url, seconds, CONNECTIONS, header);
  return { rate: (requests - bad) / took, p99, bad };
}

/** Of one round, what ours reaches of bare Jetty. */
function shares(rates) {
  const share = ({ name }) => `${name} ${(rates[ours.name][name].rate / rates[bareJetty.name][name].rate).toFixed(2)}`;
  return `${CASES.map(share).join(', ')} of bare Jetty`;
}

function hasNginx() {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    console.error('nginx is not installed and is left out');
    return false;
  }
}

function nginx() {
  return { name: 'nginx', server: port => ['nginx', '-c', configuration(port)] };
}

function configuration(port) {
  const file = `${cache}/nginx.conf`;
  writeFileSync(
    file,
    `${owner()}worker_processes 2; pid ${cache}/nginx.pid; error_log /dev/null; daemon off;
events { worker_connections 512; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=100;
  types { image/png png; }
  server { listen 127.0.0.1:${port}; root ${FOLDER}; add_header Cache-Control max-age=86400; }
}
`);
  return file;
}

/** Started by root, its workers would be nobody, who may not read the cache. */
function owner() {
  return process.getuid() === 0 ? 'user root; ' : '';
}
