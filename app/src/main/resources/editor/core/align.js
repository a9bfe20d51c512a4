import { union } from './geometry.js';

/** How boxes are aligned: within the canvas where there is one, else within the box around all. */
export const ALIGNMENTS = {
  left: (box, frame) => ({ x: frame.x }),
  center: (box, frame) => ({ x: frame.x + (frame.width - box.width) / 2 }),
  right: (box, frame) => ({ x: frame.x + frame.width - box.width }),
  top: (box, frame) => ({ y: frame.y }),
  middle: (box, frame) => ({ y: frame.y + (frame.height - box.height) / 2 }),
  bottom: (box, frame) => ({ y: frame.y + frame.height - box.height }),
};

/** The aligned boxes, in the same order. */
export function aligned(boxes, how, size) {
  const frame = boxes.length > 1 ? union(boxes) : { x: 0, y: 0, ...size };
  return boxes.map((box) => ({ ...box, ...ALIGNMENTS[how](box, frame) }));
}

/** The boxes with equal gaps along an axis; the outermost stay. */
export function distributed(boxes, axis) {
  const size = axis === 'x' ? 'width' : 'height';
  const order = boxes.map((box, at) => at).sort((one, other) => boxes[one][axis] - boxes[other][axis]);
  const [first, last] = [boxes[order[0]], boxes[order.at(-1)]];
  const space = last[axis] + last[size] - first[axis] - boxes.reduce((sum, box) => sum + box[size], 0);
  const gap = space / (boxes.length - 1);
  const made = [...boxes];
  let at = first[axis];
  for (const index of order) {
    made[index] = { ...boxes[index], [axis]: at };
    at += boxes[index][size] + gap;
  }
  return made;
}
