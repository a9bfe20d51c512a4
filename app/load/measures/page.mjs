// The studio in a browser, each time with a server that has just been started: from the start of the process to a picture in the gallery, and,
// once the server has come to rest, from the first call of a template's page to its picture.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ours } from '../lib/engines.mjs';
import { cached, repository } from '../lib/places.mjs';
import { rest, sleep } from '../lib/processes.mjs';
import { withServer } from '../lib/servers.mjs';
import { rounds } from './rounds.mjs';

const STARTS_PER_ROUND = 3;
const PAGES = ['welcome', 'event-ticket', 'certificate'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'];
const WHOLE = '[...document.images].some(image => image.complete && image.naturalWidth > 1)';

const engine = { ...ours, environment: port => ({ ...ours.environment(port), NAMEPLATE_TEMPLATES: `${repository}/templates` }) };

export async function page({ rounds: count }) {
  const puppeteer = cached('puppeteer-core').default || cached('puppeteer-core');
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    headless: true,
    userDataDir: mkdtempSync(join(tmpdir(), 'nameplate-page-')),
    args: FLAGS,
  });
  try {
    const tab = await browser.newPage();
    await tab.setViewport({ width: 1280, height: 900 });
    return await rounds(count * STARTS_PER_ROUND, [engine], () => opened(tab));
  } finally {
    await browser.close();
  }
}

async function opened(tab) {
  const start = performance.now();
  return withServer(engine, 2, async ({ base, pid }) => {
    await gallery(tab, base);
    await tab.waitForFunction(WHOLE, { polling: 5 });
    const seconds = (performance.now() - start) / 1000;
    await rest(pid);
    const pages = {};
    for (const id of PAGES) {
      await tab.goto(`${base}/t/${id}`, { waitUntil: 'load' });
      pages[id] = await tab.evaluate(pictureAfter);
    }
    return { seconds, pages };
  });
}

/** Calls the gallery as soon as the server listens; a browser's own tries would cost as much as the start. */
async function gallery(tab, base) {
  for (;;) {
    try {
      await fetch(`${base}/health/live`);
      break;
    } catch {
      await sleep(5);
    }
  }
  await tab.goto(base, { waitUntil: 'domcontentloaded' });
}

/** In the page: milliseconds from its call to the last byte of its first picture. */
function pictureAfter() {
  return Math.min(...performance.getEntriesByType('resource').filter(({ name }) => name.includes('/i/')).map(({ responseEnd }) => responseEnd));
}
