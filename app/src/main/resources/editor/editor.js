import { App } from './app.js';
import { likelyKind } from './core/defaults.js';
import { find, identify, update } from './core/tree.js';
import { withValue } from './core/json.js';
import { Cases } from './dialog/cases.js';
import { typing } from './keys.js';
import { focusRow } from './panel/layers.js';
import { Pointer } from './stage/pointer.js';

/** The editor of one template: what people do, and what goes to the server. */
export class Editor extends App {
  cases = new Cases(this);
  pictures = null;
  strip = null;
  drafts = null;
  /** The field that a text was typed into last, where a field's name is put. */
  lastText = null;
  #pointer = null;
  // Where Tab began to go through the layers, and what it selected last.
  #walk = null;
  #waiting = [];

  /** The stage stands in the page: pointers are listened to, and the picture fits into it. */
  stageReady(element) {
    this.#pointer = new Pointer(this, element);
    const measure = () => {
      // Nothing fits on a stage that is not laid out.
      if (!element.clientWidth || !element.clientHeight) return;
      this.store.set({
        stage: { width: element.clientWidth, height: element.clientHeight },
        density: devicePixelRatio,
      });
      if (this.state.fits) this.fit();
    };
    new ResizeObserver(measure).observe(element);
    measure();
    element.addEventListener('blur', () => element.classList.remove('pressed'));
    element.addEventListener('keydown', (event) => {
      element.classList.remove('pressed');
      if (event.key === 'Tab' && event.target === element && this.#tab(event.shiftKey ? -1 : 1)) event.preventDefault();
    });
  }

  // Tab goes through the layers and then on; who only passes by finds the selection as it was.
  #tab(by) {
    const { selection } = this.state;
    if (selection !== this.#walk?.last) this.#walk = { from: selection };
    const goes = this.selectNext(by);
    if (!goes) this.store.select(this.#walk.from);
    this.#walk.last = this.state.selection;
    return goes;
  }

  // Keys

  /** Goes to the next part of the page: the layers, the canvas, the properties. */
  nextPart(by) {
    const parts = ['aside.left .tabs button', '#stage', 'aside.right .tabs button'].map((part) =>
      document.querySelector(part),
    );
    const places = [parts[0].closest('aside'), parts[1], parts[2].closest('aside')];
    const at = places.findIndex((place) => place.contains(document.activeElement));
    parts.at((Math.max(at, by > 0 ? -1 : 0) + by + 3) % 3).focus();
  }

  /** Whether a drag goes on, which only Escape may disturb. */
  get busy() {
    return this.#pointer?.busy ?? false;
  }

  enter() {
    const [id] = this.state.selection;
    const entry = id === undefined ? undefined : find(this.state.doc, id);
    if (entry?.layer.type === 'text') this.typeIn(id);
    else document.querySelector('.right .part input')?.focus();
  }

  escape() {
    if (this.#pointer?.busy) this.#pointer.abandon();
    else if (this.state.typing !== null) this.endTyping();
    else this.store.select([]);
  }

  startRename() {
    const [id] = this.state.selection;
    if (id !== undefined) this.store.set({ renaming: id, side: 'layers' });
  }

  /** Ends typing at the text's place; the canvas takes the keys again. */
  endTyping(focus = true) {
    if (this.state.typing === null) return;
    this.store.set({ typing: null });
    this.store.seal();
    if (focus) document.getElementById('stage').focus();
  }

  /** Puts a field where the caret is in the text that was typed in last; *new asks for a name. */
  insertField(name) {
    if (!name) return;
    const field = name === '*new' ? this.#freeName() : name;
    const area = this.lastText?.isConnected ? this.lastText : document.getElementById('wording');
    if (name === '*new') this.addField(field, likelyKind(field));
    if (!area) return;
    area.setRangeText(`{{ ${field} }}`, area.selectionStart, area.selectionEnd, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
    area.focus();
  }

  #freeName() {
    const known = this.state.doc.fields ?? {};
    return [
      'name',
      'first_name',
      'code',
      'date',
      'text',
      ...Array.from({ length: 50 }, (_, at) => `field_${at + 1}`),
    ].find((each) => !Object.hasOwn(known, each));
  }

  setFont(family, weight) {
    this.store.run('Font', (doc) =>
      this.state.selection.reduce(
        (made, id) =>
          update(made, id, (layer) =>
            withValue(
              withValue(layer, ['font'], family === 'Inter' ? undefined : family),
              ['weight'],
              weight === 400 ? undefined : weight,
            ),
          ),
        doc,
      ),
    );
  }

  /** Selects a layer's row, so that the keyboard goes on there. */
  focusLayer(id) {
    focusRow(id);
  }

  // Drafts

  async saveNow() {
    this.askForToken(true);
    const done = await this.drafts.save();
    this.say(done ? 'Saved' : 'Not saved');
  }

  /** Their draft takes this one's place; undo brings this one back. */
  async takeTheirs() {
    const { theirs } = this.state.dialog;
    this.show(null);
    this.cases.clear();
    const doc = identify(theirs.json, this.state.doc);
    this.store.run('Take theirs', () => doc);
    await this.drafts.resume(theirs.etag, this.state.doc);
  }

  /** This draft takes the place of theirs, as a choice that was made. */
  async keepMine() {
    const { theirs } = this.state.dialog;
    this.show(null);
    this.cases.clear();
    const mine = this.state.doc;
    const doc = identify(theirs.json, mine);
    // Theirs is one step back, so that it can be had again.
    this.store.run('Theirs', () => doc);
    this.store.run('Keep mine', () => mine);
    await this.drafts.resume(theirs.etag);
  }

  // The session

  /** Resolves once there is a session again. Who types goes on typing, and is asked for a token after that. */
  session() {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (!this.state.signedOut) this.store.set({ signedOut: true });
      this.askForToken();
    });
  }

  /** Asks for a token where one is needed, unless keys go into a field now. */
  askForToken(now = false) {
    const { signedOut, dialog } = this.state;
    if (!signedOut || dialog?.kind === 'login' || (!now && typing(document.activeElement))) return;
    this.show({ kind: 'login', after: dialog });
  }

  async login(token) {
    const answer = await fetch('/login', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token }),
    }).catch(() => null);
    if (!answer?.ok) {
      const told = await answer?.json().catch(() => ({}));
      this.store.set({ dialog: { ...this.state.dialog, why: told?.detail ?? 'The server does not answer.' } });
      return;
    }
    this.store.set({ dialog: this.state.dialog.after ?? null, signedOut: false });
    this.#waiting.splice(0).forEach((resolve) => resolve());
  }

  // Publishing

  /** Saves, and then shows what publishing would do. */
  async review() {
    if (this.state.dialog) return;
    this.endTyping(false);
    if (this.state.signedOut) return this.askForToken(true);
    this.cases.clear();
    this.show({ kind: 'review', phase: 'working' });
    try {
      if (!(await this.drafts.save()))
        return this.#reviewFailed(
          this.state.saving.why || 'The draft could not be saved, so it cannot be published yet.',
        );
      const result = await this.api.json('/review', {}, { etag: this.state.saving.etag });
      return this.#during({ phase: 'ready', result, at: 0, accepted: new Set() });
    } catch (failed) {
      return this.#reviewFailed(failed.message, failed.body?.faults);
    }
  }

  #reviewFailed(why, faults) {
    if (this.state.dialog?.kind === 'review') this.show({ kind: 'review', phase: 'failed', why, faults });
  }

  #during(part) {
    const { dialog } = this.state;
    if (dialog?.kind === 'review') this.show({ ...dialog, ...part });
  }

  accept(name) {
    const accepted = new Set(this.state.dialog.accepted);
    if (!accepted.delete(name)) accepted.add(name);
    this.#during({ accepted });
  }

  endReview() {
    this.show(null);
  }

  async publish() {
    const { result, accepted } = this.state.dialog;
    const earlier = this.state.versions.find((each) => each.current)?.version;
    this.#during({ phase: 'publishing', why: '' });
    try {
      const told = await this.api.json(
        '/publish',
        { published: result.published, accept: [...accepted], as: 'template' },
        { etag: result.etag },
      );
      this.#published(told);
      this.#during({ phase: 'done', version: told.version, earlier });
    } catch (failed) {
      this.#during({ phase: 'ready', why: failed.message });
    }
  }

  #published(told) {
    const { versions, published, samples } = told;
    this.store.set({ versions, published, samples, faults: told.draft.faults ?? [] });
    this.drafts.resume(told.draft.etag, this.state.doc);
  }

  /** Takes the files or the patch home. */
  async download(as) {
    const { result, accepted } = this.state.dialog;
    try {
      const blob = await this.api.blob(
        '/publish',
        { published: result.published, accept: [...accepted], as },
        { etag: result.etag },
      );
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = `${this.boot.id.replaceAll('/', '-')}.${as === 'patch' ? 'patch' : 'zip'}`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    } catch (failed) {
      this.#during({ why: failed.message });
    }
  }

  /** Makes an earlier version the one that recipients get. */
  async restore(version) {
    try {
      const told = await this.api.json('/restore', { version, published: this.state.published?.etag ?? null });
      this.store.set({ versions: told.versions, published: told.published, dialog: null });
      this.say(`Version ${version} is live again`);
      if (!told.draft.saved) {
        const doc = identify(told.draft.json, this.state.doc);
        this.store.run(`Version ${version}`, () => doc);
        await this.drafts.resume(told.draft.etag, this.state.doc);
      }
    } catch (failed) {
      this.store.set({ trouble: failed.message, dialog: null });
    }
  }
}
