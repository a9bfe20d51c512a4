// Chromium through puppeteer at its fastest: each workload's page is loaded once, then only its texts change before a screenshot.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cached } from '../lib/places.mjs';
import { codePath, dataUri, escaped, FACES, lineTop, PICTURES, SIZES, TEXTS, WORKLOADS } from '../lib/workloads.mjs';

/** One browser with a page for each worker serves better than a browser for each. */
export const pages = true;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--disable-lcd-text',
];

export async function open(pageCount = 1) {
  const puppeteer = cached('puppeteer-core').default || cached('puppeteer-core');
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    headless: true,
    userDataDir: mkdtempSync(join(tmpdir(), 'nameplate-bench-')),
    args: FLAGS,
  });
  const free = [];
  const waiting = [];
  for (let count = 0; count < pageCount; count++) {
    free.push({ page: await browser.newPage(), shown: '' });
  }
  const take = () => (free.length ? Promise.resolve(free.pop()) : new Promise(given => waiting.push(given)));
  const give = tab => (waiting.length ? waiting.shift()(tab) : free.push(tab));
  const draw = workload => async person => {
    const tab = await take();
    try {
      await show(tab, workload);
      await tab.page.evaluate(`change(${JSON.stringify(CHANGES[workload](person))})`);
      return Buffer.from(await tab.page.screenshot({ type: 'png', optimizeForSpeed: true }));
    } finally {
      give(tab);
    }
  };
  const drawings = Object.fromEntries(WORKLOADS.map(workload => [workload, draw(workload)]));
  return { ...drawings, close: () => browser.close() };
}

/** Loads a workload's page where another one's is shown. */
async function show(tab, workload) {
  if (tab.shown === workload) {
    return;
  }
  const [width, height] = SIZES[workload];
  await tab.page.setViewport({ width, height });
  const script = `<script>var fit = ${FITS[workload]}; ${SCRIPT}</script>`;
  await tab.page.setContent(STYLE + PAGES[workload]() + script, { waitUntil: 'load' });
  await tab.page.evaluate('document.fonts.load("400 30px Inter").then(() => document.fonts.load("700 30px Inter")).then(() => true)');
  tab.shown = workload;
}

const CHANGES = {
  w1: person => ({ head: TEXTS.bannerHead(person) }),
  w2: person => ({ head: TEXTS.photoHead(person), sub: TEXTS.photoSub(person) }),
  w3: person => ({ head: person.name, code: codePath(person, 24, 24) }),
};

const STYLE = `<style>
  ${FACES.map(face).join('\n')}
  * { margin: 0; padding: 0 }
  body { font-family: Inter; position: relative; overflow: hidden }
  div, img, svg { position: absolute; white-space: nowrap; line-height: 1.2 }
</style>`;

const PAGES = {
  w1: () =>
    `<body style="background: linear-gradient(to right, #4f46e5, #0ea5e9)">${picture(PICTURES.logo, 64, 48)}` +
    text('head', '', 64, 268, 64, 700, '#fff') + text('sub', TEXTS.bannerSub, 64, 330, 30, 400, '#e0e7ff'),
  w2: () =>
    `<body>${picture(PICTURES.photo, 0, 0)}${rectangle(1200, 628, 'rgba(15, 23, 42, 0.55)')}${picture(PICTURES.logo, 72, 64)}` +
    '<div id="head" style="left: 72px; width: 1056px; white-space: normal; line-height: 72px; font-weight: 700; color: #fff"></div>' +
    text('sub', '', 72, 500, 30, 400, '#cbd5e1'),
  w3: () =>
    `<body style="background: #fff7ed">${rectangle(1200, 96, '#7c3aed')}${picture(PICTURES.avatar, 64, 160, 128)}` +
    text('bar', TEXTS.ticketBar, 64, 62, 36, 700, '#fff') + text('head', '', 352, 256, 56, 700, '#0f172a') +
    text('event', TEXTS.ticketEvent, 352, 320, 34, 400, '#475569') + text('date', TEXTS.ticketDate, 352, 372, 28, 400, '#475569') +
    '<svg width="246" height="246" style="left: 890px; top: 160px; background: #fff"><path id="code" shape-rendering="crispEdges"/></svg>',
};

const FITS = {
  w1: 'head => oneLine(head, 1072, 64, 268)',
  w2: 'head => twoLines(head, 60, 340)',
  w3: 'head => oneLine(head, 500, 56, 256)',
};

/** Runs inside the page. */
const SCRIPT = `
function change(values) {
  for (const [id, value] of Object.entries(values)) {
    const element = document.getElementById(id);
    if (id === 'code') element.setAttribute('d', value);
    else element.textContent = value;
  }
  fit(document.getElementById('head'));
}
function oneLine(head, width, largest, baseline) {
  let size = largest;
  head.style.fontSize = size + 'px';
  const wanted = head.offsetWidth;
  if (wanted > width) size = Math.max(24, Math.floor(largest * width / wanted / 2) * 2);
  head.style.fontSize = size + 'px';
  while (size > 24 && head.offsetWidth > width) head.style.fontSize = (size -= 2) + 'px';
  head.style.top = baseline - 0.96375 * size + 'px';
}
function twoLines(head, largest, baseline) {
  let size = largest;
  head.style.fontSize = size + 'px';
  while (size > 32 && head.offsetHeight > 144) head.style.fontSize = (size -= 4) + 'px';
  head.style.top = baseline - 36 - 0.36375 * size + 'px';
}`;

function face({ family, weight, file }) {
  const source = dataUri(file).replace('image/jpeg', 'font/ttf');
  return `@font-face { font-family: ${family}; font-weight: ${weight}; src: url(${source}) }`;
}

function picture(file, left, top, radius = 0) {
  return `<img src="${dataUri(file)}" style="left: ${left}px; top: ${top}px; border-radius: ${radius}px">`;
}

function rectangle(width, height, fill) {
  return `<div style="left: 0; top: 0; width: ${width}px; height: ${height}px; background: ${fill}"></div>`;
}

function text(id, words, left, baseline, size, weight, colour) {
  const place = `left: ${left}px; top: ${lineTop(baseline, size)}px`;
  return `<div id="${id}" style="${place}; font-size: ${size}px; font-weight: ${weight}; color: ${colour}">${escaped(words)}</div>`;
}
