import { angleTo, around, between, centerOf, resized, union } from '../core/geometry.js';
import { duplicate, moved, outermostBoxes, place as placeIn, sizeOf, withBoxes } from '../core/layers.js';
import { linesOf, snapped } from '../core/snap.js';
import { entries, find, identify, update } from '../core/tree.js';
import { caught, frame, turn } from './hit.js';

const NEAR = 6;

/** What a dragged box may snap to: the other layers that are in sight. */
function sceneOf(state, moving) {
  const others = entries(state.doc).filter(
    (entry) =>
      entry.parent === null &&
      !moving.has(entry.id) &&
      !state.hidden.has(entry.id) &&
      state.boxes.get(entry.id)?.visible !== false &&
      frame(state, entry),
  );
  const boxes = others.map((entry) => around(frame(state, entry), turn(entry)));
  const baselines = others.flatMap((entry) =>
    (turn(entry) ? [] : (state.boxes.get(entry.id)?.text?.lines ?? [])).map((line) => ({
      at: line.baseline,
      from: line.x,
      to: line.x + line.width,
    })),
  );
  return {
    boxes: boxes.filter((box) => !covers(box, sizeOf(state.doc))),
    lines: linesOf(boxes, sizeOf(state.doc), baselines),
  };
}

const covers = (box, size) => box.width >= size.width && box.height >= size.height;

// A single upright text snaps with its first baseline too.
function baselineOf(state, ids) {
  if (ids.length !== 1) return null;
  const entry = find(state.doc, ids[0]);
  const line = state.boxes.get(entry.id)?.text?.lines?.[0];
  return line && !turn(entry) ? line.baseline - frame(state, entry).y : null;
}

/** The still copy that goes with the pointer, once it has come and as long as the drag goes on. */
async function still(store, pictures, ids, kind) {
  const copy = await pictures.copyOf(ids);
  const { gesture } = store.state;
  if (copy && gesture?.kind === kind) store.set({ gesture: { ...gesture, copy } });
}

/**
 * A drag in progress. Each has move(point, keys) and end(); point is in pixels of the picture, keys are {shift, alt,
 * free}: free switches snapping off.
 */
export function moving(store, pictures, from, duplicates) {
  store.begin();
  let ids = store.state.selection.filter((id) => find(store.state.doc, id)?.parent === null);
  let source = null;
  still(store, pictures, ids, 'move');
  if (duplicates) {
    const made = duplicate(store.state.doc, ids, 0);
    source = identify(made.doc, store.state.doc);
    ids = made.selection;
    store.set({ selection: ids });
  }
  const state = store.state;
  const start = source ?? state.doc;
  const boxed = outermostBoxes(start, ids);
  const outline = union([...boxed].map(([id, box]) => around(box, turn(find(start, id)))));
  const frameBox = union([...boxed.values()]);
  const scene = sceneOf({ ...state, doc: start }, new Set(ids));
  const own = duplicates ? null : baselineOf(state, ids);
  store.set({ gesture: { kind: 'move', shift: { x: 0, y: 0 }, copy: null, guides: [] } });
  return {
    move(point, keys) {
      let shift = { x: Math.round(point.x - from.x), y: Math.round(point.y - from.y) };
      if (keys.shift) shift = Math.abs(shift.x) > Math.abs(shift.y) ? { x: shift.x, y: 0 } : { x: 0, y: shift.y };
      const wanted = { ...outline, x: outline.x + shift.x, y: outline.y + shift.y };
      const snap = keys.free
        ? { shift: { x: 0, y: 0 }, guides: [] }
        : snapped(wanted, scene, { near: NEAR / store.state.zoom, own });
      const by = {
        x: shift.x + (keys.shift && !shift.x ? 0 : snap.shift.x),
        y: shift.y + (keys.shift && !shift.y ? 0 : snap.shift.y),
      };
      store.show((doc) => moved(source ?? doc, ids, by), {});
      const now = union([...outermostBoxes(store.state.doc, ids).values()]);
      store.set({
        gesture: {
          ...store.state.gesture,
          guides: snap.guides,
          shift: { x: now.x - frameBox.x, y: now.y - frameBox.y },
        },
      });
    },
    end: () => store.commit(duplicates ? 'Duplicate' : 'Move'),
  };
}

/** A part of a stack is dragged to another place in its stack. */
export function reordering(store, pictures, id, from) {
  store.begin();
  store.set({ gesture: { kind: 'order', shift: { x: 0, y: 0 }, copy: null, guides: [] } });
  still(store, pictures, [id], 'order');
  const { parent } = find(store.state.doc, id);
  const row = find(store.state.doc, parent).layer.direction === 'row';
  const state = store.state;
  let index = null;
  return {
    move(point) {
      const shift = { x: point.x - from.x, y: point.y - from.y };
      const parts = entries(state.doc).filter((entry) => entry.parent === parent);
      const before = parts.find((part) => {
        const box = frame(state, part);
        const center = box && centerOf(box);
        return center && (row ? point.x < center.x : point.y < center.y);
      });
      index = before ? before.index : parts.length;
      const near = frame(state, before ?? parts.at(-1));
      const at = near && (row ? near.x + (before ? 0 : near.width) : near.y + (before ? 0 : near.height));
      const guide =
        near &&
        (row
          ? { kind: 'drop', axis: 'x', at, from: near.y, to: near.y + near.height }
          : { kind: 'drop', axis: 'y', at, from: near.x, to: near.x + near.width });
      store.set({ gesture: { ...store.state.gesture, shift, guides: guide ? [guide] : [] } });
    },
    end() {
      if (index !== null) store.show((doc) => placeIn(doc, id, parent, index, state.boxes));
      store.commit('Order');
    },
  };
}

