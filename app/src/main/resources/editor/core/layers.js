import { aligned, distributed } from './align.js';
import { fitted, keptInside, rounded, toBox, toList, union } from './geometry.js';
import { childrenOf, copyOf, entries, find, ID, insert, layersOf, outermost, remove, update } from './tree.js';

/**
 * The commands on layers: functions of a draft that return {doc, selection} or a new draft. frames is a map from
 * identity to the box that a layer has on the canvas; of a part of a stack only the server knows it.
 */

export const sizeOf = (doc) => ({ width: Number(doc.width) || 1, height: Number(doc.height) || 1 });

/** The box of a layer: its own, or where its stack puts it; undefined where it is not drawn. */
export function frameOf(entry, frames) {
  const { box } = entry.layer;
  if (entry.parent === null && Array.isArray(box) && box.length === 4
    && box.every(Number.isFinite)) return toBox(box);
  return frames.get(entry.id)?.box;
}

/** Gives outermost layers new boxes, kept inside the canvas. */
export function withBoxes(doc, boxes) {
  const size = sizeOf(doc);
  let made = doc;
  for (const [id, box] of boxes) {
    const list = toList(fitted(box, size));
    made = update(made, id, (layer) => (String(layer.box) === String(list) ? layer : { ...layer, box: list }));
  }
  return made;
}

/** Moves outermost layers together, as far as all stay inside the canvas. */
export function moved(doc, ids, shift) {
  const boxed = outermostBoxes(doc, ids);
  if (!boxed.size) return doc;
  const kept = keptInside(union([...boxed.values()]), shift, sizeOf(doc));
  return withBoxes(
    doc,
    [...boxed].map(([id, box]) => [id, { ...box, x: box.x + kept.x, y: box.y + kept.y }]),
  );
}

/** The boxes of those layers that have one of their own. */
export function outermostBoxes(doc, ids) {
  const wanted = new Set(ids);
  const found = new Map();
  for (const entry of entries(doc)) {
    if (entry.parent === null && wanted.has(entry.id)) {
      const box = frameOf(entry, new Map());
      if (box) found.set(entry.id, box);
    }
  }
  return found;
}

export function align(doc, ids, how) {
  const boxed = [...outermostBoxes(doc, ids)];
  const boxes = aligned(
    boxed.map(([, box]) => box),
    how,
    sizeOf(doc),
  );
  return withBoxes(
    doc,
    boxed.map(([id], at) => [id, boxes[at]]),
  );
}

export function distribute(doc, ids, axis) {
  const boxed = [...outermostBoxes(doc, ids)];
  if (boxed.length < 3) return doc;
  const boxes = distributed(
    boxed.map(([, box]) => box),
    axis,
  );
  return withBoxes(
    doc,
    boxed.map(([id], at) => [id, boxes[at]]),
  );
}

/** Puts new layers on top, or behind a selected one's place in its stack. */
export function add(doc, layers) {
  const made = layers.map(copyOf);
  return { doc: insert(doc, null, layersOf(doc).length, made), selection: made.map((layer) => layer[ID]) };
}

export function removeAll(doc, ids) {
  return { doc: remove(doc, ids), selection: [] };
}

/** Copies right above their originals, a little to the right and below where there is space. */
export function duplicate(doc, ids, by = 16) {
  const size = sizeOf(doc);
  const selection = [];
  let made = doc;
  for (const id of outermost(doc, ids)) {
    const entry = find(made, id);
    let copy = copyOf(entry.layer);
    if (entry.parent === null && Array.isArray(copy.box)) {
      const box = toBox(copy.box);
      const shift = keptInside(box, { x: by, y: by }, size);
      copy = { ...copy, box: toList({ ...box, x: box.x + shift.x, y: box.y + shift.y }) };
    }
    made = insert(made, entry.parent, entry.index + 1, [copy]);
    selection.push(copy[ID]);
  }
  return { doc: made, selection };
}

/** Moves layers towards the front (1) or the back (-1) among their neighbours, or all the way. */
export function raise(doc, ids, by, all = false) {
  const chosen = outermost(doc, ids).map((id) => find(doc, id));
  const ordered = by > 0 !== all ? chosen.toReversed() : chosen;
  const held = new Set(chosen.map((entry) => entry.id));
  let made = doc;
  for (const { id } of ordered) {
    const entry = find(made, id);
    const row = siblings(made, entry.parent);
    const target = all ? (by > 0 ? row.length - 1 : 0) : entry.index + by;
    if (target < 0 || target >= row.length || (!all && held.has(row[target][ID]))) continue;
    made = insert(remove1(made, id), entry.parent, target, [entry.layer]);
  }
  return made;
}

