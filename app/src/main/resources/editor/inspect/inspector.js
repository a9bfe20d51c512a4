import { html, nothing } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import { nameOf } from '../core/defaults.js';
import { outermostBoxes } from '../core/layers.js';
import { words } from '../core/schema.js';
import { find } from '../core/tree.js';
import { iconOf } from '../part/icons.js';
import { frame } from '../stage/hit.js';
import { badgeList } from '../strip/view.js';
import { number, section, text, tool } from './controls.js';
import { color, colorsOf } from './color.js';
import { conditions } from './condition.js';
import { form } from './form.js';
import { IMAGE_KEYS, imageControls, QR_KEYS, qrControls, SHAPE_KEYS, shapeControls } from './kinds.js';
import { TEXT_KEYS, textControls } from './text.js';

const BOX_KEYS = ['type', 'label', 'box', 'width', 'height', 'grow', 'opacity', 'rotate', 'children', 'when'];
const CONTROLS = {
  text: [textControls, TEXT_KEYS],
  image: [imageControls, IMAGE_KEYS],
  shape: [shapeControls, SHAPE_KEYS],
  qr: [qrControls, QR_KEYS],
};
const CANVAS_KEYS = ['$schema', 'title', 'width', 'height', 'background', 'fields', 'layers'];

/** What can be set of the selection, or of the picture where nothing is selected. */
export function inspector(app) {
  const { state } = app;
  const entries = state.selection.map((id) => find(state.doc, id)).filter(Boolean);
  const context = { schema: app.schema, colors: colorsOf(state.doc, app.boot.brand?.colors), fields: state.doc.fields };
  if (!entries.length) return keyed('canvas', canvas(app, context));
  return keyed(
    entries.map((entry) => entry.id).join(),
    entries.length === 1 ? single(app, entries[0], context) : several(app, entries, context),
  );
}

function single(app, entry, context) {
  const { layer } = entry;
  const [controls, own] = CONTROLS[layer.type] ?? [null, []];
  return html`<header class="what">
      ${iconOf(layer)}
      <h2>${nameOf(layer)}</h2>
    </header>
    ${badgeList(app, entry.id)} ${arrange(app, 1, entry.parent === null)} ${section('Place', placement(app, entry))}
    ${section('Shown', conditions(app, layer, context))}
    ${controls ? controls(app, layer, context) : nothing} ${rest(app, layer, context, own, controls !== null)}`;
}

function several(app, entries, context) {
  const [first] = entries;
  const same = entries.every((entry) => entry.layer.type === first.layer.type);
  const [controls] = CONTROLS[first.layer.type] ?? [null];
  return html`<header class="what"><h2>${entries.length} layers</h2></header>
    ${arrange(app, entries.length, outermostBoxes(app.state.doc, app.state.selection).size > 0)}
    ${section('All of them', number({ label: 'Opacity in percent', short: 'Opacity', unit: '%',
      value: share(first.layer.opacity), base: '100', min: 0, max: 100, change: (to) => app.set(['opacity'],
        to === undefined || to === 100 ? undefined : to / 100, 'Opacity') }))}
    ${same && controls && first.layer.type !== 'image' ? controls(app, first.layer, context) : nothing}`;
}

const share = (opacity) => (opacity === undefined ? undefined : opacity * 100);

function arrange(app, count, free) {
  if (!free) return nothing;
  const align = (how, words_) => tool({ label: words_, drawn: how, run: () => app.align(how) });
  return html`<div class="arrange" role="group" aria-label="Align">
    ${align('left', 'Align left')}${align('center', 'Align center')}${align('right', 'Align right')}
    ${align('top', 'Align top')}${align('middle', 'Align middle')}${align('bottom', 'Align bottom')}
    ${tool({ label: 'Equal gaps across', drawn: 'spreadx', off: count < 3, run: () => app.distribute('x') })}
    ${tool({ label: 'Equal gaps down', drawn: 'spready', off: count < 3, run: () => app.distribute('y') })}
  </div>`;
}