/** A handle is dragged: {x, y} of -1, 0, 1. Several layers keep their places in the box around them. */
export function resizing(store, handle, from) {
  store.begin();
  const state = store.state;
  const boxed = outermostBoxes(state.doc, state.selection);
  const [only] = state.selection;
  const single = state.selection.length === 1 ? find(state.doc, only) : null;
  const part = single && single.parent !== null ? single : null;
  const rotate = single && !part ? turn(single) : 0;
  const outline = part ? frame(state, part) : union([...boxed.values()]);
  const scene = sceneOf(state, new Set(state.selection));
  const shares = { x: handle.x === 0 ? [] : [(handle.x + 1) / 2], y: handle.y === 0 ? [] : [(handle.y + 1) / 2] };
  const square = single && ['qr', 'ellipse'].includes(single.layer.shape ?? single.layer.type);
  store.set({ gesture: { kind: 'resize', guides: [] } });
  return {
    move(point, keys) {
      const shift = { x: point.x - from.x, y: point.y - from.y };
      const options = { ratio: square ? !keys.shift : keys.shift, both: keys.alt };
      let box = resized(outline, rotate, handle, shift, options);
      let guides = [];
      if (!keys.free && !rotate && !part) {
        const snap = snapped(box, scene, { near: NEAR / store.state.zoom, places: shares });
        guides = snap.guides;
        box = resized(outline, rotate, handle, { x: shift.x + snap.shift.x, y: shift.y + snap.shift.y }, options);
      }
      store.show(
        (doc) =>
          part ? sized(doc, only, box) : scaled(doc, boxed, outline, cut(whole(box, rotate), sizeOf(doc), rotate)),
        { gesture: { kind: 'resize', guides } },
      );
    },
    end: () => store.commit('Size'),
  };
}

const sized = (doc, id, box) =>
  update(doc, id, (layer) => ({ ...layer, width: Math.round(box.width), height: Math.round(box.height) }));

// Whole pixels at the edges; a turned box keeps its fixed corner instead.
function whole(box, rotate) {
  if (rotate) return box;
  const [left, top] = [Math.round(box.x), Math.round(box.y)];
  return between(
    left,
    top,
    Math.max(left + 1, Math.round(box.x + box.width)),
    Math.max(top + 1, Math.round(box.y + box.height)),
  );
}

// What sticks out of the canvas is cut off, so that the other side does not move.
function cut(box, size, rotate) {
  if (rotate) return box;
  return between(
    Math.max(0, box.x),
    Math.max(0, box.y),
    Math.min(size.width, box.x + box.width),
    Math.min(size.height, box.y + box.height),
  );
}

function scaled(doc, boxed, from, to) {
  const [sx, sy] = [to.width / (from.width || 1), to.height / (from.height || 1)];
  return withBoxes(
    doc,
    [...boxed].map(([id, box]) => [
      id,
      {
        x: to.x + (box.x - from.x) * sx,
        y: to.y + (box.y - from.y) * sy,
        width: box.width * sx,
        height: box.height * sy,
      },
    ]),
  );
}

/** The handle above a layer is dragged around its center. */
export function rotating(store, pictures) {
  store.begin();
  const [id] = store.state.selection;
  const state = store.state;
  const entry = find(state.doc, id);
  const center = centerOf(frame(state, entry));
  const before = turn(entry);
  store.set({ gesture: { kind: 'rotate', guides: [], turn: 0, center, copy: null } });
  still(store, pictures, [id], 'rotate');
  return {
    move(point, keys) {
      const free = angleTo(center, point, keys.shift);
      const angle = keys.free || Math.abs(free % 90) > 3 ? free : Math.round(free / 90) * 90;
      store.show((doc) => update(doc, id, (layer) => withAngle(layer, angle)), {
        gesture: { ...store.state.gesture, turn: angle - before, angle },
      });
    },
    end: () => store.commit('Turn'),
  };
}

function withAngle(layer, angle) {
  const { rotate, ...rest } = layer;
  return angle === 0 ? rest : { ...rest, rotate: angle };
}

/** A marquee over nothing selects what it touches, beside what was selected where Shift is held. */
export function marquee(store, from, adds) {
  const before = adds ? store.state.selection : [];
  store.set({ gesture: { kind: 'marquee', area: { ...from, width: 0, height: 0 }, guides: [] } });
  return {
    move(point) {
      const area = between(
        Math.min(from.x, point.x),
        Math.min(from.y, point.y),
        Math.max(from.x, point.x),
        Math.max(from.y, point.y),
      );
      store.select([...new Set([...before, ...caught(store.state, area)])]);
      store.set({ gesture: { kind: 'marquee', area, guides: [] } });
    },
    end: () => store.set({ gesture: null }),
  };
}
