import { equal } from './json.js';

/** Samples after a field got another name, also by undo; null where no field did, or none of them has a value of it. */
export function renamedIn(samples, before = {}, after = {}) {
  const lost = Object.keys(before).filter((name) => !Object.hasOwn(after, name));
  const gained = Object.keys(after).filter((name) => !Object.hasOwn(before, name));
  if (lost.length !== 1 || gained.length !== 1 || !equal(before[lost[0]], after[gained[0]])) return null;
  if (!samples.some((sample) => Object.hasOwn(sample.values, lost[0]))) return null;
  return samples.map((sample) => ({
    ...sample,
    values: Object.fromEntries(
      Object.entries(sample.values).map(([name, value]) => [name === lost[0] ? gained[0] : name, value]),
    ),
  }));
}
