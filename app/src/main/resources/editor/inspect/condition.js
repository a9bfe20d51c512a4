import { html, nothing } from 'lit-html';
import { select, text, tool } from './controls.js';
import { form } from './form.js';

/** Conditions by menu: "tier is VIP", "points is at least 100", joined by all or any. */

const TERM = /^([A-Za-z][A-Za-z0-9_-]*)(?:\s*(==|!=|>=|<=|>|<)\s*(?:'([^']*)'|"([^"]*)"|(-?\d+(?:\.\d+)?)|(nil)))?$/;

const OPERATORS = [
  { value: 'there', words: 'is there' },
  { value: 'missing', words: 'is missing' },
  { value: '==', words: 'is' },
  { value: '!=', words: 'is not' },
  { value: '>', words: 'is more than' },
  { value: '>=', words: 'is at least' },
  { value: '<', words: 'is less than' },
  { value: '<=', words: 'is at most' },
];
const NUMBERS = new Set(['number', 'money']);

/** A condition as rows: {join: 'and' or 'or', terms: [{field, operator, value}]}, or null where menus cannot say it. */
export function read(condition) {
  if (typeof condition !== 'string') return null;
  const join = /\sor\s/.test(condition) ? 'or' : 'and';
  if (join === 'or' && /\sand\s/.test(condition)) return null;
  const terms = condition.trim().split(new RegExp(`\\s+${join}\\s+`)).map(term);
  return terms.every(Boolean) ? { join, terms } : null;
}

function term(words) {
  const found = TERM.exec(words.trim());
  if (!found) return null;
  const [, field, operator, single, double, number, nil] = found;
  if (!operator) return { field, operator: 'there', value: '' };
  if (nil) return operator === '==' || operator === '!=' ? { field, operator: operator === '==' ? 'missing' : 'there',
    value: '' } : null;
  return { field, operator, value: single ?? double ?? number, number: number !== undefined };
}

/** The rows as a condition. */
export function write({ join, terms }, fields) {
  return terms.map((each) => written(each, fields)).join(` ${join} `);
}

function written({ field, operator, value }, fields) {
  if (operator === 'there') return field;
  if (operator === 'missing') return `${field} == nil`;
  const plain = NUMBERS.has(fields[field]?.kind) && /^-?\d+(\.\d+)?$/.test(value);
  const quote = value.includes("'") ? '"' : "'";
  return `${field} ${operator} ${plain ? value : quote + value.replaceAll(quote, '') + quote}`;
}

/** When a layer is shown: always, or by conditions over fields. */
export function conditions(app, layer, context) {
  const fields = app.state.doc.fields ?? {};
  const names = Object.keys(fields);
  const put = (value) => app.set(['when'], value, 'Shown when');
  const known = layer.when === undefined ? { join: 'and', terms: [] } : read(layer.when);
  if (!known || !names.length)
    return form(context, context.schema.layer(layer.type).properties.when, { label: 'Shown when', value: layer.when,
      change: put });
  const store = (next) => put(next.terms.length ? write(next, fields) : undefined);
  const fresh = () => start(fields, names);
  return html`<div class="conditions" role="group" aria-label="Shown when">
    <div class="line">
      <span aria-hidden="true">Shown</span>
      ${known.terms.length > 1 ? select({ label: 'All or any', hideLabel: true, value: known.join, options: [{
        value: 'and', words: 'when all hold' }, { value: 'or', words: 'when any holds' }], change: (join) =>
        store({ ...known, join }) }) : html`<b>${known.terms.length ? 'when' : 'always'}</b>`}
    </div>
    ${known.terms.map((each, at) => row(each, at, fields, names, (to) => store({ ...known, terms: to === null
      ? known.terms.toSpliced(at, 1) : known.terms.with(at, to) })))}
    <button type="button" class="link" id="add-condition" @click=${() => store({ ...known, terms: [...known.terms,
      fresh()] })}>${known.terms.length ? '+ And when…' : '+ Only when…'}</button>
  </div>`;
}

// A choice is asked for its first option; anything else for being there.
function start(fields, names) {
  const choice = names.find((name) => fields[name]?.kind === 'choice');
  return choice
    ? { field: choice, operator: '==', value: fields[choice].options?.[0] ?? '' }
    : { field: names[0], operator: 'there', value: '' };
}

function row(each, at, fields, names, change) {
  const field = fields[each.field];
  const numeric = NUMBERS.has(field?.kind);
  const operators = OPERATORS.filter(({ value }) => numeric || !['>', '>=', '<', '<='].includes(value)
    || value === each.operator);
  const bare = each.operator === 'there' || each.operator === 'missing';
  const move = (to) => ({ field: to, operator: fields[to]?.kind === 'choice' ? '==' : 'there',
    value: fields[to]?.options?.[0] ?? '' });
  const label = `Condition ${at + 1}`;
  const value =
    field?.kind === 'choice'
      ? select({ label: `${label}, value`, hideLabel: true, value: each.value, options: field.options ?? [],
        change: (to) => change({ ...each, value: to }) })
      : text({ label: `${label}, value`, hideLabel: true, value: each.value, change: (to) => change({ ...each,
        value: to ?? '' }) });
  return html`<div class="condition">
    ${select({ label: `${label}, field`, hideLabel: true, value: each.field, options: names, change: (to) =>
      change(move(to)) })}
    ${select({ label: `${label}, how`, hideLabel: true, value: each.operator, options: operators, change: (to) =>
      change({ ...each, operator: to, value: each.value || (field?.options?.[0] ?? (numeric ? '0' : '')) }) })}
    ${bare ? nothing : value}
    ${tool({ label: `Remove condition ${at + 1}`, drawn: 'close', run: () => change(null) })}
  </div>`;
}
