import { fitted } from './core/geometry.js';
import { valueAt, withValue } from './core/json.js';
import * as layers from './core/layers.js';
import { fieldsIn, likelyKind, newLayer } from './core/defaults.js';
import { copyOf, entries, find, ID, update } from './core/tree.js';
import { frame } from './stage/hit.js';
import { centered, fit, stepped, zoomed } from './stage/view.js';

/** What people can do in the editor; buttons, keys and fields all end here. */
export class App {
  /** Set while the space key is held: drags move the view. */
  panning = false;

  constructor({ boot, schema, store, api }) {
    this.boot = boot;
    this.schema = schema;
    this.store = store;
    this.api = api;
  }

  get state() {
    return this.store.state;
  }

  // The view

  /** Shows the picture at a place and size of the stage. */
  look(view, fits = false) {
    // On whole pixels of the screen, where the picture's own pixels are sharp.
    const whole = (at) => Math.round(at * devicePixelRatio) / devicePixelRatio;
    this.store.set({ view: { zoom: view.zoom, x: whole(view.x), y: whole(view.y) }, zoom: view.zoom, fits });
  }

  fit() {
    this.look(fit(layers.sizeOf(this.state.doc), this.state.stage), true);
  }

  /** Zooms to a value, with the middle of the stage where it is. */
  zoomTo(zoom) {
    const { stage, view, fits, doc } = this.state;
    if (fits) this.look(centered(layers.sizeOf(doc), stage, zoom));
    else this.look(zoomed(view, zoom, { x: stage.width / 2, y: stage.height / 2 }));
  }

  zoomBy(direction) {
    this.zoomTo(stepped(this.state.zoom, direction));
  }

  say(words) {
    this.store.set({ said: words });
  }

  show(dialog) {
    this.store.set({ dialog });
  }

  // Layers

  add(kind) {
    const { doc } = this.state;
    const size = layers.sizeOf(doc);
    const taken = entries(doc)
      .map((entry) => entry.layer.box)
      .filter(Array.isArray);
    const made = newLayer(kind, size, { assets: this.boot.assets.map((asset) => asset.path), taken });
    this.store.run(`Add ${kind === 'qr' ? 'QR code' : kind}`, (now) =>
      made.src === '' ? addPhoto(now, made) : layers.add(now, [made]),
    );
    this.store.set({ tab: 'design' });
    if (kind === 'text') this.typeIn(this.state.selection[0]);
  }

  /** Opens the field for a text right below it. */
  typeIn(id) {
    this.store.set({ typing: id });
  }

  remove() {
    const free = this.state.selection.filter((id) => !this.state.locked.has(id));
    if (free.length) this.store.run('Delete', (doc) => layers.removeAll(doc, free));
  }

  duplicate(ids = this.state.selection) {
    if (ids.length) this.store.run('Duplicate', (doc) => layers.duplicate(doc, ids));
  }

  group() {
    if (this.state.selection.length) this.store.run('Group', (doc) => layers.group(doc, this.state.selection));
  }

  ungroup() {
    this.store.run('Ungroup', (doc) => layers.ungroup(doc, this.state.selection, this.state.boxes));
  }

  raise(by, all = false, ids = this.state.selection) {
    this.store.run(by > 0 ? 'Forward' : 'Back', (doc) => layers.raise(doc, ids, by, all));
  }

  nudge(x, y) {
    const free = this.state.selection.filter((id) => !this.state.locked.has(id));
    if (free.length) this.store.run('Move', (doc) => layers.moved(doc, free, { x, y }), `nudge ${free.join(' ')}`);
  }

  align(how) {
    this.store.run('Align', (doc) => layers.align(doc, this.state.selection, how));
  }

  distribute(axis) {
    this.store.run('Distribute', (doc) => layers.distribute(doc, this.state.selection, axis));
  }

  place(id, parent, index) {
    this.store.run('Order', (doc) => layers.place(doc, id, parent, index, this.state.boxes));
  }

  selectAll() {
    const { doc, locked, hidden } = this.state;
    this.store.select(
      entries(doc)
        .filter((entry) => entry.parent === null && !locked.has(entry.id) && !hidden.has(entry.id))
        .map((entry) => entry.id),
    );
  }

  /** Selects the next layer as Tab does on the canvas; false past the last one. */
  selectNext(by) {
    const order = entries(this.state.doc).map((entry) => entry.id);
    const at = this.state.selection.length ? order.indexOf(this.state.selection.at(-1)) : by > 0 ? -1 : order.length;
    const next = order[at + by];
    this.store.select(next === undefined ? [] : [next]);
    return next !== undefined;
  }

