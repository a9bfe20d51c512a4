// The editor in Chromium, which shares the cores with the server: from opening a template until the canvas can be used; while a layer is
// dragged, from each move of the pointer until the picture with it is on the screen, with the strip of edge cases and without what it
// asks for; the script that each frame of a drag takes; and from a list of 500 rows to the pictures of its worst eight.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shipped } from '../lib/collection.mjs';
import { ours } from '../lib/engines.mjs';
import { cached, repository } from '../lib/places.mjs';
import { rest, sleep, usage } from '../lib/processes.mjs';
import { withServer } from '../lib/servers.mjs';
import { percentile } from '../lib/statistics.mjs';

const MOVES = 200;
const TRACED_MOVES = 60;
const ROWS = 500;
/** Before anything is measured, so that the server's code is compiled. */
const WARM_MOVES = 240;
/** As often as a screen of 60 Hz asks for a frame. */
const PACE = 1000 / 60;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'];
const SCRIPT = new Set(['FireAnimationFrame', 'EventDispatch', 'FunctionCall', 'RunMicrotasks', 'TimerFire', 'v8.callFunction']);

export async function editor({ rounds }) {
  const puppeteer = cached('puppeteer-core').default || cached('puppeteer-core');
  const folder = mkdtempSync(join(tmpdir(), 'nameplate-editor-'));
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    headless: true,
    userDataDir: join(folder, 'browser'),
    args: FLAGS,
  });
  try {
    cpSync(`${repository}/templates`, join(folder, 'templates'), { recursive: true });
    return await withServer(served(folder), 2, ({ base, pid }) => measured(browser, base, [pid, browser.process().pid], rounds));
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function served(folder) {
  const settings = { NAMEPLATE_TEMPLATES: join(folder, 'templates'), NAMEPLATE_WORK: join(folder, 'work') };
  return { ...ours, environment: port => ({ ...ours.environment(port), ...settings }) };
}

async function measured(browser, base, pids, rounds) {
  await answering(base);
  await rest(pids[0]);
  const tab = await browser.newPage();
  await tab.setViewport({ width: 1280, height: 800 });
  await tab.evaluateOnNewDocument(watch);
  const templates = (process.env.EDITOR_TEMPLATES || '').split(',').filter(Boolean);
  const ids = templates.length ? templates : shipped;
  for (const id of ids) {
    await opened(tab, base, id);
    await drag(tab, WARM_MOVES);
  }
  const results = {};
  for (const id of ids) {
    const opens = [];
    for (let round = 0; round < rounds; round++) {
      opens.push(await opened(tab, base, id));
    }
    const { moves, without, pictures, seconds } = await inTurn(tab, pids);
    const processor = seconds.map(each => (each * 1000) / pictures);
    const frames = await traced(tab);
    const worst = [];
    for (let round = 0; round < rounds; round++) {
      worst.push(await worstOf(tab, list(round)));
    }
    results[id] = { opened: opens, moves, pictures, processor, frames, without, worst };
    console.error(`  ${id}: opened ${opens.map(Math.round).join(', ')}; ${line(moves)}; ${pictures} pictures, processor ms a picture ${processor.map(each => each.toFixed(1)).join(' + ')}; script ${percentile(frames, 0.95)?.toFixed(1)}; without the strip ${line(without)}; worst of ${ROWS} rows ${worst.map(Math.round).join(', ')}`);
  }
  return results;
}

/**
 * Drags with the strip and without what it asks for, in turn, so that neither is always the first after a template is opened: the times of
 * both, and the pictures and the processor seconds of the drags with it.
 */
async function inTurn(tab, pids) {
  const result = { moves: [], without: [], pictures: 0, seconds: pids.map(() => 0) };
  for (const strip of [true, false, false, true]) {
    const before = pids.map(pid => usage(pid).cpuSeconds);
    const drag = strip ? await dragged(tab, MOVES / 2) : await withoutStrip(tab, () => dragged(tab, MOVES / 2));
    result[strip ? 'moves' : 'without'].push(...drag.moves);
    if (strip) {
      result.pictures += drag.pictures;
      result.seconds = result.seconds.map((sum, index) => sum + usage(pids[index]).cpuSeconds - before[index]);
    }
  }
  return result;
}

/** Milliseconds from the call of a template's editor to a canvas that can be used. */
async function opened(tab, base, id) {
  await tab.goto(`${base}/t/${id}/edit`, { waitUntil: 'domcontentloaded' });
  return tab.evaluate(() => globalThis.watched.usable);
}

const line = moves => `${moves.length} moves, p50 ${Math.round(percentile(moves, 0.5))}, p95 ${Math.round(percentile(moves, 0.95))}`;

async function answering(base) {
  for (;;) {
    try {
      await fetch(`${base}/health/ready`);
      return;
    } catch {
      await sleep(20);
    }
  }
}

/** Milliseconds from each move that changes the draft to a picture on the screen that has it, and the number of pictures. */
async function dragged(tab, count) {
  await tab.evaluate(() => globalThis.watched.begin());
  await drag(tab, count);
  return tab.evaluate(() => globalThis.watched.end());
}

/** What something takes while the strip gets no answers. */
async function withoutStrip(tab, run) {
  await tab.evaluate(() => (globalThis.watched.alone = true));
  const result = await run();
  await tab.evaluate(() => (globalThis.watched.alone = false));
  return result;
}

/** Rows of which some are long, empty, unmerged or in other letters; other ones in each round. */
function list(round) {
  const names = ['Ann', 'Łukasz', 'Maximilian', 'Zoë', '*|FNAME|*', '', 'عبد الرحمن', 'Wolfeschlegelsteinhausenbergerdorff'];
  const row = at => `${names[at % 61 < 53 ? at % 4 : 4 + (at % 4)]} ${String.fromCharCode(65 + ((at + round) % 26))},Bern ${at}`;
  return `name,city\n${Array.from({ length: ROWS }, (_, at) => row(at)).join('\n')}\n`;
}

/** Milliseconds from a list that is sent until its worst rows are drawn in the strip. */
async function worstOf(tab, rows) {
  return tab.evaluate(async text => {
    const frame = () => new Promise(done => requestAnimationFrame(done));
    document.getElementById('list-paste').click();
    while (!document.getElementById('list-text')) {
      await frame();
    }
    document.getElementById('list-text').value = text;
    const before = globalThis.nameplate.state.list;
    const start = performance.now();
    document.getElementById('list-send').click();
    for (;;) {
      const { list } = globalThis.nameplate.state;
      if (list && list !== before && document.querySelectorAll('.case-card img').length >= list.worst.length) {
        await globalThis.nameplate.looked();
        return performance.now() - start;
      }
      await frame();
    }
  }, rows);
}

/** Milliseconds of script in each frame of a drag. */
async function traced(tab) {
  await tab.tracing.start({ categories: ['-*', 'devtools.timeline', 'v8.execute', 'disabled-by-default-devtools.timeline'] });
  await drag(tab, TRACED_MOVES);
  const { traceEvents } = JSON.parse(Buffer.from(await tab.tracing.stop()).toString('utf8'));
  return scriptOfFrames(traceEvents);
}

/** Drags a layer around in a circle, at the pace of a screen. */
async function drag(tab, count) {
  const { x, y, radius } = await held(tab);
  let next = performance.now();
  for (let move = 1; move <= count; move++) {
    const angle = (move / 50) * 2 * Math.PI;
    await tab.mouse.move(x + radius * Math.sin(angle), y + radius * (1 - Math.cos(angle)) * 0.6);
    next += PACE;
    await sleep(Math.max(0, next - performance.now()));
    next = Math.max(next, performance.now() - PACE);
  }
  await tab.mouse.up();
  await tab.evaluate(() => globalThis.nameplate.settled());
}

/** Presses the topmost layer that stands free, and says where. */
async function held(tab) {
  const places = await tab.evaluate(() => {
    const { boxes, view, doc } = globalThis.nameplate.state;
    const board = document.getElementById('stage').getBoundingClientRect();
    return [...boxes]
      .filter(([, { path, box, visible }]) => visible && /^\$\.layers\[\d+\]$/.test(path) && box.width * box.height < 0.5 * doc.width * doc.height)
      .map(([id, { box }]) => ({
        id,
        x: board.x + view.x + (box.x + box.width / 2) * view.zoom,
        y: board.y + view.y + (box.y + box.height / 2) * view.zoom,
        radius: Math.max(20, Math.min(80, (doc.width - box.width) * view.zoom * 0.4)),
      }))
      .reverse();
  });
  for (const place of places) {
    await tab.mouse.move(place.x, place.y);
    await tab.mouse.down();
    if (await tab.evaluate(id => globalThis.nameplate.state.selection.includes(id), place.id)) {
      return place;
    }
    await tab.mouse.up();
  }
  throw new Error('no layer can be dragged');
}

/** In the page: notes what is shown when, and which moves of the pointer each picture has. */
function watch() {
  const numbers = new WeakMap();
  const shown = [];
  let moves = [];
  let fresh = [];
  let last = null;
  let count = 0;
  const numberOf = doc => numbers.get(doc) ?? (numbers.set(doc, ++count), count);
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      shown.push({ number: Number(entry.identifier), at: entry.renderTime });
    }
  }).observe({ type: 'element', buffered: true });
  new MutationObserver(() => {
    const image = document.querySelector('.board img:not([elementtiming])');
    image?.setAttribute('elementtiming', String(globalThis.nameplate ? numberOf(globalThis.nameplate.state.shown.doc) : 0));
  }).observe(document, { childList: true, subtree: true });
  addEventListener('pointermove', event => fresh.push(...event.getCoalescedEvents().map(each => each.timeStamp)), { capture: true });
  const hook = {
    push({ name }) {
      const { doc } = globalThis.nameplate.state;
      if (name === 'drag') {
        if (doc !== last) {
          moves.push(...fresh.map(at => ({ number: numberOf(doc), at })));
        }
        fresh = [];
        last = doc;
      }
    },
  };
  const frame = () => new Promise(done => requestAnimationFrame(done));
  const ask = globalThis.fetch;
  globalThis.fetch = (to, ...more) => (globalThis.watched.alone && /\/(case|findings)$/.test(to) ? new Promise(() => {}) : ask(to, ...more));
  globalThis.watched = {
    alone: false,
    usable: (async () => {
      while (!globalThis.nameplate?.state.boxes.size || !shown.length) {
        await frame();
      }
      return performance.now();
    })(),
    begin() {
      Object.assign(globalThis.nameplate, { timed: hook });
      moves = [];
      shown.length = 0;
    },
    async end() {
      const pending = () => moves.some(move => !shown.some(({ number }) => number >= move.number));
      for (const start = performance.now(); pending() && performance.now() - start < 5000; ) {
        await frame();
      }
      const latencies = moves.map(move => Math.min(...shown.filter(({ number }) => number >= move.number).map(({ at }) => at)) - move.at);
      return { moves: latencies, pictures: shown.length };
    },
  };
}

/** The sum of script in each frame, from the trace of a drag. */
function scriptOfFrames(events) {
  const main = mostOften(events.filter(({ name }) => name === 'FireAnimationFrame').map(({ pid, tid }) => `${pid} ${tid}`));
  const own = events.filter(({ pid, tid }) => `${pid} ${tid}` === main);
  const frames = own.filter(({ name }) => name === 'Commit').map(({ ts }) => ts).sort((one, other) => one - other);
  const spans = own.filter(({ name, ph, dur }) => SCRIPT.has(name) && ph === 'X' && dur).sort((one, other) => one.ts - other.ts);
  const sums = frames.map(() => 0);
  let end = 0;
  let frame = 0;
  for (const { ts, dur } of spans) {
    const from = Math.max(ts, end);
    if (ts + dur <= from) {
      continue;
    }
    end = ts + dur;
    // A frame ends with its commit.
    while (frame < frames.length && frames[frame] <= from) {
      frame++;
    }
    if (frame < frames.length) {
      sums[frame] += (end - from) / 1000;
    }
  }
  return sums;
}

function mostOften(words) {
  const counts = new Map();
  words.forEach(word => counts.set(word, (counts.get(word) ?? 0) + 1));
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
