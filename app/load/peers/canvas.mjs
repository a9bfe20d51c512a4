// node-canvas (cairo and pango) at its fastest: zlib level 1 without filters. Fonts come from FONTCONFIG_FILE.
import { cached } from '../lib/places.mjs';
import { codeRuns, HEADLINES, PICTURES, SIZES, TEXTS, WORKLOADS } from '../lib/workloads.mjs';

const TICKET_CODE = { left: 914, top: 184, module: 6 };

export async function open() {
  const { createCanvas, loadImage, Canvas } = cached('canvas');
  const pictures = {};
  for (const [name, file] of Object.entries(PICTURES)) {
    pictures[name] = await loadImage(file);
  }
  const speed = { compressionLevel: 1, filters: Canvas.PNG_FILTER_NONE };
  const encode = canvas =>
    new Promise((done, failed) =>
      canvas.toBuffer((error, bytes) => (error ? failed(error) : done(bytes)), 'image/png', speed));
  const draw = workload => person => {
    const canvas = createCanvas(...SIZES[workload]);
    DRAWINGS[workload](canvas.getContext('2d'), person, pictures);
    return encode(canvas);
  };
  return Object.fromEntries(WORKLOADS.map(workload => [workload, draw(workload)]));
}

const DRAWINGS = { w1: banner, w2: photograph, w3: ticket };

function banner(context, person, pictures) {
  const gradient = context.createLinearGradient(0, 0, 1200, 0);
  gradient.addColorStop(0, '#4f46e5');
  gradient.addColorStop(1, '#0ea5e9');
  rectangle(context, gradient, 0, 0, 1200, 400);
  context.drawImage(pictures.logo, 64, 48);
  const { size } = HEADLINES.w1(person, boldWidth(context));
  text(context, TEXTS.bannerHead(person), 64, 268, 700, size, '#fff');
  text(context, TEXTS.bannerSub, 64, 330, 400, 30, '#e0e7ff');
}

function photograph(context, person, pictures) {
  context.drawImage(pictures.photo, 0, 0);
  rectangle(context, 'rgba(15,23,42,0.55)', 0, 0, 1200, 628);
  context.drawImage(pictures.logo, 72, 64);
  const { size, lines } = HEADLINES.w2(person, boldWidth(context));
  lines.forEach((line, index) => text(context, line, 72, 340 + index * 72, 700, size, '#fff'));
  text(context, TEXTS.photoSub(person), 72, 500, 400, 30, '#cbd5e1');
}

function ticket(context, person, pictures) {
  rectangle(context, '#fff7ed', 0, 0, 1200, 600);
  rectangle(context, '#7c3aed', 0, 0, 1200, 96);
  text(context, TEXTS.ticketBar, 64, 62, 700, 36, '#fff');
  portrait(context, pictures.avatar);
  const { size } = HEADLINES.w3(person, boldWidth(context));
  text(context, person.name, 352, 256, 700, size, '#0f172a');
  text(context, TEXTS.ticketEvent, 352, 320, 400, 34, '#475569');
  text(context, TEXTS.ticketDate, 352, 372, 400, 28, '#475569');
  rectangle(context, '#fff', 890, 160, 246, 246);
  const { left, top, module } = TICKET_CODE;
  for (const { column, row, length } of codeRuns(person)) {
    rectangle(context, '#000', left + column * module, top + row * module, length * module, module);
  }
}

function portrait(context, avatar) {
  context.save();
  context.beginPath();
  context.arc(192, 288, 128, 0, 2 * Math.PI);
  context.clip();
  context.drawImage(avatar, 64, 160);
  context.restore();
}

function rectangle(context, fill, x, y, width, height) {
  context.fillStyle = fill;
  context.fillRect(x, y, width, height);
}

function text(context, words, x, baseline, weight, size, colour) {
  context.font = `${weight} ${size}px Inter`;
  context.fillStyle = colour;
  context.fillText(words, x, baseline);
}

function boldWidth(context) {
  return (words, size) => {
    context.font = `700 ${size}px Inter`;
    return context.measureText(words).width;
  };
}