  /** Hides or shows layers here; recipients see them all the same. */
  toggle(what, id) {
    const changed = new Set(this.state[what]);
    if (!changed.delete(id)) changed.add(id);
    this.store.set({ [what]: changed });
  }

  rename(id, label) {
    this.store.set({ renaming: null });
    const clean = label.trim() || undefined;
    this.store.run('Rename', (doc) =>
      update(doc, id, (layer) => (layer.label === clean ? layer : withValue(layer, ['label'], clean))),
    );
  }

  // Values

  /** Sets a value within the selected layers, or some others; undefined takes it away. */
  set(place, value, label, ids = this.state.selection) {
    this.store.run(
      label,
      (doc) =>
        ids.reduce(
          (made, id) =>
            update(made, id, (layer) => (valueAt(layer, place) === value ? layer : withValue(layer, place, value))),
          doc,
        ),
      `${ids.join(' ')} ${place.join(' ')}`,
    );
  }

  /** Sets a value of the template itself. */
  setRoot(place, value, label) {
    this.store.run(
      label,
      (doc) => (valueAt(doc, place) === value ? doc : withValue(doc, place, value)),
      `root ${place.join(' ')}`,
    );
  }

  /** Sets one side of a layer's box, or its size in a stack. */
  setBox(id, key, value) {
    const entry = find(this.state.doc, id);
    if (entry.parent !== null) return this.set([key], value, 'Size', [id]);
    const box = { ...frame(this.state, entry), [key]: value };
    return this.store.run(
      key === 'x' || key === 'y' ? 'Move' : 'Size',
      (doc) => layers.withBoxes(doc, [[id, fitted(box, layers.sizeOf(doc))]]),
      `${id} box ${key}`,
    );
  }

  /** Another size of the picture. */
  setSize(key, value) {
    this.setRoot([key], Math.max(1, Math.round(value)), 'Picture size');
    if (this.state.fits) this.fit();
  }

  addField(name, kind = likelyKind(name)) {
    this.store.run(`Add field ${name}`, (doc) =>
      withValue(
        doc,
        ['fields', name],
        kind === 'choice' ? { kind, options: ['One', 'Two'] } : kind === 'money' ? { kind, currency: 'EUR' }
          : { kind },
      ),
    );
  }

  /** Lets a new field fill a value of the selected layers. */
  fillFrom(name, kind, place) {
    this.store.run(`Fill from ${name}`, (doc) =>
      this.state.selection.reduce(
        (made, id) => update(made, id, (layer) => withValue(layer, place, `{{ ${name} }}`)),
        doc.fields?.[name] ? doc : withValue(doc, ['fields', name], { kind }),
      ),
    );
  }