function placement(app, entry) {
  const { layer, id } = entry;
  const box = frame(app.state, entry);
  const side = (key, short, label, least = 0) =>
    number({
      id: `box-${short.toLowerCase()}`,
      label,
      short,
      value: box?.[key],
      min: least,
      max: 4096,
      empty: false,
      change: (to) => to !== undefined && app.setBox(id, key, to),
    });
  const part = (key, short, label) =>
    number({
      label,
      short,
      value: layer[key],
      base: box ? String(Math.round(box[key])) : 'auto',
      min: 0.1,
      max: 4096,
      change: (to) => app.setBox(id, key, to),
    });
  const put = (key, label) => (value) => app.set([key], value, label);
  return html`<div class="grid">
    ${
      entry.parent === null
        ? html`${side('x', 'X', 'X, from the left')}${side('y', 'Y', 'Y, from the top')}${side('width', 'W', 'Width',
          1)}${side('height', 'H', 'Height', 1)}`
        : html`${part('width', 'W', 'Width')}${part('height', 'H',
          'Height')}${number({ label: 'Grow: share of the space that is left', short: 'Grow', value: layer.grow,
            base: '0', min: 0, max: 100, change: put('grow', 'Grow') })}`
    }
    ${number({ id: 'box-angle', label: 'Angle in degrees', short: '∠', unit: '°', value: layer.rotate, base: '0',
      min: -360, max: 360, change: (to) => put('rotate', 'Angle')(to === 0 ? undefined : to) })}
    ${number({ label: 'Opacity in percent', short: 'Opacity', unit: '%', value: share(layer.opacity), base: '100',
      min: 0, max: 100, change: (to) => put('opacity', 'Opacity')(to === undefined || to === 100 ? undefined
        : to / 100) })}
  </div>`;
}

// Whatever else the format allows for this kind.
function rest(app, layer, context, own, more) {
  const resolved = app.schema.layer(layer.type);
  if (!resolved) return html`<p class="hint">This kind of layer is not known; the JSON tab has all of it.</p>`;
  const keys = Object.keys(resolved.properties).filter((key) => !BOX_KEYS.includes(key) && !own.includes(key));
  const fields = keys.map((key) =>
    form(context, resolved.properties[key], {
      label: words(key),
      value: layer[key],
      change: (to) => app.set([key], to, words(key)),
    }),
  );
  return more
    ? html`<details class="part more">
        <summary><h3>More</h3></summary>
        ${fields}
      </details>`
    : section(words(layer.type), fields);
}

function canvas(app, context) {
  const { doc } = app.state;
  const put = (key, label) => (value) => app.setRoot([key], value, label);
  const own = app.schema.template;
  const keys = Object.keys(own).filter((key) => !CANVAS_KEYS.includes(key));
  return html`<header class="what"><h2>Picture</h2></header>
    ${section(
      'Size',
      html`<div class="grid">
          ${number({ label: 'Picture width', short: 'W', value: doc.width, min: 1, max: 4096, whole: true,
            empty: false, change: (to) => app.setSize('width', to) })}
          ${number({ label: 'Picture height', short: 'H', value: doc.height, min: 1, max: 4096, whole: true,
            empty: false, change: (to) => app.setSize('height', to) })}
        </div>
        ${color({ ...context, label: 'Background', value: doc.background, base: '#ffffff', change: put('background',
          'Background') })}`,
    )}
    ${section(
      'About',
      html`${text({ id: 'title', label: 'Title', value: doc.title, change: put('title', 'Title') })}
      ${form(context, own.alt, { label: 'Alternative text', value: doc.alt, change: put('alt',
        'Alternative text') })}`,
    )}
    <details class="part more">
      <summary><h3>More</h3></summary>
      ${keys.filter((key) => key !== 'alt').map((key) => form(context, own[key], { label: words(key), value: doc[key],
        change: put(key, words(key)) }))}
    </details>`;
}
