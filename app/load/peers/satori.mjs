// satori (boxes to SVG) and resvg (SVG to PNG): what @vercel/og does, with the native resvg.
import { readFileSync } from 'node:fs';
import { cached, cachedModule } from '../lib/places.mjs';
import { codeSvg, dataUri, FACES, HEADLINES, lineTop, PICTURES, SIZES, TEXTS } from '../lib/workloads.mjs';

export async function open() {
  const satori = exported(await cachedModule('satori'));
  const { Resvg } = cached('@resvg/resvg-js');
  const fonts = FACES.map(({ family, weight, file }) => ({ name: family, weight, style: 'normal', data: readFileSync(file) }));
  const sources = Object.fromEntries(Object.entries(PICTURES).map(([name, file]) => [name, dataUri(file)]));
  const draw = (workload, tree) => async person => {
    const [width, height] = SIZES[workload];
    const svg = await satori(tree(person, sources), { width, height, fonts });
    return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
  };
  return { w1: draw('w1', banner), w2: draw('w2', photograph), w3: draw('w3', ticket) };
}

function exported(module) {
  return module.satori || module.default?.default || module.default;
}

function banner(person, sources) {
  const { size } = HEADLINES.w1(person);
  return root('w1', { backgroundImage: 'linear-gradient(to right, #4f46e5, #0ea5e9)' }, [
    picture(sources.logo, 64, 48, 128),
    text(TEXTS.bannerHead(person), 64, 268, size, 700, '#fff'),
    text(TEXTS.bannerSub, 64, 330, 30, 400, '#e0e7ff'),
  ]);
}

function photograph(person, sources) {
  const { size, lines } = HEADLINES.w2(person);
  return root('w2', {}, [
    picture(sources.photo, 0, 0, 1200, 628),
    rectangle(1200, 628, 'rgba(15,23,42,0.55)'),
    picture(sources.logo, 72, 64, 128),
    ...lines.map((line, index) => text(line, 72, 340 + index * 72, size, 700, '#fff')),
    text(TEXTS.photoSub(person), 72, 500, 30, 400, '#cbd5e1'),
  ]);
}

function ticket(person, sources) {
  const { size } = HEADLINES.w3(person);
  const code = `data:image/svg+xml;base64,${Buffer.from(codeSvg(person)).toString('base64')}`;
  return root('w3', { backgroundColor: '#fff7ed' }, [
    rectangle(1200, 96, '#7c3aed'),
    text(TEXTS.ticketBar, 64, 62, 36, 700, '#fff'),
    picture(sources.avatar, 64, 160, 256, 256, { borderRadius: 128 }),
    text(person.name, 352, 256, size, 700, '#0f172a'),
    text(TEXTS.ticketEvent, 352, 320, 34, 400, '#475569'),
    text(TEXTS.ticketDate, 352, 372, 28, 400, '#475569'),
    picture(code, 890, 160, 246),
  ]);
}

function root(workload, style, children) {
  const [width, height] = SIZES[workload];
  return element({ width, height, fontFamily: 'Inter', ...style }, children);
}

function element(style, children) {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } };
}

function rectangle(width, height, backgroundColor) {
  return element({ position: 'absolute', left: 0, top: 0, width, height, backgroundColor });
}

function picture(src, left, top, width, height = width, style = {}) {
  return { type: 'img', props: { src, width, height, style: { position: 'absolute', left, top, ...style } } };
}

function text(words, left, baseline, fontSize, fontWeight, color) {
  const place = { position: 'absolute', left, top: lineTop(baseline, fontSize) };
  return element({ ...place, fontSize, lineHeight: 1.2, fontWeight, color, whiteSpace: 'nowrap' }, words);
}
