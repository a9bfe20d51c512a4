import { html, nothing } from 'lit-html';
import { place } from '../part/place.js';
import { choice, check, number, section, select, text } from './controls.js';
import { fill, picked } from './color.js';
import { form } from './form.js';
import { effect } from './text.js';

export const IMAGE_KEYS = ['src', 'fit', 'position', 'radius', 'circle', 'default', 'mask'];
export const SHAPE_KEYS = ['shape', 'fill', 'stroke', 'radius'];
export const QR_KEYS = ['data', 'correction', 'quietZone', 'dark', 'light', 'logo', 'logoSize'];

const imageFields = (doc) =>
  Object.entries(doc.fields ?? {})
    .filter(([, field]) => field?.kind === 'image')
    .map(([name]) => name);

/** The controls of an image. */
export function imageControls(app, layer, context) {
  const put = (key, label) => (value) => app.set([key].flat(), value, label);
  const assets = app.boot.assets.map((asset) => ({ value: asset.path, words: asset.path.replace('assets/', '') }));
  const fields = imageFields(app.state.doc).map((name) => ({ value: `{{ ${name} }}`, words: `Field: ${name}` }));
  const initials = Object.entries(app.state.doc.fields ?? {})
    .filter(([, field]) => field?.kind === 'name' || field?.kind === 'text')
    .map(([name]) => ({ value: `initials:${name}`, words: `Initials of ${name}` }));
  const [x, y] = layer.position ?? [0.5, 0.5];
  const plain = layer.src === undefined || typeof layer.src === 'string';
  return html`${section(
    'Picture',
    html` ${
        plain
          ? select({
              label: 'Shows',
              value: layer.src || undefined,
              options: [...assets, ...fields],
              base: layer.src ? undefined : 'Choose…',
              change: (to) => put('src', 'Picture')(to ?? ''),
            })
          : form(context, context.schema.layer('image').properties.src, {
              label: 'Shows',
              value: layer.src,
              change: put('src', 'Picture'),
            })
      }
      ${plain && !assets.length && !fields.length ? html`<p
        class="hint">The template has no pictures and no field for one yet. Add one under Files, or a field of kind image.</p>` : nothing}
      <p class="links">
        ${imageFields(app.state.doc).length ? nothing : html`<button type="button" class="link" @click=${() =>
          app.fillFrom('photo', 'image', ['src'])}>+ From a field</button>`}
      </p>
      ${typeof layer.src === 'string' && layer.src.includes('{{') ? select({ label: 'If there is none',
        value: layer.default, options: [...assets, ...initials], base: 'Nothing', change: put('default',
          'Picture if there is none') }) : nothing}
      <div class="line">
        <span aria-hidden="true">Fit</span>${choice({
          label: 'Fit',
          value: layer.fit,
          base: 'cover',
          change: put('fit', 'Fit'),
          options: [
            ['cover', 'Cover'],
            ['contain', 'Contain'],
            ['fill', 'Fill'],
          ],
        })}
      </div>
      ${(layer.fit ?? 'cover') === 'fill' ? nothing : focus(x, y, put('position', 'Focus'))}`,
  )}
  ${section(
    'Shape',
    html`${check({ label: 'Circle', value: layer.circle, change: put('circle', 'Circle') })}
    ${layer.circle ? nothing : number({ label: 'Corner radius', short: 'Radius', unit: 'px', value: layer.radius,
      base: '0', min: 0, max: 10000, change: put('radius', 'Radius') })}
    ${
      layer.mask === undefined || typeof layer.mask === 'string'
        ? select({ label: 'Mask', value: layer.mask, options: assets, base: 'None', change: put('mask', 'Mask') })
        : form(context, context.schema.layer('image').properties.mask, {
            label: 'Mask',
            value: layer.mask,
            change: put('mask', 'Mask'),
          })
    }`,
  )}`;
}

// Which part is in sight: a small field to press into, and two numbers for it.
function focus(x, y, change) {
  const press = (event) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (at, from, size) => Math.round(Math.max(0, Math.min(1, (at - from) / size)) * 100) / 100;
    change([share(event.clientX, box.left, box.width), share(event.clientY, box.top, box.height)]);
  };
  const set = (at, to) => change(at === 0 ? [to ?? 0.5, y] : [x, to ?? 0.5]);
  return html`<div class="focus">
    <div
      class="spot"
      title="Focus"
      @pointerdown=${(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        press(event);
      }}
      @pointermove=${(event) => event.buttons && press(event)}
    >
      <i ${place({ left: `${x * 100}%`, top: `${y * 100}%` })}></i>
    </div>
    ${number({ label: 'Focus, from the left', short: 'X', value: x, min: 0, max: 1, step: 0.05, empty: false,
      change: (to) => set(0, to) })}
    ${number({ label: 'Focus, from the top', short: 'Y', value: y, min: 0, max: 1, step: 0.05, empty: false,
      change: (to) => set(1, to) })}
  </div>`;
}

