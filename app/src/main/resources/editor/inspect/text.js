import { html, nothing } from 'lit-html';
import { choice, number, section, select, tool } from './controls.js';
import { picked } from './color.js';
import { fontPicker } from './fonts.js';
import { wordings } from './ladder.js';

export const TEXT_KEYS = [
  'text',
  'font',
  'weight',
  'size',
  'minSize',
  'maxLines',
  'lineHeight',
  'letterSpacing',
  'color',
  'align',
  'valign',
  'shadow',
  'outline',
];

const WEIGHTS = {
  100: 'Thin',
  200: 'Extra light',
  300: 'Light',
  400: 'Regular',
  500: 'Medium',
  600: 'Semi-bold',
  700: 'Bold',
  800: 'Extra bold',
  900: 'Black',
};

/** The controls of a text. */
export function textControls(app, layer, context) {
  const put = (key, label) => (value) => app.set([key].flat(), value, label);
  return html`${section('Text', wordings(app, layer, context))}
  ${section(
    'Font',
    html`${font(app, layer, put)}${fitControl(layer, put)}
      <div class="pair">
        ${number({ label: 'Line height', short: 'Line', value: layer.lineHeight, base: '1.2', min: 0.7, max: 3,
          step: 0.05, change: put('lineHeight', 'Line height') })}
        ${number({ label: 'Letter spacing', short: 'Letters', value: layer.letterSpacing, base: '0', min: -0.2,
          max: 2, step: 0.01, change: put('letterSpacing', 'Letter spacing') })}
      </div>
      ${picked({ ...context, label: 'Color', value: layer.color, base: '#000000', change: put('color', 'Color') })}
      <div class="pair">
        ${choice({
          label: 'Alignment',
          value: layer.align,
          base: 'start',
          change: put('align', 'Alignment'),
          options: [
            ['start', 'Start', 'start'],
            ['center', 'Center', 'centered'],
            ['end', 'End', 'end'],
          ],
        })}
        ${choice({
          label: 'Vertical alignment',
          value: layer.valign,
          base: 'middle',
          change: put('valign', 'Vertical alignment'),
          options: [
            ['top', 'Top', 'top'],
            ['middle', 'Middle', 'middle'],
            ['bottom', 'Bottom', 'bottom'],
          ],
        })}
      </div>`,
  )}
  ${effect(
    'Shadow',
    'shadow',
    layer,
    put,
    { dy: 2, blur: 4, color: '#00000066' },
    (shadow, set) =>
      html`<div class="trio">
          ${number({ label: 'Shadow, to the right', short: 'X', value: shadow.dx, base: '0', min: -500, max: 500,
            change: set('dx') })}
          ${number({ label: 'Shadow, downwards', short: 'Y', value: shadow.dy, base: '2', min: -500, max: 500,
            change: set('dy') })}
          ${number({ label: 'Shadow, blur', short: 'Blur', value: shadow.blur, base: '4', min: 0, max: 200,
            change: set('blur') })}
        </div>
        ${picked({ ...context, label: 'Shadow color', hideLabel: true, value: shadow.color, base: '#00000080',
          change: set('color') })}`,
  )}
  ${effect(
    'Outline',
    'outline',
    layer,
    put,
    { width: 2, color: '#ffffff' },
    (outline, set) =>
      html` ${number({ label: 'Outline width', short: 'Width', unit: 'px', value: outline.width, base: '1', min: 0.1,
        max: 100, change: set('width') })}
      ${picked({ ...context, label: 'Outline color', hideLabel: true, value: outline.color, base: '#000000',
        change: set('color') })}`,
  )}`;
}

/** A part that is there or not, such as a shadow. */
export function effect(title, key, layer, put, fresh, body) {
  const value = layer[key];
  const there = value !== null && typeof value === 'object';
  const set = (inner) => put([key, inner], title);
  const button = there
    ? tool({
        label: `Remove ${title.toLowerCase()}`,
        drawn: 'minus',
        run: () => put(key, `Remove ${title.toLowerCase()}`)(undefined),
      })
    : tool({
        label: `Add ${title.toLowerCase()}`,
        drawn: 'plus',
        run: () => put(key, `Add ${title.toLowerCase()}`)(fresh),
      });
  return section(title, there ? body(value, set) : nothing, button);
}

function font(app, layer, put) {
  const family = layer.font ?? 'Inter';
  const weights = app.boot.fonts.find((each) => each.family === family)?.weights ?? [400];
  return html`<div class="pair wide-first">
    ${fontPicker(app, family, (to) => {
      const there = app.boot.fonts.find((each) => each.family === to)?.weights ?? [400];
      const weight = layer.weight ?? 400;
      const near = there.toSorted((one, other) => Math.abs(one - weight) - Math.abs(other - weight))[0];
      app.setFont(to, near);
    })}
    ${select({ label: 'Weight', hideLabel: true, value: layer.weight ?? 400, options: weights.map((weight) =>
      ({ value: weight, words: WEIGHTS[weight] ?? String(weight) })), change: (to) => put('weight',
        'Weight')(to === 400 ? undefined : to) })}
  </div>`;
}

/** Size, how far it may shrink, and lines belong together: they say how a text fits. */
function fitControl(layer, put) {
  const half = Math.max(4, (layer.size ?? 16) / 2);
  return html`<div class="fit" role="group" aria-label="Fit">
    ${number({ id: 'size', label: 'Size', short: 'Size', unit: 'px', value: layer.size, base: '16', min: 4, max: 1000,
      change: put('size', 'Size of the text') })}
    ${number({ label: 'Shrinks to, at the least', short: 'Least', unit: 'px', value: layer.minSize,
      base: String(Math.round(half * 10) / 10), min: 4, max: 1000, change: put('minSize', 'Least size') })}
    ${number({ label: 'Lines, at the most', short: 'Lines', value: layer.maxLines, base: '1', min: 1, max: 20,
      whole: true, change: put('maxLines', 'Lines') })}
  </div>`;
}
