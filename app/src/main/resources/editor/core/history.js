import { apply, diff, revert } from './json.js';

/** How many steps back there are. */
export const STEPS = 200;

/**
 * The steps back and forward. Each is {doc, selection, label}: the state to go to, and what was done between it and
 * its neighbour. All are values; functions return new histories.
 */
export const EMPTY = { past: [], future: [], key: null };

/** After a change: the state before it is one step back. Changes with the same key, one after another, are one step. */
export function record(history, before, label, key = null) {
  if (key !== null && key === history.key) return history.future.length ? { ...history, future: [] } : history;
  return { past: [...history.past, { ...before, label }].slice(-STEPS), future: [], key };
}

/** The next change is a step of its own. */
export function seal(history) {
  return history.key === null ? history : { ...history, key: null };
}

/** One step back from a state: {history, state, label}, or null. */
export function back(history, now) {
  const step = history.past.at(-1);
  if (!step) return null;
  const future = [{ ...now, label: step.label }, ...history.future];
  return { history: { past: history.past.slice(0, -1), future, key: null }, state: step, label: step.label };
}

/** One step forward again: {history, state, label}, or null. */
export function forward(history, now) {
  const step = history.future[0];
  if (!step) return null;
  const past = [...history.past, { ...now, label: step.label }];
  return { history: { past, future: history.future.slice(1), key: null }, state: step, label: step.label };
}

const steps = new WeakMap();

// Neighbours in the history stay neighbours, so their difference is worked out once.
function between(before, after) {
  const known = steps.get(before);
  if (known?.after === after) return known.steps;
  const made = diff(before, after);
  steps.set(before, { after, steps: made });
  return made;
}

/** The history as small plain data: differences between neighbours, from the draft as it is now. */
export function pack(history, doc) {
  const docs = [...history.past.map((step) => step.doc), doc];
  const later = [doc, ...history.future.map((step) => step.doc)];
  return {
    past: history.past.map((step, at) => ({ label: step.label, steps: between(docs[at], docs[at + 1]) })),
    future: history.future.map((step, at) => ({ label: step.label, steps: between(later[at], later[at + 1]) })),
  };
}

/** The history that was packed with the same draft. */
export function unpack(packed, doc) {
  const past = [];
  let at = doc;
  for (const step of packed.past.toReversed()) {
    at = revert(at, step.steps);
    past.unshift({ doc: at, selection: [], label: step.label });
  }
  at = doc;
  const future = packed.future.map((step) => {
    at = apply(at, step.steps);
    return { doc: at, selection: [], label: step.label };
  });
  return { past, future, key: null };
}
