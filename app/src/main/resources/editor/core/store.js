import { back, EMPTY, forward, record, seal } from './history.js';
import { entries, identify } from './tree.js';

/**
 * The one state of the editor. Whoever shows it subscribes; whoever changes it calls a method here. What belongs to
 * the template is in doc and can be undone; all else is about the view.
 */
export class Store {
  #state;
  #listeners = new Set();
  #before = null;

  constructor(state) {
    this.#state = {
      selection: [],
      history: EMPTY,
      hidden: new Set(),
      locked: new Set(),
      boxes: new Map(),
      gesture: null,
      settling: null,
      said: '',
      ...state,
      doc: identify(state.doc),
    };
  }

  get state() {
    return this.#state;
  }

  subscribe(listener) {
    this.#listeners.add(listener);
  }

  unsubscribe(listener) {
    this.#listeners.delete(listener);
  }

  /** Changes something about the view. */
  set(part) {
    const before = this.#state;
    this.#state = { ...before, ...part };
    for (const listener of this.#listeners) listener(this.#state, before);
  }

  /**
   * Changes the draft: change(doc, state) returns the new draft, or {doc, selection}. One step of undo; changes with
   * the same key, one after another, are one step together.
   */
  run(label, change, key = null) {
    const { doc, selection, history } = this.#state;
    const made = change(doc, this.#state);
    const result = made.doc ? made : { doc: made };
    if (result.doc === doc) {
      if (result.selection) this.select(result.selection);
      return;
    }
    this.set({
      doc: identify(result.doc, doc),
      selection: result.selection ?? selection,
      history: record(history, { doc, selection }, label, key),
      said: label,
    });
  }

  /** Begins a change that is shown while it goes on, such as a drag. */
  begin() {
    const { doc, selection } = this.#state;
    this.#before = { doc, selection };
  }

  /** Whether such a change goes on. */
  get changing() {
    return this.#before !== null;
  }

  /** Shows a state of it, always made from the draft at its beginning. */
  show(change, part = {}) {
    const made = change(this.#before.doc);
    this.set({ doc: made, ...part });
  }

  /** Ends it: one step of undo, or none where nothing is different. Its look stays until the true picture is there. */
  commit(label) {
    const before = this.#before;
    this.#before = null;
    const { doc, history, gesture } = this.#state;
    if (doc === before.doc) this.set({ gesture: null });
    else this.set({ history: record(history, before, label), gesture: null, settling: gesture, said: label });
  }

  /** Ends it as if it had not begun. */
  cancel() {
    const before = this.#before;
    this.#before = null;
    if (before) this.set({ ...before, gesture: null });
  }

  /** The next change is an undo step of its own. */
  seal() {
    const history = seal(this.#state.history);
    if (history !== this.#state.history) this.set({ history });
  }

  select(selection) {
    const { history, selection: before } = this.#state;
    if (selection.length === before.length && selection.every((id, at) => id === before[at])) return;
    this.set({ selection, history: seal(history) });
  }

  undo() {
    this.#go(back, 'Undone');
  }

  redo() {
    this.#go(forward, 'Done again');
  }

  #go(direction, word) {
    const { doc, selection, history } = this.#state;
    const step = direction(history, { doc, selection });
    if (!step) return;
    const to = identify(step.state.doc, doc);
    const there = new Set(entries(to).map((entry) => entry.id));
    const wanted = step.state.selection.filter((id) => there.has(id));
    const kept = selection.filter((id) => there.has(id));
    this.set({
      doc: to,
      selection: wanted.length ? wanted : kept,
      history: step.history,
      said: `${word}: ${step.label}`,
    });
  }
}