// Unlike remove, keeps a stack that is empty for a moment.
function remove1(doc, id) {
  return update(doc, id, () => null);
}

const siblings = (doc, parent) => (parent === null ? layersOf(doc) : childrenOf(find(doc, parent).layer));

/** Puts a layer into a stack (or outside of all: null), before the one that has an index there now. */
export function place(doc, id, parent, index, frames) {
  const entry = find(doc, id);
  if (!entry || id === parent || entries(doc).some((each) => each.id === parent && within(doc, each, id))) return doc;
  const target = entry.parent === parent && entry.index < index ? index - 1 : index;
  const layer =
    entry.parent === null
      ? parent === null
        ? entry.layer
        : asPart(entry.layer)
      : parent === null
        ? asOuter(entry, frames, sizeOf(doc))
        : entry.layer;
  const made = insert(remove1(doc, id), parent, target, [layer]);
  const left = entry.parent !== null && entry.parent !== parent ? find(made, entry.parent) : undefined;
  return left && !childrenOf(left.layer).length ? remove(made, [left.id]) : made;
}

function within(doc, entry, id) {
  for (let at = entry; at; at = at.parent === null ? undefined : find(doc, at.parent)) if (at.id === id) return true;
  return false;
}

/** An outermost layer as a part of a stack: its size stays, its place is the stack's matter. */
function asPart(layer) {
  const { box, ...rest } = layer;
  if (!Array.isArray(box) || layer.type === 'stack' || layer.type === 'text') return rest;
  return { ...rest, width: Math.max(box[2], 0.1), height: Math.max(box[3], 0.1) };
}

/** A part of a stack as an outermost layer, where it was drawn. */
function asOuter(entry, frames, size) {
  const { width, height, grow, ...rest } = entry.layer;
  const frame = frames.get(entry.id)?.box ?? { x: 0, y: 0, width: width ?? 120, height: height ?? 40 };
  const box = fitted(
    {
      ...frame,
      x: Math.round(frame.x),
      y: Math.round(frame.y),
      width: Math.ceil(frame.width),
      height: Math.ceil(frame.height),
    },
    size,
  );
  return { ...rest, box: toList(box) };
}

/** Makes a stack of outermost layers: a row or a column by how they lie, with their mean gap. */
export function group(doc, ids) {
  const boxed = [...outermostBoxes(doc, ids)];
  if (!boxed.length) return doc;
  const frame = union(boxed.map(([, box]) => box));
  const row = isRow(boxed.map(([, box]) => box));
  const [axis, size] = row ? ['x', 'width'] : ['y', 'height'];
  const order = boxed.toSorted(([, one], [, other]) => one[axis] - other[axis]);
  const space = frame[size] - order.reduce((sum, [, box]) => sum + box[size], 0);
  const gap = order.length > 1 ? Math.max(0, rounded(space / (order.length - 1))) : 0;
  const children = order.map(([id, box]) => {
    const { box: own, ...rest } = find(doc, id).layer;
    return { ...rest, width: Math.max(box.width, 0.1), height: Math.max(box.height, 0.1) };
  });
  const stack = copyOf({
    type: 'stack',
    box: toList(frame),
    ...(row ? { direction: 'row' } : {}),
    ...(gap ? { gap } : {}),
    children: [],
  });
  const index = find(doc, boxed.at(-1)[0]).index + 1 - boxed.length;
  const made = insert(
    remove(
      doc,
      boxed.map(([id]) => id),
    ),
    null,
    index,
    [{ ...stack, children }],
  );
  return { doc: made, selection: [stack[ID]] };
}

function isRow(boxes) {
  const spread = (axis) => Math.max(...boxes.map((box) => box[axis])) - Math.min(...boxes.map((box) => box[axis]));
  return boxes.length > 1 && spread('x') > spread('y');
}

/** Takes stacks apart; their parts stay where they were drawn. */
export function ungroup(doc, ids, frames) {
  const selection = [];
  let made = doc;
  for (const id of outermost(doc, ids)) {
    const entry = find(made, id);
    if (entry.layer.type !== 'stack') continue;
    const parts = entries(made)
      .filter((each) => each.parent === id)
      .map((part) => (entry.parent === null ? asOuter(part, frames, sizeOf(doc)) : part.layer));
    made = insert(remove1(made, id), entry.parent, entry.index, parts);
    selection.push(...parts.map((part) => part[ID]));
  }
  return selection.length ? { doc: made, selection } : doc;
}
