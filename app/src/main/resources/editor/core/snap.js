/**
 * Snapping: a moved box is shifted a little so that an edge, its center or a baseline comes to lie on a line of another
 * layer or of the canvas, or so that gaps are equal.
 */

/** The lines that boxes and the canvas offer on one axis: {at, from, to, kind}. */
export function linesOf(boxes, size, baselines) {
  const lines = { x: [], y: [] };
  const add = (axis, at, from, to, kind) => lines[axis].push({ at, from, to, kind });
  for (const [share, kind] of [
    [0, 'canvas'],
    [0.5, 'center'],
    [1, 'canvas'],
  ]) {
    add('x', size.width * share, 0, size.height, kind);
    add('y', size.height * share, 0, size.width, kind);
  }
  for (const box of boxes) {
    for (const [share, kind] of [
      [0, 'edge'],
      [0.5, 'center'],
      [1, 'edge'],
    ]) {
      add('x', box.x + box.width * share, box.y, box.y + box.height, kind);
      add('y', box.y + box.height * share, box.x, box.x + box.width, kind);
    }
  }
  for (const line of baselines) add('y', line.at, line.from, line.to, 'baseline');
  return lines;
}

/**
 * Where a box snaps to: {shift: {x, y}, guides}.
 *
 * @param box where the pointer has it
 * @param scene {boxes, lines} that may be snapped to, from {@link linesOf}
 * @param options {near: the most it is shifted; own: its baseline's distance from its top, or null; places: which of
 *     its places snap, shares by axis}
 */
export function snapped(box, scene, { near, own = null, places = { x: [0, 0.5, 1], y: [0, 0.5, 1] } }) {
  const x = bestOf(lineSnaps('x', box, scene.lines.x, places.x, null), gapSnaps('x', box, scene.boxes, places.x),
    near);
  const y = bestOf(lineSnaps('y', box, scene.lines.y, places.y, own), gapSnaps('y', box, scene.boxes, places.y),
    near);
  const shift = { x: x?.by ?? 0, y: y?.by ?? 0 };
  const there = { ...box, x: box.x + shift.x, y: box.y + shift.y };
  return {
    shift,
    guides: [...guidesOf('x', x, there, scene, places.x, null), ...guidesOf('y', y, there, scene, places.y, own)],
  };
}

function bestOf(lines, gaps, near) {
  return [...lines, ...gaps]
    .filter((snap) => Math.abs(snap.by) <= near)
    .sort((one, other) => Math.abs(one.by) - Math.abs(other.by))[0];
}

const start = (axis, box) => (axis === 'x' ? box.x : box.y);
const length = (axis, box) => (axis === 'x' ? box.width : box.height);
const cross = (axis) => (axis === 'x' ? 'y' : 'x');

function lineSnaps(axis, box, lines, shares, own) {
  return lines.flatMap((line) => {
    if (line.kind === 'baseline') return own === null ? [] : [{ by: line.at - box.y - own, line }];
    return shares.map((share) => ({ by: line.at - start(axis, box) - length(axis, box) * share, line }));
  });
}

// The gaps between neighbours on the same row or column, to put the box as far from the next one.
function gapSnaps(axis, box, boxes, shares) {
  if (shares.length < 3) return [];
  const side = cross(axis);
  const row = boxes
    .filter(
      (each) =>
        start(side, each) < start(side, box) + length(side, box) &&
        start(side, box) < start(side, each) + length(side, each),
    )
    .sort((one, other) => start(axis, one) - start(axis, other));
  const end = (each) => start(axis, each) + length(axis, each);
  const from = start(axis, box);
  const size = length(axis, box);
  const snaps = [];
  const center = side === 'y' ? box.y + box.height / 2 : box.x + box.width / 2;
  const gap = (a, b) => ({ from: a, to: b, at: center });
  for (let at = 0; at + 1 < row.length; at++) {
    const [one, other] = [row[at], row[at + 1]];
    const space = start(axis, other) - end(one);
    if (space <= 0) continue;
    snaps.push({
      by: end(other) + space - from,
      gaps: [gap(end(one), start(axis, other)), gap(end(other), end(other) + space)],
    });
    snaps.push({
      by: start(axis, one) - space - size - from,
      gaps: [gap(start(axis, one) - space, start(axis, one)), gap(end(one), start(axis, other))],
    });
    if (space > size) {
      const each = (space - size) / 2;
      snaps.push({
        by: end(one) + each - from,
        gaps: [gap(end(one), end(one) + each), gap(start(axis, other) - each, start(axis, other))],
      });
    }
  }
  return snaps;
}

// Every line that the box lies on now, as long as both together.
function guidesOf(axis, snap, box, scene, shares, own) {
  if (!snap) return [];
  if (snap.gaps) return snap.gaps.map((gap) => ({ kind: 'gap', axis, ...gap }));
  const side = cross(axis);
  const onto = lineSnaps(axis, box, scene.lines[axis], shares, own).filter((each) => Math.abs(each.by) < 0.01);
  const byPlace = new Map();
  for (const { line } of onto) {
    const known = byPlace.get(line.at) ?? {
      kind: line.kind,
      axis,
      at: line.at,
      from: start(side, box),
      to: start(side, box) + length(side, box),
    };
    byPlace.set(line.at, { ...known, from: Math.min(known.from, line.from), to: Math.max(known.to, line.to) });
  }
  return [...byPlace.values()];
}
