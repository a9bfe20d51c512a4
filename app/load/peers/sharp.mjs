// sharp (libvips, text by librsvg and pango) at its fastest: zlib level 1. The static layers are flattened once, the dynamic ones laid on
// as one SVG. Fonts come from FONTCONFIG_FILE.
import { cached } from '../lib/places.mjs';
import { codePath, escaped, HEADLINES, PICTURES, SIZES, TEXTS } from '../lib/workloads.mjs';

const WHITE = '#fff';

export async function open() {
  const sharp = cached('sharp');
  sharp.cache(false);
  const bases = await allBases(sharp);
  const draw = (workload, top, height, layers) => person => {
    const { data, raw } = bases[workload];
    const moved = `<g transform="translate(0,${-top})">${layers(person)}</g>`;
    return sharp(data, { raw }).composite([{ input: svg(1200, height, moved), left: 0, top }]).png({ compressionLevel: 1 }).toBuffer();
  };
  return { w1: draw('w1', 190, 110, banner), w2: draw('w2', 270, 260, photograph), w3: draw('w3', 150, 270, ticket) };
}

function banner(person) {
  const { size, lines } = HEADLINES.w1(person);
  return text(lines[0], 64, 268, size, 700, WHITE);
}

function photograph(person) {
  const { size, lines } = HEADLINES.w2(person);
  const head = lines.map((line, index) => text(line, 72, 340 + index * 72, size, 700, WHITE));
  return head.join('') + text(TEXTS.photoSub(person), 72, 500, 30, 400, '#cbd5e1');
}

function ticket(person) {
  const { size, lines } = HEADLINES.w3(person);
  const code = `<path shape-rendering="crispEdges" d="${codePath(person, 914, 184)}"/>`;
  return text(lines[0], 352, 256, size, 700, '#0f172a') + code;
}

async function allBases(sharp) {
  const circle = svg(256, 256, '<circle cx="128" cy="128" r="128"/>');
  const portrait = await sharp(PICTURES.avatar).composite([{ input: circle, blend: 'dest-in' }]).png().toBuffer();
  const shade = svg(1200, 628, '<rect width="1200" height="628" fill="#0f172a" fill-opacity="0.55"/>');
  return {
    w1: await base(sharp, 'w1', bannerBelow(), [{ input: PICTURES.logo, left: 64, top: 48 }]),
    w2: await base(sharp, 'w2', PICTURES.photo, [
      { input: shade, left: 0, top: 0 },
      { input: PICTURES.logo, left: 72, top: 64 },
    ]),
    w3: await base(sharp, 'w3', ticketBelow(), [{ input: portrait, left: 64, top: 160 }]),
  };
}

async function base(sharp, workload, below, layers) {
  const flat = sharp(below).composite(layers).removeAlpha().raw();
  const { data, info } = await flat.toBuffer({ resolveWithObject: true });
  const [width, height] = SIZES[workload];
  return { data, raw: { width, height, channels: info.channels } };
}

function bannerBelow() {
  const stops = '<stop offset="0" stop-color="#4f46e5"/><stop offset="1" stop-color="#0ea5e9"/>';
  const gradient = `<defs><linearGradient id="g">${stops}</linearGradient></defs><rect width="1200" height="400" fill="url(#g)"/>`;
  return svg(1200, 400, gradient + text(TEXTS.bannerSub, 64, 330, 30, 400, '#e0e7ff'));
}

function ticketBelow() {
  return svg(1200, 600, [
    '<rect width="1200" height="600" fill="#fff7ed"/><rect width="1200" height="96" fill="#7c3aed"/>',
    text(TEXTS.ticketBar, 64, 62, 36, 700, WHITE),
    text(TEXTS.ticketEvent, 352, 320, 34, 400, '#475569'),
    text(TEXTS.ticketDate, 352, 372, 28, 400, '#475569'),
    '<rect x="890" y="160" width="246" height="246" fill="#fff"/>',
  ].join(''));
}

function svg(width, height, body) {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`);
}

function text(words, x, baseline, size, weight, fill) {
  const font = `font-family="Inter" font-size="${size}" font-weight="${weight}"`;
  return `<text x="${x}" y="${baseline}" ${font} fill="${fill}">${escaped(words)}</text>`;
}
