// takumi (Rust): a tree of boxes to PNG in one native call, pictures decoded once by it.
import { readFileSync } from 'node:fs';
import { cachedModule } from '../lib/places.mjs';
import { codeSvg, FACES, HEADLINES, lineTop, PICTURES, SIZES, TEXTS } from '../lib/workloads.mjs';

export async function open() {
  const takumi = await cachedModule('@takumi-rs/core');
  const renderer = new (takumi.Renderer || takumi.default.Renderer)();
  for (const { family, weight, file } of FACES) {
    await renderer.registerFont({ name: family, weight, data: readFileSync(file) });
  }
  const images = Object.entries(PICTURES).map(([name, file]) => ({ src: `memory:${name}`, data: readFileSync(file) }));
  const draw = (workload, tree) => person => {
    const [width, height] = SIZES[workload];
    return renderer.render(tree(person), { width, height, format: 'png', images });
  };
  return { w1: draw('w1', banner), w2: draw('w2', photograph), w3: draw('w3', ticket) };
}

function banner(person) {
  const { size } = HEADLINES.w1(person);
  return root('w1', { backgroundImage: 'linear-gradient(to right, #4f46e5, #0ea5e9)' }, [
    picture('memory:logo', 64, 48, 128),
    text(TEXTS.bannerHead(person), 64, 268, size, 700, '#fff'),
    text(TEXTS.bannerSub, 64, 330, 30, 400, '#e0e7ff'),
  ]);
}

function photograph(person) {
  const { size, lines } = HEADLINES.w2(person);
  return root('w2', {}, [
    picture('memory:photo', 0, 0, 1200, 628),
    rectangle(1200, 628, 'rgba(15,23,42,0.55)'),
    picture('memory:logo', 72, 64, 128),
    ...lines.map((line, index) => text(line, 72, 340 + index * 72, size, 700, '#fff')),
    text(TEXTS.photoSub(person), 72, 500, 30, 400, '#cbd5e1'),
  ]);
}

function ticket(person) {
  const { size } = HEADLINES.w3(person);
  return root('w3', { backgroundColor: '#fff7ed' }, [
    rectangle(1200, 96, '#7c3aed'),
    text(TEXTS.ticketBar, 64, 62, 36, 700, '#fff'),
    picture('memory:avatar', 64, 160, 256, 256, { borderRadius: 128 }),
    text(person.name, 352, 256, size, 700, '#0f172a'),
    text(TEXTS.ticketEvent, 352, 320, 34, 400, '#475569'),
    text(TEXTS.ticketDate, 352, 372, 28, 400, '#475569'),
    picture(Buffer.from(codeSvg(person)), 890, 160, 246),
  ]);
}

function root(workload, style, children) {
  const [width, height] = SIZES[workload];
  return container({ width, height, fontFamily: 'Inter', position: 'relative', ...style }, children);
}

function container(style, children) {
  return { type: 'container', style: { display: 'flex', ...style }, children };
}

function rectangle(width, height, backgroundColor) {
  return container({ position: 'absolute', left: 0, top: 0, width, height, backgroundColor }, []);
}

function picture(src, left, top, width, height = width, style = {}) {
  return { type: 'image', src, width, height, style: { position: 'absolute', left, top, width, height, ...style } };
}

function text(words, left, baseline, fontSize, fontWeight, color) {
  const place = { position: 'absolute', left, top: lineTop(baseline, fontSize) };
  return { type: 'text', text: words, style: { ...place, fontSize, lineHeight: 1.2, fontWeight, color, whiteSpace: 'nowrap' } };
}
