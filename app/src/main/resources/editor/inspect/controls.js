import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { icon } from '../part/icons.js';
import { putBy, settle, typed } from '../part/typed.js';

/**
 * Small controls. Each takes {label, value, change}: the value may be undefined where the template leaves it out, and
 * change is called with the new one, or with undefined to leave it out again.
 */

const clean = (number) => Math.round(number * 1000) / 1000;

/** A number: typed, or stepped by the arrow keys; Shift makes steps of ten. */
export function number({
  label,
  value,
  change,
  base = '',
  min = -Infinity,
  max = Infinity,
  step = 1,
  short,
  unit,
  whole = false,
  empty = true,
  id,
}) {
  // What is out of bounds may be on its way to something else, and is only bounded once it is left.
  const put = (input, bounded) => {
    const text = input.value.trim();
    const number = Number(text.replace(',', '.'));
    if ((text === '' && !empty) || !Number.isFinite(number)) return;
    const within = Math.max(min, Math.min(max, whole ? Math.round(number) : clean(number)));
    if (!bounded && text !== '' && within !== (whole ? Math.round(number) : clean(number))) return;
    const next = text === '' ? undefined : within;
    if (next === value) return;
    putBy(input, next);
    change(next);
  };
  const keyed = (event) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!by || event.altKey) return;
    event.preventDefault();
    const from = Number(event.target.value || event.target.placeholder) || 0;
    event.target.value = clean(Math.max(min, Math.min(max, from + by * step * (event.shiftKey ? 10 : 1))));
    put(event.target, true);
  };
  return html`<label class="number" title=${label}
    ><span class=${short ? 'mark' : ''} aria-hidden=${short ? 'true' : 'false'}>${short ?? label}</span>
    <input
      id=${id ?? nothing}
      type="text"
      inputmode="decimal"
      autocomplete="off"
      aria-label=${label}
      placeholder=${base}
      .value=${typed(value === undefined ? '' : String(clean(value)))}
      @input=${(event) => put(event.target, false)}
      @change=${(event) => put(event.target, true)}
      @keydown=${keyed}
      @blur=${settle}
    />
    ${unit ? html`<span class="unit" aria-hidden="true">${unit}</span>` : nothing}</label
  >`;
}

export function text({ label, value, change, base = '', hideLabel = false, id, list }) {
  return html`<label class="line ${hideLabel ? 'bare' : ''}"
    ><span class=${hideLabel ? 'sr' : ''}>${label}</span>
    <input
      id=${id ?? nothing}
      type="text"
      autocomplete="off"
      spellcheck="false"
      placeholder=${base}
      list=${list ?? nothing}
      .value=${typed(value ?? '')}
      @input=${(event) => change(event.target.value === '' ? undefined : event.target.value)}
  /></label>`;
}

export function select({ label, value, change, options, base, hideLabel = false, id }) {
  const known = options.map((option) =>
    typeof option === 'object' ? option : { value: option, words: String(option) },
  );
  const chosen = value === undefined ? '' : String(value);
  return html`<label class="line ${hideLabel ? 'bare' : ''}"
    ><span class=${hideLabel ? 'sr' : ''}>${label}</span>
    <select
      id=${id ?? nothing}
      .value=${live(chosen)}
      @change=${(event) => change(event.target.value === '' && base !== undefined ? undefined : known.find((option) =>
        String(option.value) === event.target.value)?.value)}
    >
      ${base === undefined ? nothing : html`<option value="" ?selected=${chosen === ''}>${base}</option>`}
      ${known.map((option) => html`<option value=${option.value}
        ?selected=${String(option.value) === chosen}>${option.words}</option>`)}
      ${chosen !== '' && !known.some((option) => String(option.value) === chosen) ? html`<option value=${chosen}
        selected>${chosen}</option>` : nothing}
    </select></label
  >`;
}

export function check({ label, value, change, base = false }) {
  return html`<label class="check"
    ><input
      type="checkbox"
      .checked=${live(value ?? base)}
      @change=${(event) => change(event.target.checked === base ? undefined : event.target.checked)}
    /><span>${label}</span></label
  >`;
}

/** One of a few, each a small drawing or word: options are [value, words, icon]. */
export function choice({ label, value, change, options, base }) {
  const now = value ?? base;
  return html`<div class="choice" role="group" aria-label=${label}>
    ${options.map(
      ([each, words, drawn]) =>
        html` <button
          type="button"
          aria-pressed=${each === now ? 'true' : 'false'}
          aria-label=${words}
          title=${words}
          @click=${() => change(each === base ? undefined : each)}
        >
          ${drawn ? icon(drawn) : words}
        </button>`,
    )}
  </div>`;
}

/** A longer text. */
export function area({ label, value, change, rows = 2, id, hideLabel = true, focus }) {
  return html`<label class="area"
    ><span class=${hideLabel ? 'sr' : ''}>${label}</span>
    <textarea
      id=${id ?? nothing}
      rows=${rows}
      spellcheck="true"
      .value=${typed(value ?? '')}
      @focus=${focus ?? nothing}
      @input=${(event) => change(event.target.value)}
    ></textarea>
  </label>`;
}

/** A button without words in it. */
export function tool({ label, drawn, run, off = false, pressed, id, danger = false }) {
  return html`<button
    type="button"
    class="tool ${danger ? 'danger' : ''}"
    id=${id ?? nothing}
    aria-label=${label}
    title=${label}
    ?disabled=${off}
    aria-pressed=${pressed === undefined ? nothing : pressed ? 'true' : 'false'}
    @click=${run}
  >
    ${icon(drawn)}
  </button>`;
}

/** A part of the inspector with a heading. */
export function section(title, body, extra = nothing) {
  return html`<section class="part">
    <header>
      <h3>${title}</h3>
      ${extra}
    </header>
    ${body}
  </section>`;
}
