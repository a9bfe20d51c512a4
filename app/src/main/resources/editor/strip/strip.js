import { decoded } from '../server/picture.js';

/** How long nothing changes before the strip is drawn, in milliseconds: it never draws beside a drag. */
const IDLE = 300;
const AGAIN = 900;

/** How much longer all of the check waits, which takes seconds. */
const REST = 700;
const MOST = 8;

/** The cases that stand in the strip until others are chosen, as far as the template has them. */
const FIRST = ['Missing', 'One letter', '60 letters', 'All caps', 'Emoji', 'Arabic', 'Unmerged', 'Broken photo'];

const keyOf = (sample) => JSON.stringify([sample.name, sample.values, sample.at ?? null]);

/**
 * Looks at the draft with the data that nobody thinks of, whenever the canvas has nothing to do: one case after the
 * other, then all that the check finds. The store gets looks: a map from a case's key to {doc, image, words, findings,
 * texts, fields, alt, standard} or {doc, why}; and findings, with the draft that they are of in findingsOf.
 */
export class Strip {
  #app;
  #control = null;
  #timer = 0;
  // Tells the server what is wanted now: it gives up what was wanted before.
  #runs = 0;

  constructor(app) {
    this.#app = app;
    app.store.set({ chosen: null, list: null, looks: new Map(), findings: [], findingsOf: null });
    app.store.subscribe((now, before) => {
      const changed = (...keys) => keys.some((key) => now[key] !== before[key]);
      if (changed('list', 'chosen')) this.#later(0);
      else if (changed('doc', 'gesture', 'edgeCases')) this.#later(IDLE);
    });
    this.#later(IDLE);
  }

  get #state() {
    return this.#app.state;
  }

  /** The cases in the strip: {name, values, at}. */
  get cases() {
    const { list, chosen } = this.#state;
    if (list) return list.worst;
    const all = this.all;
    if (chosen) return all.filter((each) => chosen.has(each.name));
    const first = FIRST.map((name) => all.find((each) => each.name === name)).filter(Boolean);
    const others = all.filter((each) => !first.includes(each));
    return [...first, ...others].slice(0, MOST);
  }

  /** Every case that can be chosen. */
  get all() {
    const { edgeCases, samples } = this.#state;
    const names = new Set(edgeCases.map((each) => each.name));
    return [...edgeCases, ...samples.filter((each) => !names.has(each.name))];
  }

  /** What is known of a case; of an earlier draft until it is looked at again. */
  lookOf(sample) {
    return this.#state.looks.get(keyOf(sample));
  }

  /** Puts a case into the strip or takes it out. */
  choose(name) {
    const chosen = new Set(this.cases.map((each) => each.name));
    if (!chosen.delete(name)) chosen.add(name);
    if (chosen.size) this.#app.store.set({ chosen, list: null });
  }

  /** Shows a case on the canvas. */
  show(sample) {
    this.#app.store.set({ sample: sample.name, values: sample.values, at: sample.at ?? null });
  }

  /** Takes the worst rows of a list into the strip: '' or why not. */
  async take(text) {
    const { doc } = this.#state;
    this.#stop();
    try {
      const list = await this.#app.api.json('/worst', { template: doc, list: text, run: ++this.#runs });
      this.#app.store.set({ list: { ...list, letters: [...new Set(text)] } });
      return '';
    } catch (failed) {
      this.#later(IDLE);
      return failed.message;
    }
  }

  /** Resolves once every case in the strip shows the newest draft. */
  looked() {
    return this.#until(({ doc }) => this.cases.every((sample) => this.lookOf(sample)?.doc === doc));
  }

  /** Resolves once the check is that of the newest draft, too. */
  settled() {
    return this.#until(({ findingsOf, doc }) => findingsOf === doc && !this.#timer && !this.#control);
  }

  async #until(holds) {
    const { store } = this.#app;
    const done = () => holds(store.state);
    if (done()) return;
    await new Promise((resolve) => {
      const listener = () => {
        if (!done()) return;
        store.unsubscribe(listener);
        resolve();
      };
      store.subscribe(listener);
    });
  }

  #stop() {
    this.#control?.abort();
    this.#control = null;
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  #later(wait) {
    this.#stop();
    this.#timer = this.#state.gesture ? 0 : setTimeout(() => this.#run(), wait);
  }

  async #run() {
    const control = new AbortController();
    this.#control = control;
    this.#timer = 0;
    const { doc } = this.#state;
    const run = ++this.#runs;
    try {
      await this.#app.pictures.settled();
      for (const sample of this.cases) await this.#look({ doc, run }, sample, control.signal);
      await this.#check({ doc, run }, control.signal);
      this.#ended(control);
    } catch (failed) {
      if (this.#control !== control) return;
      this.#control = null;
      if (failed.name === 'AbortError') return;
      if (failed.code === 'superseded' || failed.status === 503 || failed.status === undefined) this.#later(AGAIN);
      else this.#app.store.set({ findings: [], findingsOf: doc });
    }
  }

  #ended(control) {
    if (this.#control === control) this.#control = null;
    this.#app.store.set({});
  }

  async #look({ doc, run }, sample, signal) {
    const key = keyOf(sample);
    if (this.#state.looks.get(key)?.doc === doc) return;
    signal.throwIfAborted();
    const at = sample.at ? { at: sample.at } : {};
    const body = { template: doc, run, name: sample.name, values: sample.values, ...at };
    const told = await this.#app.api.json('/case', body, { signal, patient: false });
    const image = await decoded(blobOf(told.picture));
    image.alt = '';
    signal.throwIfAborted();
    const known = this.cases.map(keyOf);
    const kept = [...this.#state.looks].filter(([each]) => each !== key && known.includes(each));
    this.#app.store.set({ looks: new Map([...kept, [key, { ...told, picture: undefined, image, doc }]]) });
  }

  async #check({ doc, run }, signal) {
    if (this.#state.findingsOf === doc) return;
    await new Promise((resolve) => setTimeout(resolve, REST));
    signal.throwIfAborted();
    const body = { template: doc, run, values: {} };
    const { findings } = await this.#app.api.json('/findings', body, { signal, patient: false });
    this.#app.store.set({ findings, findingsOf: doc });
  }
}

function blobOf(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: 'image/png' });
}
