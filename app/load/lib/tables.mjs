// Markdown tables of the results, medians over rounds.
import { median, percentile } from './statistics.mjs';

const KIBIBYTE = 1024;
const WORKLOADS = ['w1', 'w2', 'w3'];

/** The median over rounds of what `of` takes from each; undefined where no round has it. */
export function middle(list, of) {
  const numbers = (list || []).map(of).filter(Number.isFinite);
  return numbers.length ? median(numbers) : undefined;
}

/** A number with about three digits that count; a dash where there is none. */
export function shown(number) {
  if (number === undefined) {
    return '–';
  }
  const digits = Math.abs(number) >= 100 ? 0 : Math.abs(number) >= 10 ? 1 : 2;
  return number.toFixed(digits);
}

export function table(head, rows) {
  const line = cells => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Lists: the whole run beside its core. */
export function listsTable(results) {
  return table(
    ['', 'rows/s', 's', 'processor s'],
    [
      ['resolver and URL writer alone', shown(results.rows / results.alone_seconds), shown(results.alone_seconds), shown(results.alone_cpu_seconds)],
      ['`nameplate batch`, read, signed and written', shown(results.rows_per_second), shown(results.batch_seconds), shown(results.batch_cpu_seconds)],
    ],
  ) + `\n\n${results.rows.toLocaleString('en')} rows of five columns on ${results.threads} threads in a heap of 128 MB;\nresident ${Math.round(results.resident_early_kb / 1024)} MiB early in the last round, ${Math.round(results.resident_kb / 1024)} MiB at most.`;
}

export function collectionTable(results) {
  const times = Object.entries(results.each).sort(([, left], [, right]) => left - right);
  const rows = [
    ['the shipped templates', shown(results.few), '', ''],
    [`${results.templates.toLocaleString('en')} templates`, shown(results.many), shown(results.manyP99), shown(results.anonymousMiB)],
  ];
  return `${table(['cold pictures at 2x', 'p50 ms', 'p99 ms', 'RssAnon MiB'], rows)}\n\n${table(['template at 2x', 'p50 ms'], times.map(([id, time]) => [id, shown(time)]))}`;
}

export function restartTable(results) {
  return table(
    ['', 'shipped templates', `${results.templates.toLocaleString('en')} templates`],
    [
      ['CPU seconds of the first minute, empty work folder', shown(results.first), ''],
      ['CPU seconds of the first minute, prepared work folder', shown(results.warm), ''],
      ['seconds to readiness', shown(median(results.ready.few)), shown(median(results.ready.many))],
      [`entity tags of ${results.etags.asked} first answers that differ a minute later`, String(results.etags.changed), ''],
    ],
  );
}

/** Each shipped template beside W1, the slowest last. */
export function templatesTable({ W1, ...shipped }) {
  const rows = Object.entries(shipped).sort(([, one], [, other]) => one - other);
  return table(['cold', 'p50 ms', 'against W1'], [['W1 at 1x', shown(W1), ''], ...rows.map(([id, time]) => [`${id} at 2x`, shown(time), `${shown(time / W1)}×`])]);
}

/** What comes out of a server that is asked for five times what it can draw. */
export function goodputTable(results) {
  const middle = name => median(results.map(round => round[name]));
  return table(
    ['pictures/s', 'requests', 'own pictures', 'no picture', 'p99 ms'],
    [
      ['as fast as answers come', '', middle('capacity').toFixed(0), '', ''],
      ['readers that come by themselves', middle('asked').toFixed(0), middle('own').toFixed(0), String(results.reduce((sum, round) => sum + round.failed, 0)), middle('p99').toFixed(0)],
    ],
  );
}

/** Calls against Javalin, and pictures with and without a flood of calls. */
export function apiTables({ calls, flood }) {
  const called = Object.entries(calls).map(([name, list]) => [
    name === 'Javalin' ? 'Javalin, an empty object' : 'Nameplate, a URL for a token',
    middle(list, round => round.rate).toFixed(0),
    `${shown(middle(list, round => round.p50))} / ${shown(middle(list, round => round.p99))}`,
  ]);
  const pictures = ['without', 'with'].map(kind => [
    kind === 'with' ? `flooded: ${shown(middle(flood, round => round.calls.made))} calls/s answered, ${shown(middle(flood, round => round.calls.refused))} refused` : 'no calls',
    shown(middle(flood, round => round[kind].rate)),
    shown(middle(flood, round => round[kind].p50)),
    shown(middle(flood, round => round[kind].p99)),
    String(flood.reduce((sum, round) => sum + round[kind].bad, 0)),
  ]);
  const both = [table(['', 'calls/s', 'p50 / p99 ms'], called), table(['', 'pictures/s', 'p50 ms', 'p99 ms', 'failed'], pictures)];
  return both.join('\n\n');
}

/** Files of jobs, live pictures beside a job, and rows that share values. */
export function jobsTables({ files, live, shared }) {
  const drawn = [
    ['cold pictures over HTTP, four connections', middle(files, round => round.http).toFixed(0)],
    ['`files` of a job', middle(files, round => round.files).toFixed(0)],
  ];
  const pictures = ['without', 'with'].map(kind => [
    kind === 'with' ? `beside a job that draws ${shown(middle(live, round => round.drawn))} files/s` : 'no job',
    shown(middle(live, round => round[kind].rate)),
    shown(middle(live, round => round[kind].p50)),
    shown(middle(live, round => round[kind].p99)),
    String(live.reduce((sum, round) => sum + round[kind].bad, 0)),
  ]);
  const rows = `${shared.rows.toLocaleString('en')} rows with ${shared.different.toLocaleString('en')} different values: ${shared.pictures.toLocaleString('en')} pictures drawn.`;
  return [table(['', 'pictures/s'], drawn), table(['live pictures at half load', 'pictures/s', 'p50 ms', 'p99 ms', 'failed'], pictures), rows].join('\n\n');
}

export function coldTables(results) {
  const rows = [];
  for (const [engine, list] of Object.entries(results)) {
    rows.push([engine, ...WORKLOADS.flatMap(workload => coldCells(list, workload))]);
    if (list[0]['w1-jpg']) {
      rows.push([`${engine}, JPEG`, ...WORKLOADS.flatMap(workload => coldCells(list, `${workload}-jpg`))]);
    }
  }
  const head = ['', ...WORKLOADS.flatMap(workload => [`${workload.toUpperCase()} p50 / p99 ms`, 'CPU ms', 'KiB'])];
  return `${table(head, rows)}\n\n${oursTable(results.Nameplate)}`;
}

function coldCells(list, workload) {
  const times = `${shown(middle(list, round => round[workload]?.p50))} / ${shown(middle(list, round => round[workload]?.p99))}`;
  const bytes = middle(list, round => round[workload]?.bytes);
  return [times, shown(middle(list, round => round[workload]?.cpu)), shown(bytes && bytes / KIBIBYTE)];
}

function oursTable(list) {
  const rows = Object.keys(list?.[0] || {}).map(name => [
    name.toUpperCase(),
    shown(middle(list, round => round[name].p50)),
    shown(middle(list, round => round[name].allocated) / KIBIBYTE),
  ]);
  return table(['Nameplate', 'p50 ms', 'allocated KiB a picture'], rows);
}

export function httpTable(results) {
  const rows = Object.entries(results).map(([engine, list]) => [
    engine,
    ...WORKLOADS.flatMap(workload => [
      shown(middle(list, round => round[workload].rate)),
      `${shown(middle(list, round => round[workload].p50))} / ${shown(middle(list, round => round[workload].p99))}`,
    ]),
    shown(middle(list, round => round.residentMiB)),
    String(list.reduce((sum, round) => sum + WORKLOADS.reduce((bad, workload) => bad + round[workload].bad, 0), 0)),
  ]);
  const head = WORKLOADS.flatMap(workload => [`${workload.toUpperCase()} pictures/s`, 'p50 / p99 ms']);
  return table(['', ...head, 'resident MiB', 'failed or degraded'], rows);
}

export function hitsTable({ sizes, results }) {
  const cases = ['w1', 'w2', 'w3', 'w1-304', 'w3-304'];
  const head = cases.map(name =>
    sizes[name] ? `${name.toUpperCase()}, ${shown(sizes[name] / KIBIBYTE)} KiB` : `304 of ${name.slice(0, 2).toUpperCase()}`);
  const rows = Object.entries(results).map(([engine, list]) => [
    engine,
    ...cases.map(name => middle(list, round => round[name].rate)?.toFixed(0) ?? '–'),
    String(list.reduce((sum, round) => sum + cases.reduce((bad, name) => bad + round[name].bad, 0), 0)),
  ]);
  return table(['requests/s', ...head, 'failed'], rows);
}

export function pageTable({ Nameplate: list }) {
  const rows = Object.keys(list[0].pages).map(id => [`/t/${id}, from its call to its picture`, ...spread(list, round => round.pages[id], ' ms')]);
  return table(['', 'median', 'least', 'most'], [['/, from the process’s start to a picture', ...spread(list, round => round.seconds, ' s')], ...rows]);
}

function spread(list, of, unit) {
  return [middle(list, of), Math.min(...list.map(of)), Math.max(...list.map(of))].map(number => shown(number) + unit);
}

export function startTable(results) {
  const rows = Object.entries(results).map(([engine, list]) => [
    engine,
    shown(middle(list, round => round.seconds)),
    shown(Math.min(...list.map(round => round.seconds))),
    shown(Math.max(...list.map(round => round.seconds))),
  ]);
  return table(['', 'median s', 'least s', 'most s'], rows);
}

/** The editor: each template, and all together. */
export function editorTable(results) {
  const all = editorTimes(results);
  const row = (name, { opened, moves, without, frames, processor, worst }) => [
    name,
    `${ms(moves, 0.5)} / ${ms(moves, 0.95)}`,
    `${ms(without, 0.5)} / ${ms(without, 0.95)}`,
    processor ? processor.map(each => each.toFixed(1)).join(' + ') : '',
    shown(percentile(frames, 0.95)),
    `${ms(opened, 0.5)} / ${ms(opened, 1)}`,
    ms(worst, 0.5),
  ];
  const head = ['', 'move to picture, p50 / p95 ms', 'without the strip', 'processor ms a picture, server + browser', 'script a frame, p95 ms', 'open to canvas, p50 / most ms', 'worst of 500 rows, p50 ms'];
  return table(head, [...Object.entries(results).map(([id, times]) => row(id, times)), row('all', all)]);
}

const ms = (times, share) => String(Math.round(percentile(times, share)));

/** The times of all templates together. */
export function editorTimes(results) {
  const all = key => Object.values(results).flatMap(each => each[key]);
  return { opened: all('opened'), moves: all('moves'), frames: all('frames'), without: all('without'), worst: all('worst') };
}
