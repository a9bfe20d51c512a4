import { childrenOf } from './tree.js';

/** What a new layer of each kind is, and what layers are called. */

const TEXT = '#1c1d22';

const MADE = {
  text: { type: 'text', text: 'Your text', size: 32, weight: 700, color: TEXT },
  image: { type: 'image', src: '' },
  rect: { type: 'shape', shape: 'rect', fill: '#4f46e5', radius: 12 },
  ellipse: { type: 'shape', shape: 'ellipse', fill: '#4f46e5' },
  line: { type: 'shape', shape: 'line', stroke: { width: 2, color: TEXT } },
  qr: { type: 'qr', data: 'https://example.com' },
  barcode: { type: 'barcode', symbology: 'code128', data: 'AX7-2291' },
  progress: { type: 'progress', value: 60 },
  stars: { type: 'stars', value: 4 },
  countdown: {
    type: 'countdown',
    to: '2030-12-31',
    text: { days: { one: '{{ days }} day left', other: '{{ days }} days left' }, ended: 'It is over' },
    size: 28,
  },
  stack: {
    type: 'stack',
    gap: 8,
    children: [
      { type: 'text', text: 'First', size: 20 },
      { type: 'text', text: 'Second', size: 20 },
    ],
  },
};

// Width and height in shares of the picture, and the most in pixels at a picture 600 wide.
const SIZES = {
  text: [0.6, 48],
  image: [0.4, 160],
  rect: [0.3, 100],
  ellipse: [0.2, 120],
  line: [0.4, 2],
  qr: [0.22, 132],
  barcode: [0.4, 80],
  progress: [0.5, 14],
  stars: [0.3, 28],
  countdown: [0.5, 44],
  stack: [0.5, 80],
};

const SQUARE = new Set(['qr', 'ellipse']);

/** The kinds that can be added: {key, name}; the first ones stand in the bar itself. */
export const KINDS = [
  ['text', 'Text'],
  ['image', 'Image'],
  ['rect', 'Rectangle'],
  ['ellipse', 'Ellipse'],
  ['line', 'Line'],
  ['qr', 'QR code'],
  ['barcode', 'Barcode'],
  ['progress', 'Progress'],
  ['stars', 'Stars'],
  ['countdown', 'Countdown'],
  ['stack', 'Stack'],
].map(([key, name]) => ({ key, name }));

/** A new layer in the middle of a canvas, clear of what lies right there. */
export function newLayer(key, size, { assets = [], taken = [] } = {}) {
  const [share, height] = SIZES[key];
  const unit = Math.max(0.25, size.width / 600);
  const tall = Math.max(key === 'line' ? 1 : 8, Math.min(Math.round(height * unit), size.height));
  const wide = Math.max(8, SQUARE.has(key) ? Math.min(tall, size.width) : Math.round(size.width * share));
  const box = [Math.round((size.width - wide) / 2), Math.round((size.height - tall) / 2), wide, tall];
  while (taken.some((other) => other[0] === box[0] && other[1] === box[1]) && box[1] + 16 + tall <= size.height) {
    box[0] = Math.min(box[0] + 16, size.width - wide);
    box[1] += 16;
  }
  const { type, ...rest } = structuredClone(MADE[key]);
  if (rest.size) rest.size = Math.max(4, Math.round(rest.size * unit));
  if (type === 'image') rest.src = assets[0] ?? '';
  return { type, box, ...rest };
}

/** What a layer is called: its label, else what it shows. */
export function nameOf(layer) {
  if (typeof layer.label === 'string' && layer.label) return layer.label;
  switch (layer.type) {
    case 'text':
      return wording(layer.text) || 'Empty text';
    case 'image':
      return typeof layer.src === 'string' && layer.src ? fileName(layer.src) : 'Image';
    case 'shape':
      return { rect: 'Rectangle', ellipse: 'Ellipse', line: 'Line' }[layer.shape] ?? 'Shape';
    case 'qr':
      return 'QR code';
    case 'stack':
      return layer.direction === 'row' ? `Row of ${childrenOf(layer).length}`
        : `Column of ${childrenOf(layer).length}`;
    default:
      return typeof layer.type === 'string' ? layer.type[0]?.toUpperCase() + layer.type.slice(1) : 'Layer';
  }
}

const fileName = (src) => src.replace(/^assets\//, '');

/** The first wording as plain text. */
export function wording(text) {
  if (typeof text === 'string') return text.replace(/\s+/g, ' ').trim();
  if (!Array.isArray(text) || !text.length) return '';
  if (isSpans(text))
    return text
      .map((span) => span.text ?? '')
      .join('')
      .trim();
  return wording(text[0]);
}

/** Whether a wording is a list of spans and not a ladder. */
export const isSpans = (text) =>
  Array.isArray(text) &&
  text.length > 0 &&
  text.every((each) => each !== null && typeof each === 'object' && !Array.isArray(each));

/** The fields that a template's texts name. */
export function fieldsIn(value, found = new Set()) {
  if (typeof value === 'string') {
    for (const [, name] of value.matchAll(/\{\{\s*([A-Za-z][A-Za-z0-9_-]*)/g)) found.add(name);
  } else if (value !== null && typeof value === 'object') {
    for (const inner of Object.values(value)) fieldsIn(inner, found);
  }
  return found;
}

/** A likely kind for a field by its name. */
export function likelyKind(name) {
  const plain = name.toLowerCase();
  if (/name|guest|person/.test(plain)) return 'name';
  if (/date|day|until|expires/.test(plain)) return 'date';
  if (/photo|image|picture|avatar|logo/.test(plain)) return 'image';
  if (/url|link/.test(plain)) return 'url';
  if (/code|ticket|seat|order|id$/.test(plain)) return 'code';
  if (/points|count|number|goal|visits/.test(plain)) return 'number';
  return 'text';
}
