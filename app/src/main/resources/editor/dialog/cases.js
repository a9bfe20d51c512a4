import { decoded } from '../server/picture.js';

/** Pictures of dialogs, each asked for once, at most two at a time. */
export class Cases {
  #app;
  #pictures = new Map();
  #queue = [];
  #open = 0;

  constructor(app) {
    this.#app = app;
  }

  /** The picture of a key where it has come; else it is asked for, and undefined. A string where it cannot be drawn. */
  picture(key, body) {
    if (!this.#pictures.has(key)) {
      this.#pictures.set(key, undefined);
      this.#queue.push([key, body]);
      this.#next();
    }
    return this.#pictures.get(key);
  }

  /** Forgets them all. */
  clear() {
    this.#pictures = new Map();
    this.#queue = [];
  }

  async #next() {
    if (this.#open >= 2 || !this.#queue.length) return;
    const [key, body] = this.#queue.shift();
    const pictures = this.#pictures;
    this.#open++;
    const picture = await this.#app.api
      .blob('/picture', { scale: 1, ...body })
      .then(decoded)
      .catch((failed) => failed.message);
    this.#open--;
    if (typeof picture !== 'string') picture.alt = key;
    pictures.set(key, picture);
    this.#app.store.set({});
    this.#next();
  }
}
