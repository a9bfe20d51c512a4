// What the benchmark must show, as ratios within one run, and whether it does.
import { bytesRatios } from './bytes.mjs';
import { median, percentile } from './statistics.mjs';
import { editorTimes, middle, shown, table } from './tables.mjs';

/** One line: what, the goal, and the result; `least` says whether more is better. */
function goal(what, bar, unit, least, reached) {
  const met = reached === undefined ? 'not measured' : (least ? reached >= bar : reached <= bar) ? 'met' : 'not met';
  return [what, `${least ? 'at least' : 'at most'} ${bar}${unit}`, reached === undefined ? '–' : `${shown(reached)}${unit}`, met];
}

/** The table over the newest results there are of each measurement; a line that was never measured here stays as the section has it. */
export function goalsTable({ cold, http, hits, start, page, lists, collection, restart, api, editor, jobs, goodput, bytes, templates }, section) {
  const lines = [...coldGoals(cold), ...httpGoals(http), ...hitsGoals(hits), ...startGoals(start), ...memoryGoals(http), ...pageGoals(page), ...listsGoals(lists), ...collectionGoals(collection, templates), ...restartGoals(restart), ...apiGoals(api), ...editorGoals(editor), ...jobsGoals(jobs), ...goodputGoals(goodput), ...bytesGoals(bytes), ...templatesGoals(templates)];
  const before = new Map(section.split('\n').map(line => line.split('|').slice(1, -1).map(cell => cell.trim())).map(cells => [cells[0], cells]));
  return table(['', 'goal', 'result', ''], lines.map(line => (line[3] === 'not measured' && before.get(line[0])) || line));
}

function listsGoals(results) {
  return [
    goal('a list of a million rows, time against resolver and URL writer alone', 1.3, '×', false, results?.ratio),
    goal('a list of a million rows', 30_000, ' rows/s', true, results?.rows_per_second),
  ];
}

function collectionGoals(results, templates) {
  const { W1, ...shipped } = templates ?? results?.each ?? {};
  const times = Object.values(shipped);
  return [
    goal('cold p50 at 2x with a thousand templates against the shipped ones', 1.3, '×', false, results && results.many / results.few),
    goal('RssAnon with a thousand templates under cold load', 400, ' MiB', false, results?.anonymousMiB),
    goal('the slowest shipped template at 2x against the median one', 2, '×', false, times.length ? Math.max(...times) / median(times) : undefined),
  ];
}

function restartGoals(results) {
  return [
    goal('readiness with a thousand templates, prepared work folder, against the shipped ones', 2, '×', false, results && median(results.ready.many) / median(results.ready.few)),
    goal('CPU seconds in the first minute of a first start', 20, ' s', false, results?.first),
    goal('CPU seconds in the first minute with a prepared work folder', 4, ' s', false, results?.warm),
    goal('entity tags of first answers that differ a minute later', 0, '', false, results?.etags.changed),
  ];
}

/** Each round has a ratio of its own, since its parts follow each other. */
function apiGoals(results) {
  const javalin = results?.calls.Javalin;
  const share = middle(results?.calls.Nameplate, round => round.rate / javalin[results.calls.Nameplate.indexOf(round)].rate);
  return [
    goal('calls of the API with `render: "lazy"` against Javalin’s empty object', 0.5, '×', true, share),
    goal('p99 of pictures under 64 connections while the API is flooded, against without', 1.1, '×', false, middle(results?.flood, round => round.with.p99 / round.without.p99)),
  ];
}

function editorGoals(results) {
  const times = results && editorTimes(results);
  const at = (key, share) => times && percentile(times[key], share);
  return [
    goal('editor: move of the pointer to the true picture on screen, p50', 80, ' ms', false, at('moves', 0.5)),
    goal('editor: the same, p95', 160, ' ms', false, at('moves', 0.95)),
    goal('editor: script of a frame while a layer is dragged, p95', 20, ' ms', false, at('frames', 0.95)),
    goal('editor: p95 of a move with the strip, against without', 1.1, '×', false, times && at('moves', 0.95) / at('without', 0.95)),
    goal('editor: a list of 500 rows until its worst eight are drawn, p50', 1000, ' ms', false, at('worst', 0.5)),
    goal('editor: opening a template until its canvas can be used, p50', 700, ' ms', false, at('opened', 0.5)),
  ];
}

/** Each round has a ratio of its own, since its parts follow each other. */
function jobsGoals(results) {
  const { different, pictures } = results?.shared ?? {};
  return [
    goal('`files` of a job, pictures/s against cold pictures over HTTP', 0.9, '×', true, middle(results?.files, round => round.files / round.http)),
    goal('p99 of live pictures at half load while a job draws, against without', 1.5, '×', false, middle(results?.live, round => round.with.p99 / round.without.p99)),
    goal('pictures drawn of a list in which half of the rows share values, for each different one', 1, '×', false, results && pictures / different),
  ];
}

