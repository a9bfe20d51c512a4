import { around, holds, overlap } from '../core/geometry.js';
import { frameOf } from '../core/layers.js';
import { entries } from '../core/tree.js';

/** The layers that a pointer can take, the topmost first; a stack goes before its parts. */
export function takeable(state) {
  const all = entries(state.doc).filter((entry) => !hiddenIn(state, entry));
  const outer = all.filter((entry) => entry.parent === null).toReversed();
  const below = (entry) => [
    entry,
    ...all
      .filter((each) => each.parent === entry.id)
      .toReversed()
      .flatMap(below),
  ];
  return outer.flatMap(below).filter((entry) => !state.locked.has(entry.id) && frame(state, entry));
}

const hiddenIn = (state, entry) => state.hidden.has(entry.id) || state.boxes.get(entry.id)?.visible === false;

/** Where a layer is on the canvas, or undefined. */
export const frame = (state, entry) => frameOf(entry, state.boxes);

/** How it is turned, in degrees. */
export const turn = (entry) => Number(entry.layer.rotate) || 0;

/** What lies under a point, the topmost first. */
export function under(state, point, near = 0) {
  return takeable(state).filter((entry) => {
    const box = frame(state, entry);
    return holds(box, turn(entry), point, Math.max(near, thin(box)));
  });
}

// A hairline can be taken too.
const thin = (box) => (Math.min(box.width, box.height) < 6 ? 3 : 0);

/** What a click at a point selects: the topmost, or what lies below the one that it has selected already. */
export function pick(state, point, near) {
  const there = under(state, point, near);
  const at = there.findIndex((entry) => state.selection.includes(entry.id));
  return there.length ? there[(at + 1) % there.length].id : null;
}

/** The outermost layers that a marquee touches; one that covers the whole canvas must lie all inside. */
export function caught(state, area) {
  return takeable(state)
    .filter((entry) => entry.parent === null)
    .filter((entry) => {
      const box = around(frame(state, entry), turn(entry));
      const ground = box.width >= state.doc.width && box.height >= state.doc.height;
      const inside =
        box.x >= area.x &&
        box.y >= area.y &&
        box.x + box.width <= area.x + area.width &&
        box.y + box.height <= area.y + area.height;
      return ground ? inside : overlap(box, area);
    })
    .map((entry) => entry.id)
    .toReversed();
}
