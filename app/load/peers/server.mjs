// One peer behind Node's HTTP server: node server.mjs PEER PORT WORKERS. Paths are /w1?name=, /w2?name=&company= and /w3?name=&id=.
import cluster from 'node:cluster';
import { createServer } from 'node:http';
import { argv } from 'node:process';

const [, , peer, port, workers] = argv;
const { open, pages } = await import(`./${peer}.mjs`);

if (cluster.isPrimary && Number(workers) > 1 && !pages) {
  for (let count = 0; count < Number(workers); count++) {
    cluster.fork();
  }
} else {
  const drawings = await open(Number(workers));
  createServer((request, response) => answer(drawings, request, response)).listen(Number(port), '127.0.0.1');
  process.on('SIGTERM', async () => {
    await drawings.close?.();
    process.exit(0);
  });
}

async function answer(drawings, request, response) {
  try {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const picture = await drawings[pathname.slice(1)](Object.fromEntries(searchParams));
    response.writeHead(200, { 'Content-Type': 'image/png', 'Content-Length': picture.length }).end(picture);
  } catch (failed) {
    response.writeHead(500).end(String(failed));
  }
}