function goodputGoals(results) {
  return [goal('pictures of recipients’ own at five times what can be drawn, against what can be drawn', 0.75, '×', true, results && median(results.map(round => round.own / round.capacity)))];
}

function templatesGoals(results) {
  const { W1, ...others } = results ?? {};
  return [goal('the median shipped template at 2x, cold, against W1 at 1x', 3, '×', false, results && median(Object.values(others)) / W1)];
}

function bytesGoals(lines) {
  const ratios = bytesRatios(lines);
  return [
    goal('PNG at 2x against zlib 6 of the same rows, the largest ratio', 1.05, '×', false, ratios.most),
    goal('PNG at 2x against zlib 6, median', 1.03, '×', false, ratios.middle),
    goal('PNG at 2x against ImageMagick’s level 9, best of filters 0, 2, 5', 1.08, '×', false, ratios.magick),
    goal('JPEG at 2x against `cjpeg -optimize`, same quality and sampling', 1.03, '×', false, ratios.jpeg),
  ];
}

function coldGoals(results = {}) {
  const own = name => middle(results.Nameplate, round => round[name]?.p50);
  const speed = (name, workload) => ratio(best(results, round => round[workload]?.p50, Math.min), own(name));
  const bytes = (list, workload) => middle(list, round => round[workload]?.bytes);
  const against = workload => ratio(bytes(results.Nameplate, workload), bytes(results.takumi, workload));
  return [
    goal('W1 PNG, p50, times faster than the fastest peer', 6, '×', true, speed('w1', 'w1')),
    goal('W2 PNG', 5, '×', true, speed('w2', 'w2')),
    goal('W2 JPEG against the peers’ PNG', 10, '×', true, speed('w2-jpg', 'w2')),
    goal('W3 PNG', 5, '×', true, speed('w3', 'w3')),
    goal('W1 bytes against takumi’s', 1.05, '×', false, against('w1')),
    goal('W2 bytes', 1.05, '×', false, against('w2')),
    goal('W3 bytes', 1.05, '×', false, against('w3')),
    goal('W1 of twice the height, same text, time', 1.15, '×', false, ratio(own('w1-tall'), own('w1'))),
    goal('W3 of twice the height', 1.15, '×', false, ratio(own('w3-tall'), own('w3'))),
  ];
}

function httpGoals(results = {}) {
  const rate = workload => round => round[workload]?.rate;
  const gain = workload => ratio(middle(results.Nameplate, rate(workload)), best(results, rate(workload), Math.max));
  return [
    goal('W1 pictures/s over HTTP against the best peer', 5, '×', true, gain('w1')),
    goal('W2 pictures/s', 4, '×', true, gain('w2')),
    goal('W3 pictures/s', 5, '×', true, gain('w3')),
  ];
}

/** Servers are asked in turn within a round, so each round has a ratio of its own. */
function hitsGoals({ results = {} } = {}) {
  const share = name =>
    middle(
      (results.Nameplate || []).map((round, index) => ratio(round[name]?.rate, results['bare Jetty']?.[index]?.[name]?.rate)),
      reached => reached,
    );
  return [
    goal('W1 hits against bare Jetty with the same bytes', 0.85, '×', true, share('w1')),
    goal('W3 hits', 0.85, '×', true, share('w3')),
    goal('W1 304s', 0.9, '×', true, share('w1-304')),
    goal('W3 304s', 0.9, '×', true, share('w3-304')),
  ];
}

function startGoals(results = {}) {
  return [goal('start to first picture', 1.2, ' s', false, middle(results.Nameplate, round => round.seconds))];
}

function memoryGoals(results = {}) {
  return [goal('resident after the cold load, default settings', 400, ' MiB', false, middle(results.Nameplate, round => round.residentMiB))];
}

function pageGoals(results = {}) {
  const slowest = middle(results.Nameplate, round => Math.max(...Object.values(round.pages)));
  return [
    goal('start to a picture in the gallery, in a browser', 2, ' s', false, middle(results.Nameplate, round => round.seconds)),
    goal('call of a template’s page to its picture', 300, ' ms', false, slowest),
  ];
}

/** The best peer's median. */
function best(results, of, choose) {
  const peers = Object.entries(results).filter(([name]) => name !== 'Nameplate');
  const medians = peers.map(([, list]) => middle(list, of)).filter(Number.isFinite);
  return medians.length ? choose(...medians) : undefined;
}

function ratio(above, below) {
  return above === undefined || below === undefined ? undefined : above / below;
}
