import { entries, find } from '../core/tree.js';
import { timed } from '../part/timed.js';
import { Latest } from './latest.js';

/** The scales that a picture can be drawn at. */
const SCALES = [0.5, 1, 1.5, 2, 3, 4];

/** As many pixels as are drawn and sent in no time. */
const MOST_PIXELS = 9_000_000;

/** The smallest scale that is sharp at a zoom on a screen, within a bound of pixels. */
export function scaleFor(doc, zoom, density, most) {
  const fits = SCALES.filter((scale) => doc.width * doc.height * scale * scale <= Math.min(most, MOST_PIXELS));
  return fits.find((scale) => scale >= zoom * density - 0.01) ?? fits.at(-1) ?? 1;
}

/** Whether a field is being typed: it has begun and not ended, and could not be drawn yet. */
function unfinished(value) {
  if (typeof value === 'string') return value.lastIndexOf('{{') > value.lastIndexOf('}}');
  return value !== null && typeof value === 'object' && Object.values(value).some(unfinished);
}

const scaleOf = ({ doc, zoom, density, limits }) => scaleFor(doc, zoom, density, limits.drawnPixels);

/**
 * The true picture of the draft and where its layers stand, asked for whenever the draft or the view changes. The store
 * gets shown: {image, doc, scale} once a picture is decoded, and boxes, alt, warnings, missing.
 */
export class Pictures {
  #store;
  #api;
  #pictures;
  #boxes;
  #copies = null;

  constructor(store, api) {
    this.#store = store;
    this.#api = api;
    this.#pictures = new Latest(
      (asked, signal, answered) => this.#draw(asked, signal, answered),
      (image, asked) => this.#take(image, asked),
      (failed) => this.#failed(failed),
      1,
    );
    this.#boxes = new Latest(
      (asked, signal) => this.#api.json('/boxes', asked.body, { signal }),
      (told, asked) => this.#place(told, asked),
      (failed) => this.#failed(failed),
      1,
    );
    store.subscribe((now, before) => {
      const sharper = scaleOf(now) !== scaleOf(before);
      if (sharper || ['doc', 'values', 'at', 'hidden'].some((key) => now[key] !== before[key])) this.refresh();
      else if (before.gesture && !now.gesture) this.refresh();
    });
  }

  /** Asks for the picture of the state as it is. */
  refresh() {
    if (unfinished(this.#store.state.doc.layers)) return;
    const { doc, values, at, hidden, gesture } = this.#store.state;
    const scale = scaleOf(this.#store.state);
    const without = entries(doc)
      .filter((entry) => hidden.has(entry.id))
      .map((entry) => entry.path);
    const body = { template: doc, values, ...(at ? { at } : {}), scale, without };
    const asked = { doc, body, scale, since: performance.now() };
    this.#pictures.want(asked);
    if (!gesture) this.#boxes.want(asked);
  }

  /** Resolves once the picture of the newest state is shown. */
  async settled() {
    await Promise.all([this.#pictures.settled(), this.#boxes.settled()]);
  }

  /** Some layers alone, as a decoded picture of the whole canvas, or null. */
  async copyOf(ids) {
    this.#copies?.abort();
    this.#copies = new AbortController();
    const { doc, values, at, zoom, density, limits } = this.#store.state;
    const only = ids.map((id) => find(doc, id)?.path).filter(Boolean);
    const body = {
      template: doc,
      values,
      ...(at ? { at } : {}),
      scale: scaleFor(doc, zoom, density, limits.drawnPixels),
      only,
    };
    try {
      return await decoded(await this.#api.blob('/picture', body, { signal: this.#copies.signal }));
    } catch {
      return null;
    }
  }

  /** The server draws one picture at a time, and the next one while the browser decodes this one. */
  async #draw({ body }, signal, answered) {
    const blob = await this.#api.blob('/picture', body, { signal });
    answered();
    return decoded(blob);
  }

  #take(image, { doc, scale, since }) {
    const settled = doc === this.#store.state.doc ? { settling: null } : {};
    this.#store.set({ shown: { image, doc, scale }, trouble: '', ...settled });
    timed('picture', since);
  }

  #place(told, { doc }) {
    const ids = new Map(entries(doc).map((entry) => [entry.path, entry.id]));
    const boxes = new Map();
    const visit = (layers) => {
      for (const layer of layers) {
        if (ids.has(layer.path)) boxes.set(ids.get(layer.path), layer);
        visit(layer.children ?? []);
      }
    };
    visit(told.layers);
    this.#store.set({
      boxes,
      alt: told.alt ?? '',
      standard: told.standard,
      read: told.fields ?? {},
      warnings: told.warnings ?? [],
      drawnFaults: [],
    });
  }

  #failed(failed) {
    this.#store.set({ settling: null });
    if (failed.code === 'faulty_template') this.#store.set({ drawnFaults: failed.body.faults ?? [], trouble: '' });
    else if (failed.status === 503) setTimeout(() => this.refresh(), 1000);
    else this.#store.set({ trouble: failed.message });
  }
}

/** A picture that the browser has decoded, so that it is in sight at once where it is put. */
export async function decoded(blob) {
  const image = new Image();
  const url = URL.createObjectURL(blob);
  image.src = url;
  image.draggable = false;
  try {
    await image.decode();
  } finally {
    URL.revokeObjectURL(url);
  }
  return image;
}
