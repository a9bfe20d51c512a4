// Bytes of PNG and JPEG at 2x beside zlib's for the same rows, ImageMagick's and cjpeg's for the same pixels.
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { CLASS_PATH } from '../lib/engines.mjs';
import { cache, load, repository } from '../lib/places.mjs';

const OUT = `${cache}/bytes`;
/** Filters of ImageMagick: none, up, and the one with the least sum by row. */
const FILTERS = [0, 2, 5];
const HIGHEST_HALVED = 89;
const MOST_BYTES = 1 << 28;

/** The folders of the shipped templates, of the workloads, and of others: BENCH_TEMPLATE_FOLDERS, apart by commas. */
const FOLDERS = {
  shipped: [`${repository}/templates`],
  workload: [`${load}/bytes`],
  other: (process.env.BENCH_TEMPLATE_FOLDERS || '').split(',').filter(Boolean),
};

export function bytes() {
  return Object.entries(FOLDERS).flatMap(([kind, folders]) => (folders.length ? drawn(folders).map(line => judged(kind, line)) : []));
}

function drawn(folders) {
  const words = ['-cp', CLASS_PATH, 'dev.nameplate.bench.bytes.Bytes', '--templates', folders.join(','), '--out', OUT];
  return execFileSync('java', words, { cwd: repository, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim().split('\n').map(JSON.parse);
}

/** A line of the program with what the others need for the files in a folder. */
export function judged(kind, line, folder = OUT) {
  const png = `${folder}/${line.file}.png`;
  return { kind, ...line, magick: Math.min(...FILTERS.map(filter => magick(png, filter))), cjpeg: line.jpeg ? cjpeg(png, line.quality) : undefined };
}

function magick(png, filter) {
  const out = `${png}.magick.png`;
  execFileSync('convert', [png, '-strip', '-define', 'png:compression-level=9', '-define', `png:compression-filter=${filter}`, out]);
  return statSync(out).size;
}

function cjpeg(png, quality) {
  const pixels = execFileSync('convert', [png, 'ppm:-'], { maxBuffer: MOST_BYTES });
  const sampling = quality <= HIGHEST_HALVED ? '2x2' : '1x1';
  return execFileSync('cjpeg', ['-quality', String(quality), '-optimize', '-sample', sampling], { input: pixels, maxBuffer: MOST_BYTES }).length;
}

/** A template's strips as the tool prints them; for app/docs/encoding.md. */
export function strips(template) {
  const words = ['-cp', CLASS_PATH, 'dev.nameplate.bench.bytes.StripTable', '--template', template, '--joined', 'yes'];
  return execFileSync('java', words, { cwd: repository, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
}

/** Reads lines that the program wrote before. */
export function linesOf(file) {
  return readFileSync(file, 'utf8').trim().split('\n').map(JSON.parse);
}
