// The three workloads as every Node peer draws them: sizes, texts, fitting, the code. Their meaning is told in app/docs/benchmarks.md.
import { readFileSync } from 'node:fs';
import { cached, fonts, templates } from './places.mjs';

export const WORKLOADS = ['w1', 'w2', 'w3'];
export const SIZES = { w1: [1200, 400], w2: [1200, 628], w3: [1200, 600] };
export const FACES = [
  { family: 'Inter', weight: 400, file: `${fonts}/inter/Inter_400Regular.ttf` },
  { family: 'Inter', weight: 700, file: `${fonts}/inter/Inter_700Bold.ttf` },
];
export const PICTURES = {
  logo: `${templates}/w1/assets/logo.png`,
  photo: `${templates}/w2/assets/photo.jpg`,
  avatar: `${templates}/w3/assets/avatar.jpg`,
};
export const TEXTS = {
  bannerHead: person => `Hi ${person.name}, your seat is saved`,
  bannerSub: 'Autumn Product Summit — Thursday 14 October, 18:30',
  photoHead: person => `${person.name}, see what ${person.company} can ship this quarter`,
  photoSub: person => `Prepared for ${person.company}`,
  ticketBar: 'ADMIT ONE',
  ticketEvent: 'Autumn Product Summit 2026',
  ticketDate: 'Thu 14 October · 18:30 · Hall B',
  ticketCode: person => `https://tix.example.com/t/${person.id}`,
};

/** The recipient whose pictures a person looks at. */
export const SAMPLE = { name: 'Zoë Großmann', company: 'Northwind Média SA', id: 'A2B3C4D5E6F7G8H9' };

/** The headline of each workload, fitted: its size in pixels and its lines. */
export const HEADLINES = {
  w1: (person, measure) => oneLine(TEXTS.bannerHead(person), 1072, 64, measure),
  w2: (person, measure) => twoLines(TEXTS.photoHead(person), 1056, 60, measure),
  w3: (person, measure) => oneLine(person.name, 500, 56, measure),
};

/** One line, shrunk in steps of 2 pixels until it fits, to 24 at the least. */
function oneLine(text, width, largest, measure = advance) {
  const wanted = measure(text, largest);
  let size = wanted <= width ? largest : Math.max(24, Math.floor((largest * width) / wanted / 2) * 2);
  while (size > 24 && measure(text, size) > width) {
    size -= 2;
  }
  return { size, lines: [text] };
}

/** Lines filled one after the other, shrunk in steps of 4 pixels until there are two, to 32 at the least. */
function twoLines(text, width, largest, measure = advance) {
  let size = largest;
  let lines = filled(text, width, size, measure);
  while (lines.length > 2 && size > 32) {
    size -= 4;
    lines = filled(text, width, size, measure);
  }
  return { size, lines };
}

function filled(text, width, size, measure) {
  const lines = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && measure(longer, size) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

const advances = new Map();
let bold;

/** The width of bold text, for engines that cannot measure: the sum of its letters' advances. */
function advance(text, size) {
  if (!bold) {
    const bytes = readFileSync(FACES[1].file);
    bold = cached('opentype.js').parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  }
  let width = 0;
  for (const letter of text) {
    if (!advances.has(letter)) {
      advances.set(letter, bold.charToGlyph(letter).advanceWidth / bold.unitsPerEm);
    }
    width += advances.get(letter);
  }
  return width * size;
}

/** The ticket's code, version 4, level M, as runs of dark modules: column, row and length. */
export function codeRuns(person) {
  const code = cached('qrcode').create(TEXTS.ticketCode(person), { errorCorrectionLevel: 'M', version: 4 });
  const { size, data } = code.modules;
  const runs = [];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const start = column;
      while (column < size && data[row * size + column]) {
        column++;
      }
      if (column > start) {
        runs.push({ column: start, row, length: column - start });
      }
    }
  }
  return runs;
}

/** The code as one SVG path of 6 pixels a module. */
export function codePath(person, left, top) {
  return codeRuns(person)
    .map(({ column, row, length }) => `M${left + column * 6} ${top + row * 6}h${length * 6}v6h${-length * 6}z`)
    .join('');
}

/** The code on its white square, as an SVG of its own. */
export function codeSvg(person) {
  const path = `<path shape-rendering="crispEdges" d="${codePath(person, 24, 24)}"/>`;
  const white = '<rect width="246" height="246" fill="#fff"/>';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="246" height="246" viewBox="0 0 246 246">${white}${path}</svg>`;
}

export function dataUri(file) {
  const type = file.endsWith('.png') ? 'image/png' : 'image/jpeg';
  return `data:${type};base64,${readFileSync(file).toString('base64')}`;
}

export function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Where a CSS line box of 1.2 ems begins so that Inter's baseline lies at a height. */
export function lineTop(baseline, size) {
  const ascent = 0.96875;
  const content = 1.21;
  return baseline - ((1.2 - content) / 2 + ascent) * size;
}

/** A number as letters, since names hold no digits. */
export function letters(number) {
  const rest = Math.floor(number / 26);
  return (rest ? letters(rest - 1) : '') + String.fromCharCode(97 + (number % 26));
}
