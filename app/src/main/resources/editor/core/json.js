/** Values of JSON: equality, places in them, and differences that can be applied and undone. */

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/** Whether two values are the same JSON; the order of keys does not matter. */
export function equal(one, other) {
  if (one === other) return true;
  if (Array.isArray(one)) {
    return Array.isArray(other) && one.length === other.length && one.every((each, at) => equal(each, other[at]));
  }
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && equal(one[key], other[key]))
  );
}

/** The value at a place, a list of keys and indices; undefined where there is none. */
export function valueAt(root, place) {
  return place.reduce((value, key) => (value === null || value === undefined ? undefined : value[key]), root);
}

/** The root with another value at a place; undefined takes a key away. Objects on the way are made where absent. */
export function withValue(root, place, value) {
  if (!place.length) return value;
  const [key, ...rest] = place;
  if (Array.isArray(root)) {
    return value === undefined && !rest.length
      ? root.toSpliced(key, 1)
      : root.with(key, withValue(root[key], rest, value));
  }
  const inner = withValue(root?.[key], rest, value);
  const { [key]: old, ...others } = root ?? {};
  return inner === undefined ? others : { ...root, [key]: inner };
}

/** The keys of a path as the server writes it: $.layers[2].size gives ['layers', 2, 'size']. */
export function placeOf(path) {
  return [...path.matchAll(/\.([^.[\]]+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/g)].map(([, key, index, quoted]) =>
    index === undefined ? (key ?? JSON.parse(`"${quoted}"`)) : Number(index),
  );
}

/** What turns one value into another: a list of steps that {@link apply} and {@link revert} understand. */
export function diff(before, after) {
  const steps = [];
  compare(before, after, [], steps);
  return steps;
}

function compare(before, after, place, steps) {
  if (before === after) return;
  if (Array.isArray(before) && Array.isArray(after)) {
    compareLists(before, after, place, steps);
  } else if (isObject(before) && isObject(after)) {
    compareObjects(before, after, place, steps);
  } else {
    steps.push({ place, set: [before, after] });
  }
}

function compareLists(before, after, place, steps) {
  if (before.length === after.length) {
    before.forEach((each, at) => compare(each, after[at], [...place, at], steps));
    return;
  }
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && equal(before[head], after[head])) head++;
  let tail = 0;
  while (tail < shorter - head && equal(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  steps.push({
    place,
    at: head,
    splice: [before.slice(head, before.length - tail), after.slice(head, after.length - tail)],
  });
}

function compareObjects(before, after, place, steps) {
  const keys = [Object.keys(before), Object.keys(after)];
  if (keys[0].length !== keys[1].length || keys[0].some((key, at) => key !== keys[1][at])) {
    const lost = Object.fromEntries(
      keys[0].filter((key) => !Object.hasOwn(after, key)).map((key) => [key, before[key]]),
    );
    const won = Object.fromEntries(
      keys[1].filter((key) => !Object.hasOwn(before, key)).map((key) => [key, after[key]]),
    );
    steps.push({ place, keys, only: [lost, won] });
  }
  for (const key of keys[0]) {
    if (Object.hasOwn(after, key)) compare(before[key], after[key], [...place, key], steps);
  }
}

/** The value after steps of {@link diff}. */
export function apply(value, steps) {
  return steps.reduce((root, step) => run(root, step, 1), value);
}

/** The value before them. */
export function revert(value, steps) {
  return steps.reduceRight((root, step) => run(root, step, 0), value);
}

function run(root, step, side) {
  const old = valueAt(root, step.place);
  if (step.set) return withValue(root, step.place, step.set[side]);
  if (step.splice) {
    return withValue(root, step.place, old.toSpliced(step.at, step.splice[1 - side].length, ...step.splice[side]));
  }
  const made = {};
  for (const key of step.keys[side]) made[key] = Object.hasOwn(old, key) ? old[key] : step.only[side][key];
  for (const symbol of Object.getOwnPropertySymbols(old)) made[symbol] = old[symbol];
  return withValue(root, step.place, made);
}
