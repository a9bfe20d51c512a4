/**
 * What this browser keeps of drafts, so that neither a crash nor an ended session costs a keystroke. Each tab has a
 * record of its own: {id, tab, doc, etag, dirty, history, at}. Without IndexedDB nothing is kept, and nothing fails.
 */
const NAME = 'nameplate-editor';
const STORE = 'drafts';

const promised = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function open() {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: ['id', 'tab'] });
  return promised(request);
}

export class Storage {
  #base;
  #tab;

  static async open() {
    const made = new Storage();
    made.#tab = await tab();
    made.#base = await open().catch(() => null);
    return made;
  }

  /** Keeps a record in place of this tab's last one of the same template. */
  async keep(record) {
    await this.#store('readwrite')?.put({ ...record, tab: this.#tab, at: Date.now() });
  }

  /** Forgets this tab's record of a template. */
  async forget(id) {
    await this.#store('readwrite')?.delete([id, this.#tab]);
  }

  /** The record to go on with: this tab's own, else the newest unsaved one of a tab that is gone; undefined if none. */
  async find(id) {
    const store = this.#store('readonly');
    if (!store) return undefined;
    const records = await promised(store.getAll(IDBKeyRange.bound([id], [id, []]))).catch(() => []);
    const own = records.find((record) => record.tab === this.#tab);
    if (own) return own;
    const alive = await tabs();
    const left = records
      .filter((record) => record.dirty && !alive.has(record.tab))
      .sort((one, other) => other.at - one.at)[0];
    if (left) await this.#store('readwrite')?.delete([id, left.tab]);
    return left;
  }

  #store(mode) {
    try {
      return this.#base?.transaction(STORE, mode).objectStore(STORE);
    } catch {
      return undefined;
    }
  }
}

// A tab's name lasts through reloads. A duplicated tab has the same one, and takes another.
async function tab() {
  const known = sessionStorage.getItem(NAME);
  const name = known && !(await tabs()).has(known) ? known : Math.random().toString(36).slice(2);
  sessionStorage.setItem(NAME, name);
  navigator.locks?.request(`${NAME} ${name}`, () => new Promise(() => {}));
  return name;
}

async function tabs() {
  const state = await navigator.locks?.query();
  return new Set(
    (state?.held ?? [])
      .map((lock) => lock.name)
      .filter((name) => name.startsWith(`${NAME} `))
      .map((name) => name.slice(NAME.length + 1)),
  );
}
