import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { place } from '../part/place.js';
import { putBy, settle, typed } from '../part/typed.js';
import { number, select, tool } from './controls.js';

/** Colors and fills. A color is #rgb, #rrggbb or #rrggbbaa; it may also be a table by the value of a choice. */

const HEX = /^#?([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i;

const six = (color) => {
  const plain = /^#[0-9a-f]{3}$/i.test(color)
    ? `#${[...color.slice(1)].map((digit) => digit + digit).join('')}`
    : color;
  return /^#[0-9a-f]{6}/i.test(plain ?? '') ? plain.slice(0, 7).toLowerCase() : '#000000';
};
const alphaOf = (color) => (color?.length === 9 ? parseInt(color.slice(7), 16) / 255 : 1);
const joined = (color, alpha) =>
  alpha >= 1
    ? six(color)
    : six(color) +
      Math.round(alpha * 255)
        .toString(16)
        .padStart(2, '0');

/** The colors that are offered: the brand's, the template's palette, then those that it has, the most used first. */
export function colorsOf(doc, brand = []) {
  const count = new Map();
  const visit = (value) => {
    if (typeof value === 'string') {
      if (/^#([0-9a-f]{6}|[0-9a-f]{3})$/i.test(value)) count.set(six(value), (count.get(six(value)) ?? 0) + 1);
    } else if (value !== null && typeof value === 'object') Object.values(value).forEach(visit);
  };
  visit({ background: doc.background, layers: doc.layers });
  const palette = Array.isArray(doc.palette) ? doc.palette.map(six) : [];
  const used = [...count].sort((one, other) => other[1] - one[1]).map(([color]) => color);
  return [...new Set([...brand.map(six), ...palette, ...used, '#000000', '#ffffff'])].slice(0, 24);
}

/** A color: picker, hex, alpha and the template's own colors. */
export function color({ label, value, change, base, colors, hideLabel = false, removable = false }) {
  const now = value ?? base ?? '#000000';
  const put = (event) => {
    const found = HEX.exec(event.target.value.trim());
    const next = found ? `#${found[1].toLowerCase()}` : undefined;
    if (!found && (event.target.value.trim() !== '' || base === undefined)) return;
    putBy(event.target, next);
    change(next);
  };
  const faded = (text) => {
    const share = Number(text);
    if (Number.isFinite(share)) change(joined(now, Math.max(0, Math.min(100, share)) / 100));
  };
  return html`<div class="color" role="group" aria-label=${label}>
    ${hideLabel ? nothing : html`<span class="name" aria-hidden="true">${label}</span>`}
    <span class="well"
      ><span class="shade" ${place({ background: typeof now === 'string' ? now : 'none' })}></span>
      <input
        type="color"
        aria-label="${label}, picker"
        .value=${live(six(now))}
        @input=${(event) => change(joined(event.target.value, alphaOf(now)))}
    /></span>
    <input
      class="hex"
      type="text"
      spellcheck="false"
      autocomplete="off"
      aria-label="${label}, hex"
      placeholder=${base ?? ''}
      .value=${typed(value ?? '')}
      @input=${put}
      @blur=${settle}
    />
    <details class="menu right colors">
      <summary aria-label="${label}, opacity and the template's colors" title="Opacity and the template's colors">
        <svg
          class="icon"
          width="16"
          height="16"
          viewBox="0 0 16 16"
          fill="none"
          stroke="currentColor"
          stroke-width="1.4"
          aria-hidden="true"
        >
          <path d="M4.5 6.5 8 10l3.5-3.5"></path>
        </svg>
      </summary>
      <div class="list">
        <div class="swatches">
          ${colors.map(
            (each) =>
              html`<button
                type="button"
                aria-label=${each}
                title=${each}
                ${place({ background: each })}
                @click=${(event) => {
                  event.currentTarget.closest('details').open = false;
                  change(joined(each, alphaOf(now)));
                }}
              ></button>`,
          )}
        </div>
        <label class="alpha"
          ><span>Opacity</span
          ><input
            type="text"
            inputmode="numeric"
            aria-label="${label}, opacity in percent"
            .value=${typed(String(Math.round(alphaOf(now) * 100)))}
            @change=${(event) => faded(event.target.value)}
          /><span aria-hidden="true">%</span></label
        >
      </div>
    </details>
    ${removable ? tool({ label: `Remove ${label.toLowerCase()}`, drawn: 'close', run: () => change(undefined) })
      : nothing}
  </div>`;
}

const isTable = (value) => value !== null && typeof value === 'object' && 'by' in value;

/** A color, or a table of colors by a choice where the template has a field of that kind. */
export function picked(options) {
  const { label, value, change, fields } = options;
  const choices = Object.entries(fields ?? {}).filter(([, field]) => field?.kind === 'choice');
  if (!isTable(value)) {
    return html`${color(options)}${choices.length ? html`<button type="button" class="link" @click=${() =>
      change(tableOf(choices[0], value ?? options.base ?? '#000000'))}>By ${choices[0][0]}…</button>` : nothing}`;
  }
  return table({
    label,
    value,
    change,
    choices,
    row: (key, inner, put) =>
      color({
        ...options,
        label: key === '*' ? 'Else' : key,
        value: inner,
        change: (to) => put(to),
        removable: key !== '*',
      }),
  });
}

const tableOf = ([name, field], value) => ({
  by: name,
  ...Object.fromEntries((field.options ?? []).map((option) => [option, value])),
  '*': value,
});

/** Values by a choice: one row for each of its options. */
export function table({ label, value, change, choices, row }) {
  const { by, ...rows } = value;
  const options = choices.find(([name]) => name === by)?.[1].options ?? [];
  const first = Object.values(rows)[0];
  const missing = [...options, '*'].filter((option) => !(option in rows));
  return html`<div class="table" role="group" aria-label=${label}>
    ${select({ label: `${label} by`, value: by, change: (to) => change({ ...value, by: to }),
      options: choices.map(([name]) => name) })}
    ${Object.entries(rows).map(([key, inner]) =>
      row(key, inner, (to) => {
        const { [key]: old, ...others } = value;
        change(to === undefined ? others : { ...value, [key]: to });
      }),
    )}
    <p class="links">
      ${missing.map((option) => html`<button type="button" class="link" @click=${() => change({ ...value,
        [option]: first })}>+ ${option === '*' ? 'Else' : option}</button>`)}
      <button type="button" class="link" @click=${() => change(first)}>Always the same</button>
    </p>
  </div>`;
}

const FILLS = [
  ['', 'None'],
  ['color', 'Color'],
  ['linear', 'Linear gradient'],
  ['radial', 'Radial gradient'],
  ['by', 'By a choice'],
];

const kindOf = (value) =>
  value === undefined ? '' : typeof value === 'string' ? 'color' : isTable(value) ? 'by' : value.type;

/** A fill: none, a color, a gradient, or one of these by a choice. */
export function fill(options) {
  const { label, value, change, fields, base, none = true, depth = 0 } = options;
  const kind = kindOf(value ?? base);
  const choices = Object.entries(fields ?? {}).filter(([, field]) => field?.kind === 'choice');
  const first = firstColor(value ?? base) ?? '#4f46e5';
  const turn = (to) =>
    change(
      {
        '': () => undefined,
        color: () => first,
        linear: () => ({ type: 'linear', angle: 180, stops: stopsOf(value, first) }),
        radial: () => ({ type: 'radial', stops: stopsOf(value, first) }),
        by: () => tableOf(choices[0], value ?? base ?? first),
      }[to ?? ''](),
    );
  const kinds = FILLS.filter(([key]) => (key !== '' || none) && (key !== 'by' || (choices.length && !depth)));
  return html`<div class="fill">
    ${select({ label, value: kind, change: turn, options: kinds.map(([key, words]) => ({ value: key, words })) })}
    ${kind === 'color' ? color({ ...options, label: `${label} color`, hideLabel: true, value: value ?? base,
      base: undefined }) : nothing}
    ${kind === 'linear' || kind === 'radial' ? gradient({ ...options, value: value ?? base }) : nothing}
    ${
      kind === 'by'
        ? table({
            label,
            value: value ?? base,
            change,
            choices,
            row: (key, inner, put) =>
              html`<div class="case">
                <h4>${key === '*' ? 'Else' : key}</h4>
                ${fill({ ...options, label: `${key === '*' ? 'Else' : key}: fill`, value: inner, change: put,
                  depth: 1, none: false })}
              </div>`,
          })
        : nothing
    }
  </div>`;
}

const firstColor = (value) =>
  typeof value === 'string'
    ? value
    : value?.stops
      ? firstColor(value.stops[0]?.[1])
      : value
        ? firstColor(Object.values(value).find((each) => each !== value.by))
        : undefined;
const stopsOf = (value, first) =>
  value?.stops ?? [
    [0, first],
    [1, '#ffffff'],
  ];

function gradient({ label, value, change, colors, fields }) {
  const stop = (at, to) => change({ ...value, stops: value.stops.with(at, to) });
  const css = value.stops.map(([at, each]) => `${typeof each === 'string' ? each
    : '#888888'} ${at * 100}%`).join(', ');
  const middle = () => {
    const at = value.stops.length - 1;
    const [one, other] = [value.stops[at - 1], value.stops[at]];
    change({ ...value, stops: value.stops.toSpliced(at, 0, [Math.round((one[0] + other[0]) * 50) / 100, one[1]]) });
  };
  return html`<div class="gradient">
    <div class="ramp" ${place({ background: `linear-gradient(90deg, ${css})` })}></div>
    ${
      value.type === 'linear'
        ? number({
            label: `${label} angle`,
            short: 'Angle',
            unit: '°',
            value: value.angle,
            base: '180',
            min: -360,
            max: 360,
            change: (to) => change(without(value, 'angle', to)),
          })
        : html`<div class="pair">
            ${number({ label: `${label} center, left`, short: 'X', unit: '', value: value.center?.[0], base: '0.5',
              min: 0, max: 1, step: 0.05, change: (to) => change(without(value, 'center', [to ?? 0.5,
                value.center?.[1] ?? 0.5])) })}
            ${number({ label: `${label} center, top`, short: 'Y', value: value.center?.[1], base: '0.5', min: 0,
              max: 1, step: 0.05, change: (to) => change(without(value, 'center', [value.center?.[0] ?? 0.5, to
                ?? 0.5])) })}
            ${number({ label: `${label} radius`, short: 'R', value: value.radius, base: '0.5', min: 0.01, max: 10,
              step: 0.05, change: (to) => change(without(value, 'radius', to)) })}
          </div>`
    }
    ${value.stops.map(
      ([at, each], index) =>
        html`<div class="stop">
          ${number({ label: `Stop ${index + 1}, place in percent`, short: '', unit: '%', value: at * 100, min: 0,
            max: 100, empty: false, change: (to) => stop(index, [to / 100, each]) })}
          ${picked({ label: `Stop ${index + 1}`, hideLabel: true, value: each, colors, fields: {}, change: (to) => to
            && stop(index, [at, to]) })}
          ${value.stops.length > 2 ? tool({ label: `Remove stop ${index + 1}`, drawn: 'close', run: () =>
            change({ ...value, stops: value.stops.toSpliced(index, 1) }) }) : nothing}
        </div>`,
    )}
    ${value.stops.length < 16 ? html`<button type="button" class="link" @click=${middle}>+ Stop</button>` : nothing}
  </div>`;
}

function without(value, key, to) {
  const { [key]: old, ...rest } = value;
  return to === undefined ? rest : { ...value, [key]: to };
}
