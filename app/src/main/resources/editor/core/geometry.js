/** Boxes {x, y, width, height} in pixels of the picture at 1x; angles in degrees clockwise about a box's center. */

export const toBox = ([x, y, width, height]) => ({ x, y, width, height });
export const toList = ({ x, y, width, height }) => [x, y, width, height];
export const centerOf = (box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

/** Two decimals are as fine as anyone sets a box. */
export const rounded = (value) => Math.round(value * 100) / 100;

/** A point turned about another. */
export function turned(point, center, degrees) {
  const angle = (degrees * Math.PI) / 180;
  const [dx, dy] = [point.x - center.x, point.y - center.y];
  return {
    x: center.x + dx * Math.cos(angle) - dy * Math.sin(angle),
    y: center.y + dx * Math.sin(angle) + dy * Math.cos(angle),
  };
}

/** Whether a point lies in a turned box, or nearer than a distance to it. */
export function holds(box, rotate, point, near = 0) {
  const there = rotate ? turned(point, centerOf(box), -rotate) : point;
  return (
    there.x >= box.x - near &&
    there.x <= box.x + box.width + near &&
    there.y >= box.y - near &&
    there.y <= box.y + box.height + near
  );
}

/** The upright box around a turned one. */
export function around(box, rotate = 0) {
  if (!rotate) return box;
  const center = centerOf(box);
  const corners = [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ].map(([right, down]) => turned({ x: box.x + right * box.width, y: box.y + down * box.height }, center, rotate));
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  return between(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
}

export const between = (left, top, right, bottom) => ({ x: left, y: top, width: right - left, height: bottom - top });

/** The box around some, which are at least one. */
export function union(boxes) {
  return between(
    Math.min(...boxes.map((box) => box.x)),
    Math.min(...boxes.map((box) => box.y)),
    Math.max(...boxes.map((box) => box.x + box.width)),
    Math.max(...boxes.map((box) => box.y + box.height)),
  );
}

/** Whether two boxes share some place. */
export function overlap(one, other) {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** A shift that keeps a box inside a canvas of a size. */
export function keptInside(box, shift, size) {
  const hold = (at, length, by, most) => Math.max(-at, Math.min(by, Math.max(most - at - length, -at)));
  return { x: hold(box.x, box.width, shift.x, size.width), y: hold(box.y, box.height, shift.y, size.height) };
}

/** A box with whole pixels and inside the canvas, as the format asks. */
export function fitted(box, size) {
  const width = Math.max(1, Math.min(rounded(box.width), size.width));
  const height = Math.max(1, Math.min(rounded(box.height), size.height));
  return {
    x: Math.max(0, Math.min(rounded(box.x), size.width - width)),
    y: Math.max(0, Math.min(rounded(box.y), size.height - height)),
    width,
    height,
  };
}

/**
 * A box whose handle was dragged: handle is {x, y} of -1, 0, 1 from the center, shift the way of the pointer. The side
 * or corner across stays where it is, also of a turned box.
 */
export function resized(box, rotate, handle, shift, { ratio = false, both = false } = {}) {
  const local = rotate ? turned(shift, { x: 0, y: 0 }, -rotate) : shift;
  const times = both ? 2 : 1;
  let width = Math.max(1, box.width + handle.x * local.x * times);
  let height = Math.max(1, box.height + handle.y * local.y * times);
  if (ratio && box.width > 0 && box.height > 0) {
    const share =
      handle.x === 0
        ? height / box.height
        : handle.y === 0
          ? width / box.width
          : Math.max(width / box.width, height / box.height);
    width = box.width * share;
    height = box.height * share;
  }
  const center = centerOf(box);
  const grown = both
    ? { x: 0, y: 0 }
    : { x: (handle.x * (width - box.width)) / 2, y: (handle.y * (height - box.height)) / 2 };
  const moved = rotate ? turned(grown, { x: 0, y: 0 }, rotate) : grown;
  return { x: center.x + moved.x - width / 2, y: center.y + moved.y - height / 2, width, height };
}

/** The angle from a center to a point, 0 upwards, from -180 to 180, in whole degrees or steps of 15. */
export function angleTo(center, point, steps) {
  const degrees = (Math.atan2(point.x - center.x, center.y - point.y) * 180) / Math.PI;
  return steps ? Math.round(degrees / 15) * 15 : Math.round(degrees);
}
