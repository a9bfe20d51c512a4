// Cached pictures and 304s: ours against bare Jetty and nginx, all with the bytes that ours made.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { bareJetty, ours } from '../lib/engines.mjs';
import { cache } from '../lib/places.mjs';
import { filled, firstPicture, hammer, withServer } from '../lib/servers.mjs';
import { SAMPLE, WORKLOADS } from '../lib/workloads.mjs';
import { rounds } from './rounds.mjs';

const CONNECTIONS = 16;
const FOLDER = `${cache}/hits`;
const FILE_PATHS = { w1: '/w1.png', w2: '/w2.png', w3: '/w3.png' };

export async function hits({ rounds: count, secs }) {
  const sizes = await keepPictures();
  const jetty = { ...bareJetty, server: port => bareJetty.server(port, FOLDER), paths: FILE_PATHS };
  const engines = [ours, jetty, ...(hasNginx() ? [nginx()] : [])];
  const results = await rounds(count, engines, engine => withServer(engine, 2, server => hammered(engine, server, secs)));
  return { sizes, results };
}

/** Lets ours draw the pictures once and lays them where the others find them. */
async function keepPictures() {
  mkdirSync(FOLDER, { recursive: true });
  return withServer(ours, 2, async ({ base }) => {
    const sizes = {};
    for (const workload of WORKLOADS) {
      const { bytes } = await firstPicture(base + filled(ours.paths[workload], SAMPLE));
      writeFileSync(`${FOLDER}/${workload}.png`, bytes);
      sizes[workload] = bytes.length;
    }
    return sizes;
  });
}

async function hammered(engine, { base }, seconds) {
  const result = {};
  for (const workload of WORKLOADS) {
    const url = base + filled(engine.paths[workload], SAMPLE);
    const { etag } = await firstPicture(url);
    result[workload] = await warmed(url, seconds, []);
    if (workload !== 'w2') {
      result[`${workload}-304`] = await warmed(url, seconds, [`If-None-Match: ${etag}`]);
    }
  }
  return result;
}

async function warmed(url, seconds, header) {
  await hammer(url, seconds, CONNECTIONS, header);
  const { requests, seconds: took, p99, bad } = await hammer(url, seconds, CONNECTIONS, header);
  return { rate: (requests - bad) / took, p99, bad };
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
  return { name: 'nginx', server: port => ['nginx', '-c', configuration(port)], paths: FILE_PATHS };
}

function configuration(port) {
  const file = `${cache}/nginx.conf`;
  writeFileSync(
    file,
    `worker_processes 2; pid ${cache}/nginx.pid; error_log /dev/null; daemon off;
events { worker_connections 512; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=100;
  types { image/png png; }
  server { listen 127.0.0.1:${port}; root ${FOLDER}; add_header Cache-Control max-age=86400; }
}
`);
  return file;
}
