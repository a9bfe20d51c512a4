import { html, nothing } from 'lit-html';
import { words } from '../core/schema.js';
import { check, number, select, text, tool } from './controls.js';
import { color, fill, picked } from './color.js';

/**
 * A form for any value of the format, made from the schema: whatever the format allows can be edited here.
 *
 * @param context {schema, colors, fields}
 * @param given the value's schema
 */
export function form(context, given, { label, value, change }) {
  const { schema } = context;
  const resolved = schema.resolve(given);
  const known = special(context, given, { label, value, change });
  if (known) return known;
  if (resolved.oneOf && !resolved.properties) return variants(context, resolved, { label, value, change });
  const hint = resolved.description ?? '';
  if (resolved.enum)
    return select({
      label,
      value,
      change,
      options: resolved.enum,
      base: resolved.default === undefined ? '—' : `${resolved.default}`,
    });
  switch ([resolved.type].flat()[0]) {
    case 'boolean':
      return html`<div title=${hint}>${check({ label, value, change, base: resolved.default ?? false })}</div>`;
    case 'integer':
    case 'number':
      return html`<div title=${hint}>
        ${number({
          label,
          value,
          change,
          base: resolved.default === undefined ? '' : String(resolved.default),
          min: resolved.minimum ?? -Infinity,
          max: resolved.maximum ?? Infinity,
          whole: resolved.type === 'integer',
          step: (resolved.maximum ?? 100) <= 2 ? 0.1 : 1,
        })}
      </div>`;
    case 'array':
      return list(context, resolved, { label, value, change });
    case 'object':
      return object(context, resolved, { label, value, change });
    default:
      return html`<div title=${hint}>
        ${text({ label, value: value === undefined ? undefined : String(value), change, base: resolved.default
          ?? '' })}
      </div>`;
  }
}

function special(context, given, { label, value, change }) {
  const { colors, fields } = context;
  const base = given.default;
  switch (given.$ref) {
    case '#/$defs/color':
      return color({ label, value, change, colors, base, removable: value !== undefined });
    case '#/$defs/picked':
      return picked({ label, value, change, colors, fields, base, removable: value !== undefined });
    case '#/$defs/fill':
      return fill({ label, value, change, colors, fields, base });
    case '#/$defs/plainFill':
      return fill({ label, value, change, colors, fields: {}, base });
    default:
      return null;
  }
}

function variants(context, resolved, { label, value, change }) {
  const { schema } = context;
  const at = value === undefined ? -1 : schema.variantOf(resolved.oneOf, value);
  const names = resolved.oneOf.map((variant) => schema.nameOf(variant));
  const chosen = select({
    label,
    value: at < 0 ? undefined : at,
    base: 'Not set',
    options: names.map((name, index) => ({ value: index, words: name })),
    change: (to) => change(to === undefined ? undefined : schema.sample(resolved.oneOf[to])),
  });
  return html`<div class="form-part" title=${resolved.description ?? ''}>
    ${chosen}${at < 0 ? nothing : form(context, resolved.oneOf[at], { label: `${label}: ${names[at].toLowerCase()}`,
      value, change })}
  </div>`;
}

function list(context, resolved, { label, value, change }) {
  const { schema } = context;
  if (value === undefined)
    return html`<button
      type="button"
      class="link"
      @click=${() => change(schema.sample({ ...resolved, default: undefined, minItems: Math.max(1, resolved.minItems
        ?? 0) }))}
    >
      + ${label}
    </button>`;
  const item = (at) => resolved.prefixItems?.[at] ?? resolved.items ?? {};
  const fixed = resolved.prefixItems !== undefined || resolved.minItems === resolved.maxItems;
  const take = (at) => change(value.length <= 1 && !resolved.minItems ? undefined : value.toSpliced(at, 1));
  return html`<fieldset class="form-part">
    <legend>${label}</legend>
    ${value.map(
      (each, at) =>
        html`<div class="item">
          ${form(context, item(at), { label: `${label} ${at + 1}`, value: each, change: (to) => (to === undefined
            ? change(value.with(at, schema.sample(item(at)))) : change(value.with(at, to))) })}
          ${
            fixed
              ? nothing
              : html`<span class="tools"
                  >${tool({ label: `${label} ${at + 1} up`, drawn: 'up', off: at === 0, run: () =>
                    change(value.toSpliced(at, 1).toSpliced(at - 1, 0, each)) })}
                  ${tool({ label: `Remove ${label.toLowerCase()} ${at + 1}`, drawn: 'close',
                    off: value.length <= (resolved.minItems ?? 0), run: () => take(at) })}</span
                >`
          }
        </div>`,
    )}
    ${fixed || value.length >= (resolved.maxItems ?? Infinity) ? nothing : html`<button type="button" class="link"
      @click=${() => change([...value, schema.sample(item(value.length))])}>+ One more</button>`}
    ${fixed ? nothing : html`<button type="button" class="link" @click=${() =>
      change(undefined)}>Remove all</button>`}
  </fieldset>`;
}

function object(context, resolved, { label, value, change }) {
  const { schema } = context;
  if (value === undefined)
    return html`<button
      type="button"
      class="link"
      @click=${() => change(schema.sample({ ...resolved, default: undefined }))}
    >
      + ${label}
    </button>`;
  const put = (key, to) => {
    const { [key]: old, ...rest } = value;
    change(to === undefined ? rest : { ...value, [key]: to });
  };
  const properties = Object.entries(resolved.properties ?? {}).filter(
    ([, own]) => own !== false && own.const === undefined,
  );
  const others = Object.keys(value).filter((key) => !Object.hasOwn(resolved.properties ?? {}, key));
  const open = typeof resolved.additionalProperties === 'object';
  return html`<fieldset class="form-part">
    <legend>${label}</legend>
    ${properties.map(([key, own]) => form(context, own, { label: words(key), value: value[key], change: (to) =>
      put(key, to) }))}
    ${
      open
        ? others.map(
            (key) =>
              html`<div class="item">
                ${form(context, resolved.additionalProperties, { label: key, value: value[key], change: (to) =>
                  put(key, to) })}
                ${tool({ label: `Remove ${key}`, drawn: 'close', run: () => put(key, undefined) })}
              </div>`,
          )
        : nothing
    }
    ${open ? adder(label, (key) => !(key in value) && put(key, schema.sample(resolved.additionalProperties)))
      : nothing}
    <button type="button" class="link" @click=${() => change(undefined)}>Remove ${label.toLowerCase()}</button>
  </fieldset>`;
}

function adder(label, add) {
  const submit = (event) => {
    event.preventDefault();
    const input = event.target.elements.key;
    if (input.value.trim()) add(input.value.trim());
    input.value = '';
  };
  return html`<form class="adder" @submit=${submit}>
    <input
      name="key"
      type="text"
      aria-label="New key of ${label.toLowerCase()}"
      placeholder="New key"
      autocomplete="off"
    /><button type="submit" class="link">Add</button>
  </form>`;
}