  /** Gives a field another name, in the texts as well. */
  renameField(from, to) {
    if (from === to || !/^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(to) || this.state.doc.fields?.[to]) return;
    const pattern = new RegExp(`(\\{\\{[^}]*?)\\b${from}\\b`, 'g');
    const renamed = (value) => {
      if (typeof value === 'string') return value.replace(pattern, `$1${to}`);
      if (Array.isArray(value)) return value.map(renamed);
      if (value === null || typeof value !== 'object') return value;
      const made = Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [
          key,
          (key === 'when' || key === 'by') && typeof inner === 'string'
            ? inner.replace(new RegExp(`\\b${from}\\b`, 'g'), to)
            : renamed(inner),
        ]),
      );
      return value[ID] === undefined ? made : { ...made, [ID]: value[ID] };
    };
    this.store.run('Rename field', (doc) => {
      const { fields, ...rest } = doc;
      const named = Object.fromEntries(
        Object.entries(fields).map(([name, field]) => [name === from ? to : name, field]),
      );
      return Object.fromEntries(
        Object.entries(renamed({ ...rest, fields: null })).map(([key, value]) => [
          key,
          key === 'fields' ? named : value,
        ]),
      );
    });
    const { [from]: value, ...values } = this.state.values;
    if (value !== undefined) this.store.set({ values: { ...values, [to]: value } });
  }

  /** Gives an option of a choice another name, in looks and conditions as well. */
  renameOption(field, from, to) {
    const { doc } = this.state;
    const list = doc.fields?.[field]?.options;
    if (from === to || !to || !Array.isArray(list) || list.includes(to)) return;
    this.store.run('Rename option', (now) => optionRenamed(now, field, from, to));
    if (this.state.values[field] === from) this.setValue(field, to);
  }

  /** A layer as the draft has it, or undefined. */
  layerOf(id) {
    return find(this.state.doc, id)?.layer;
  }

  /** The fields that texts name and the template does not declare. */
  undeclared() {
    const { doc } = this.state;
    return [...fieldsIn(doc.layers)].filter((name) => !Object.hasOwn(doc.fields ?? {}, name) && !LOOP.has(name));
  }

  /** Shows the picture with the values of a sample. */
  useSample(name) {
    const { samples, edgeCases } = this.state;
    const sample = [...samples, ...edgeCases].find((each) => each.name === name);
    if (sample) this.store.set({ sample: name, values: sample.values, at: sample.at ?? null });
  }

  setValue(field, text) {
    const { [field]: old, ...rest } = this.state.values;
    this.store.set({ sample: '', values: text === '' ? rest : { ...rest, [field]: text } });
  }

  // The clipboard

  /** The selected layers as text, with the fields that they name. */
  copied() {
    const { doc, selection } = this.state;
    const chosen = entries(doc).filter((entry) => selection.includes(entry.id));
    const frames = new Map(chosen.map((entry) => [entry.id, frame(this.state, entry)]));
    const list = chosen.map(({ id, parent, layer }) => {
      const { width, height, grow, ...rest } = layer;
      const box = frames.get(id);
      return parent === null || !box
        ? layer
        : { ...rest, box: [Math.round(box.x), Math.round(box.y), Math.ceil(box.width), Math.ceil(box.height)] };
    });
    const names = fieldsIn(list);
    const fields = Object.fromEntries(Object.entries(doc.fields ?? {}).filter(([name]) => names.has(name)));
    return JSON.stringify({ nameplate: 1, fields, layers: list });
  }

  /** Puts in what was copied here or elsewhere: layers, or a plain text as a new layer. */
  paste(text) {
    const size = layers.sizeOf(this.state.doc);
    const pasted = parsed(text);
    if (!pasted && !text.trim()) return;
    const list = (pasted?.layers ?? [{ ...newLayer('text', size), text: text.trim().slice(0, 500) }])
      .map(copyOf)
      .map((layer) => shifted(layer, size, this.state.doc));
    this.store.run('Paste', (doc) => {
      const fields = { ...pasted?.fields, ...doc.fields };
      return layers.add(Object.keys(fields).length ? { ...doc, fields } : doc, list);
    });
  }
}

// An option's name stands in the field, in tables by it, and in conditions.
function optionRenamed(doc, field, from, to) {
  const quoted = new RegExp(`(\\b${field}\\s*[=!]=\\s*)(['"])${from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\2`, 'g');
  const renamed = (value, key) => {
    if (typeof value === 'string') return key === 'when' ? value.replace(quoted, `$1$2${to}$2`) : value;
    if (Array.isArray(value)) return value.map((each) => renamed(each));
    if (value === null || typeof value !== 'object') return value;
    const table = value.by === field;
    const made = Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [table && name === from ? to : name, renamed(inner, name)]),
    );
    return value[ID] === undefined ? made : { ...made, [ID]: value[ID] };
  };
  const own = doc.fields[field];
  const next = { ...own, options: own.options.map((each) => (each === from ? to : each)) };
  if (own.fallback === from) next.fallback = to;
  return Object.fromEntries(
    Object.entries(doc).map(([key, value]) => [key, key === 'fields' ? { ...value, [field]: next }
      : renamed(value, key)]),
  );
}

// Without files of its own a template shows a picture of the recipient's, or the first letters of a name.
function addPhoto(doc, layer) {
  const fields = Object.entries(doc.fields ?? {});
  const known = fields.find(([, field]) => field?.kind === 'image')?.[0];
  const name = fields.find(([, field]) => field?.kind === 'name')?.[0];
  const made = known ? doc : withValue(doc, ['fields', 'photo'], { kind: 'image' });
  const initials = name ? { default: `initials:${name}` } : {};
  return layers.add(made, [{ ...layer, src: `{{ ${known ?? 'photo'} }}`, ...initials }]);
}

const LOOP = new Set([
  'forloop',
  'blank',
  'empty',
  'nil',
  'true',
  'false',
  'days',
  'hours',
  'minutes',
  'seconds',
  'percent',
  'number',
]);

function parsed(text) {
  try {
    const made = JSON.parse(text);
    return made?.nameplate === 1 && Array.isArray(made.layers) ? made : null;
  } catch {
    return null;
  }
}

// Inside this canvas, and not right on top of its original.
function shifted(layer, size, doc) {
  if (!Array.isArray(layer.box)) return layer;
  const here = entries(doc).some((entry) => entry.parent === null && String(entry.layer.box) === String(layer.box));
  const by = here ? 16 : 0;
  const [x, y, width, height] = layer.box;
  const box = fitted({ x: x + by, y: y + by, width, height }, size);
  return { ...layer, box: [box.x, box.y, box.width, box.height] };
}
