import { pack } from '../core/history.js';
import { Problem } from './api.js';

const PAUSE = 350;
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 30_000;

/**
 * Saves the draft in this browser at once and on the server a moment later. What it knows stands in the store as
 * saving: {state, etag, text}, where state is saved, waiting, local (only this browser has it), conflict or refused.
 */
export class Drafts {
  #store;
  #api;
  #storage;
  #id;
  #timer = 0;
  #keeping = 0;
  #wait = FIRST_WAIT;
  #sending = null;
  #saved;
  // Samples that the server has not got yet.
  #samples = null;

  /** @param saved the draft as the server has it */
  constructor(store, api, storage, id, saved) {
    this.#store = store;
    this.#api = api;
    this.#storage = storage;
    this.#id = id;
    this.#saved = saved;
    store.subscribe((now, before) => {
      if (now.doc !== before.doc || now.history !== before.history) this.#changed(now);
    });
    addEventListener('pagehide', () => this.keep());
    addEventListener('visibilitychange', () => document.hidden && this.keep());
  }

  /** Begins: what the browser kept and the server lacks is sent. */
  start() {
    if (this.#store.state.doc !== this.#saved) this.#changed(this.#store.state);
  }

  /** Saves the samples with the draft; resolves as save does. */
  saveSamples(samples) {
    this.#samples = samples;
    this.#tell({ state: 'waiting' });
    return this.save();
  }

  #changed(now) {
    if (this.#store.changing) return;
    this.#keeping ||= requestIdleCallback(() => this.keep(), { timeout: 200 });
    if ((now.doc === this.#saved && !this.#samples) || now.saving.state === 'conflict') {
      if (now.saving.state === 'waiting' && !this.#sending) this.#tell({ state: 'saved' });
      return;
    }
    if (now.saving.state !== 'waiting') this.#tell({ state: 'waiting' });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), PAUSE);
  }

  /** Keeps the draft and its steps in this browser. */
  keep() {
    if (this.#keeping) cancelIdleCallback(this.#keeping);
    this.#keeping = 0;
    if (this.#store.changing) return;
    const { doc, history, saving } = this.#store.state;
    this.#storage
      .keep({ id: this.#id, doc, etag: saving.etag, dirty: doc !== this.#saved, history: pack(history, doc) })
      .catch(() => {});
  }

  /** Sends the draft now; resolves once the server has it, or not: whether it has. */
  async save() {
    clearTimeout(this.#timer);
    while (this.#sending) await this.#sending;
    // What a drag shows is no state yet; its end is a change of its own.
    if (this.#store.changing) return false;
    const { doc, saving } = this.#store.state;
    if (doc === this.#saved && !this.#samples) return true;
    if (saving.state === 'conflict') return false;
    this.#sending = doc === this.#saved ? this.#sendSamples(saving.etag) : this.#send(doc, saving.etag);
    const done = await this.#sending;
    this.#sending = null;
    return done && ((this.#store.state.doc === this.#saved && !this.#samples) || this.save());
  }

  async #send(doc, etag) {
    try {
      const answer = await this.#api.json('/draft', doc, { method: 'PUT', etag });
      this.#saved = doc;
      this.#wait = FIRST_WAIT;
      const { draft, edgeCases } = answer;
      this.#tell({
        state: this.#store.state.doc === doc ? 'saved' : 'waiting',
        etag: draft.etag,
        at: draft.savedAt,
        stored: true,
      });
      this.#store.set({ faults: draft.faults, faultsOf: doc, edgeCases: edgeCases ?? this.#store.state.edgeCases });
      this.keep();
      return true;
    } catch (failed) {
      this.#failed(failed);
      return false;
    }
  }

  async #sendSamples(etag) {
    const samples = this.#samples;
    try {
      const body = Object.fromEntries(samples.map(({ name, values, at }) => [name, at ? { ...values, at } : values]));
      const { draft, edgeCases } = await this.#api.json('/samples', body, { method: 'PUT', etag });
      if (this.#samples === samples) this.#samples = null;
      this.#tell({ state: this.#samples ? 'waiting' : 'saved', etag: draft.etag, at: draft.savedAt, stored: true });
      this.#store.set({ edgeCases });
      this.keep();
      return true;
    } catch (failed) {
      if (failed instanceof Problem && failed.code === 'invalid_samples') this.#samples = null;
      this.#failed(failed);
      return false;
    }
  }

  #failed(failed) {
    if (failed instanceof Problem && failed.code === 'draft_conflict') {
      this.#tell({ state: 'conflict' });
      this.#store.set({ dialog: { kind: 'conflict', ...failed.body } });
    } else if (failed instanceof Problem && failed.status >= 400 && failed.status < 500) {
      this.#tell({ state: 'refused', why: failed.message });
    } else {
      this.#tell({ state: 'local', why: failed.message });
      this.#timer = setTimeout(() => this.save(), this.#wait);
      this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
    }
  }

  /** The server's draft is known to have a tag now, after a conflict or a publication. */
  resume(etag, saved = null, part = {}) {
    this.#saved = saved ?? this.#saved;
    this.#tell({ state: this.#store.state.doc === this.#saved ? 'saved' : 'waiting', etag, ...part });
    return this.save();
  }

  #tell(part) {
    this.#store.set({ saving: { ...this.#store.state.saving, why: '', ...part } });
  }
}
