import { html, nothing } from 'lit-html';
import { words } from '../core/schema.js';
import { likelyKind } from '../core/defaults.js';
import { withValue } from '../core/json.js';
import { icon } from '../part/icons.js';
import { live } from 'lit-html/directives/live.js';
import { typed } from '../part/typed.js';
import { form } from '../inspect/form.js';
import { options } from './options.js';
import { samplesPart } from './samples.js';

/** The fields: what each is, and the value that the picture shows now. */
export function dataPanel(app) {
  const { doc, values, read } = app.state;
  const fields = Object.entries(doc.fields ?? {});
  return html`<div class="data">
    ${fields.length ? nothing : html`<p
      class="hint">A field is what changes from one recipient to the next: a name, a date, a code. Add one, then write <code>{{ name }}</code> in a text.</p>`}
    ${fields.map(([name, field]) => one(app, name, field ?? {}, values[name] ?? '', read?.[name]))}
    <form
      class="adder"
      @submit=${(event) => {
        event.preventDefault();
        add(app, event.target.elements.field);
      }}
    >
      <input
        id="new-field"
        name="field"
        type="text"
        autocomplete="off"
        spellcheck="false"
        aria-label="New field"
        placeholder="New field, such as name"
      /><button type="submit" class="plain">Add</button>
    </form>
    ${fields.length ? samplesPart(app) : nothing}
  </div>`;
}

function add(app, input) {
  const name = input.value
    .trim()
    .replace(/\s+/g, '_')
    .replace(/[^A-Za-z0-9_-]/g, '')
    .replace(/^[^A-Za-z]+/, '');
  if (!name || Object.hasOwn(app.state.doc.fields ?? {}, name))
    return app.say(name ? `There is a field ${name} already` : 'A field begins with a letter');
  input.value = '';
  return app.addField(name);
}

function one(app, name, field, value, told) {
  const kinds = app.schema.field.properties.kind.enum;
  const note =
    told && told.state !== 'given' && value
      ? `${words(told.reason ?? told.state)}: ${told.shown ? `“${told.shown}” is drawn` : 'left out'}`
      : '';
  const put = (next) => app.setRoot(['fields', name], next, `Field ${name}`);
  const context = { schema: app.schema, colors: [], fields: app.state.doc.fields };
  const { properties } = app.schema.field;
  return html`<div class="datum">
    <label
      ><span><code>${name}</code> <small>${field.kind ?? ''}</small></span>
      <input
        id="value-${name}"
        type="text"
        autocomplete="off"
        spellcheck="false"
        placeholder=${field.fallback === undefined ? '' : String(field.fallback)}
        .value=${live(value)}
        list=${field.options ? `options-${name}` : nothing}
        @input=${(event) => app.setValue(name, event.target.value)}
    /></label>
    ${field.options ? html`<datalist id="options-${name}">${field.options.map((option) => html`<option
      value=${option}></option>`)}</datalist>` : nothing}
    ${note ? html`<p class="note">${note}</p>` : nothing}
    <details>
      <summary>Settings<span class="sr"> of ${name}</span></summary>
      <div class="settings">
        <label class="line"
          ><span>Name</span
          ><input
            type="text"
            .value=${typed(name)}
            @change=${(event) => {
              app.renameField(name, event.target.value.trim());
              event.target.value = name;
            }}
        /></label>
        <label class="line"
          ><span>Kind</span
          ><select id="kind-${name}" @change=${(event) => put(ofKind(field, event.target.value))}>
            ${kinds.map((kind) => html`<option value=${kind} ?selected=${kind === (field.kind
              ?? likelyKind(name))}>${KINDS[kind] ?? kind}</option>`)}
          </select></label
        >
        ${field.kind === 'choice' ? options(app, name, field) : nothing}
        ${Object.entries(properties)
          .filter(([key]) => key !== 'kind' && key !== 'options' && belongs(key, field.kind))
          .map(([key, own]) =>
            form(context, own, {
              label: LABELS[key] ?? words(key),
              value: field[key],
              change: (to) => put(withValue(field, [key], to)),
            }),
          )}
        <button
          type="button"
          class="link danger"
          @click=${() => app.setRoot(['fields', name], undefined, `Remove field ${name}`)}
        >
          Remove the field
        </button>
      </div>
    </details>
  </div>`;
}

/** What the kinds are called, and what they are for. */
const KINDS = {
  name: 'Name of a person',
  text: 'Text',
  number: 'Number',
  money: 'Money',
  date: 'Date',
  choice: 'Choice of a few',
  code: 'Code',
  url: 'Web address',
  image: 'Picture',
  payload: 'Payload of a code',
};

const LABELS = {
  fallback: 'If missing',
  required: 'Required: without it the standard picture',
  aliases: 'Other names',
  maxLength: 'Longest',
  allow: 'May hold',
};

// A field of another kind keeps what both kinds have.
function ofKind(field, kind) {
  const kept = Object.fromEntries(Object.entries(field).filter(([key]) => belongs(key, kind)));
  const needed = kind === 'choice' && !kept.options ? { options: ['One', 'Two'] } : kind === 'money' && !kept.currency
    ? { currency: 'EUR' } : {};
  return { ...kept, ...needed, kind };
}

const ONLY = {
  case: ['name'],
  options: ['choice'],
  min: ['number', 'money'],
  max: ['number', 'money'],
  currency: ['money'],
  input: ['date'],
  epoch: ['date'],
  unit: ['number'],
  hosts: ['image'],
  allow: ['text'],
};

const belongs = (key, kind) => !ONLY[key] || ONLY[key].includes(kind);

/** The samples and edge cases to look at, in the bar. */
export function sampleChoice(app) {
  const { sample, samples, edgeCases } = app.state;
  const option = (each) => html`<option value=${each.name} ?selected=${each.name === sample}>${each.name}</option>`;
  return html`<label class="sample" title="Data that the picture shows"
    ><span class="sr">Data that the picture shows</span>${icon('data')}
    <select id="sample" @change=${(event) => app.useSample(event.target.value)}>
      <option value="" ?selected=${!sample}>
        ${sample ? 'Own values' : Object.keys(app.state.values).length ? 'Own values' : 'No data'}
      </option>
      ${samples.length ? html`<optgroup label="Samples">${samples.map(option)}</optgroup>` : nothing}
      ${edgeCases.length ? html`<optgroup label="Edge cases">${edgeCases.map(option)}</optgroup>` : nothing}
    </select></label
  >`;
}