/** The controls of a shape. */
export function shapeControls(app, layer, context) {
  const put = (key, label) => (value) => app.set([key].flat(), value, label);
  return html`${section(
    'Shape',
    html` ${choice({
      label: 'Shape',
      value: layer.shape,
      change: put('shape', 'Shape'),
      options: [
        ['rect', 'Rectangle', 'rect'],
        ['ellipse', 'Ellipse', 'ellipse'],
        ['line', 'Line', 'line'],
      ],
    })}
    ${layer.shape === 'line' ? nothing : fill({ ...context, label: 'Fill', value: layer.fill, change: put('fill',
      'Fill') })}
    ${layer.shape === 'rect' ? number({ label: 'Corner radius', short: 'Radius', unit: 'px', value: layer.radius,
      base: '0', min: 0, max: 10000, change: put('radius', 'Radius') }) : nothing}`,
  )}
  ${effect(
    'Stroke',
    'stroke',
    layer,
    put,
    { width: 2, color: '#1c1d22' },
    (stroke, set) =>
      html` ${number({ label: 'Stroke width', short: 'Width', unit: 'px', value: stroke.width, base: '1', min: 0.1,
        max: 1000, change: set('width') })}
      ${picked({ ...context, label: 'Stroke color', hideLabel: true, value: stroke.color, base: '#000000',
        change: set('color') })}
      ${text({
        label: 'Dashes',
        value: stroke.dash?.join(' '),
        base: 'none, or 6 4',
        change: (to) => {
          const dash = (to ?? '')
            .split(/[\s,]+/)
            .map(Number)
            .filter((each) => each > 0);
          set('dash')(dash.length ? dash : undefined);
        },
      })}`,
  )}`;
}

/** The controls of a QR code. */
export function qrControls(app, layer, context) {
  const put = (key, label) => (value) => app.set([key].flat(), value, label);
  const assets = app.boot.assets.map((asset) => ({ value: asset.path, words: asset.path.replace('assets/', '') }));
  return html`${section(
    'QR code',
    html` ${text({ id: 'qr-data', label: 'Content', value: layer.data, base: 'https://… or {{ code }}',
      change: (to) => put('data', 'Content of the code')(to ?? '') })}
    ${fieldLinks(app, layer.data, put('data', 'Content of the code'))}
    ${app.undeclared().map(
      (name) =>
        html`<p class="ask">
          <span><code>${name}</code> is no field yet.</span
          ><button type="button" class="link" @click=${() => app.addField(name)}>Make it one</button>
        </p>`,
    )}
    ${select({
      label: 'Correction',
      value: layer.correction,
      base: 'M, usual',
      options: [
        { value: 'L', words: 'L, least' },
        { value: 'Q', words: 'Q, more' },
        { value: 'H', words: 'H, most' },
      ],
      change: put('correction', 'Correction'),
    })}
    ${number({ label: 'Quiet zone', short: 'Quiet zone', unit: 'modules', value: layer.quietZone, base: '4', min: 0,
      max: 16, whole: true, change: put('quietZone', 'Quiet zone') })}
    ${picked({ ...context, label: 'Dark', value: layer.dark, base: '#000000', change: put('dark', 'Dark color') })}
    ${picked({ ...context, label: 'Light', value: layer.light, base: '#ffffff', change: put('light',
      'Light color') })}
    ${assets.length && (layer.logo === undefined || typeof layer.logo === 'string') ? select({ label: 'Logo',
      value: layer.logo, options: assets, base: 'None', change: put('logo', 'Logo') }) : nothing}
    ${layer.logo ? number({ label: 'Logo size', short: 'Logo', value: layer.logoSize, base: '0.22', min: 0.1,
      max: 0.3, step: 0.01, change: put('logoSize', 'Logo size') }) : nothing}`,
  )}`;
}

function fieldLinks(app, value, change) {
  const fields = Object.entries(app.state.doc.fields ?? {}).filter(([, field]) =>
    ['code', 'url', 'payload', 'text'].includes(field?.kind),
  );
  return html`<p class="links">
    ${fields
      .filter(([name]) => !String(value).includes(`{{ ${name}`))
      .slice(0, 4)
      .map(
        ([name]) => html`<button type="button" class="link" @click=${() => change(`{{ ${name} }}`)}>${name}</button>`,
      )}
    ${fields.length ? nothing : html`<button type="button" class="link" @click=${() => app.fillFrom('code', 'code',
      ['data'])}>+ From a field</button>`}
  </p>`;
}
