import { html, nothing } from 'lit-html';
import Sortable from 'sortablejs';
import { isSpans } from '../core/defaults.js';
import { once } from '../part/place.js';
import { icon } from '../part/icons.js';
import { usesOf } from '../strip/findings.js';
import { area, tool } from './controls.js';
import { form } from './form.js';

const MOST = 10;

/**
 * The wordings of a text as rows to reorder: the first that has its fields and fits is drawn. Each says which of the
 * strip's cases use it.
 */
export function wordings(app, layer, context) {
  const value = layer.text;
  const rungs = typeof value === 'string' || isSpans(value) ? [value] : Array.isArray(value) ? value : [''];
  const [id] = app.state.selection;
  const store = (list) => app.set(['text'], list.length === 1 ? list[0] : list, 'Text');
  const several = rungs.length > 1;
  const drawn = app.state.boxes.get(id)?.text?.wording;
  const uses = several ? usesOf(app, id) : [];
  const one = { app, context, rungs, store, several };
  return html`<ol class="ladder" aria-label="Wordings" ${once((list) => sortable(list, () => current(app)))}>
      ${rungs.map((rung, at) => row(one, rung, at, { now: several && drawn === at, uses: uses[at] ?? [] }))}
    </ol>
    ${several ? html`<p class="hint">The first wording is drawn that has all its values and fits.</p>` : nothing}
    <p class="links">
      ${insert(app)}
      ${rungs.length < MOST ? html`<button type="button" class="link" id="add-wording" @click=${() => store([...rungs,
        ''])}>+ If that does not fit…</button>` : nothing}
      ${styles(rungs, store)}
    </p>
    ${app.undeclared().map(
      (name) =>
        html`<p class="ask">
          <span><code>${name}</code> is no field yet.</span
          ><button type="button" class="link" @click=${() => app.addField(name)}>Make it one</button>
        </p>`,
    )}`;
}

function row({ app, context, rungs, store, several }, rung, at, { now, uses }) {
  const label = at === 0 ? 'Wording' : `Wording ${at + 1}`;
  const change = (to) => store(rungs.with(at, to ?? ''));
  const input =
    typeof rung === 'string'
      ? area({
          id: at === 0 ? 'wording' : `wording-${at + 1}`,
          label,
          value: rung,
          rows: rung.length > 34 || rung.includes('\n') ? 3 : 2,
          change,
          focus: (event) => {
            app.lastText = event.target;
          },
        })
      : form(context, { $ref: '#/$defs/spans' }, { label, value: rung, change });
  const move = (by) => store(rungs.toSpliced(at, 1).toSpliced(at + by, 0, rung));
  return html`<li class="rung ${now ? 'drawn' : ''}">
    ${several ? html`<span class="grip" aria-hidden="true" title="Drag to reorder">${icon('data')}</span>` : nothing}
    <div class="wording">
      ${input} ${several ? html`<p class="uses">${used(now, uses)}</p>` : nothing}
    </div>
    ${several ? html`<span class="tools"
      >${tool({ label: `Move wording ${at + 1} up`, drawn: 'up', off: at === 0, run: () => move(-1) })}
      ${tool({ label: `Move wording ${at + 1} down`, drawn: 'down', off: at === rungs.length - 1, run: () => move(1) })}
      ${tool({ label: `Remove wording ${at + 1}`, drawn: 'close', run: () => store(rungs.toSpliced(at, 1)) })}</span
    >` : nothing}
  </li>`;
}

function used(now, uses) {
  const names = uses.length > 3 ? `${uses.slice(0, 3).join(', ')} and ${uses.length - 3} more` : uses.join(', ');
  if (now) return html`<b>Drawn now.</b> ${names ? `Also: ${names}` : nothing}`;
  return names ? `Drawn for: ${names}` : 'Not drawn for any case in the strip';
}

function styles(rungs, store) {
  const [first] = rungs;
  if (typeof first === 'string' && first)
    return html`<button type="button" class="link" @click=${() => store(rungs.with(0, [{ text: first }]))}>
      Style parts
    </button>`;
  return isSpans(first)
    ? html`<button
        type="button"
        class="link"
        @click=${() => store(rungs.with(0, first.map((span) => span.text).join('')))}
      >
        One style
      </button>`
    : nothing;
}

// The wordings of the text that is selected when a row is dropped.
function current(app) {
  const [id] = app.state.selection;
  return { list: (to) => app.set(['text'], to, 'Order of wordings', [id]), layer: app.layerOf(id) };
}

function sortable(list, now) {
  let next = null;
  Sortable.create(list, {
    animation: 120,
    handle: '.grip',
    forceFallback: true,
    fallbackTolerance: 4,
    onStart: (event) => {
      next = event.item.nextSibling;
    },
    onEnd: ({ item, oldDraggableIndex, newDraggableIndex }) => {
      list.insertBefore(item, next);
      const { layer, list: store } = now();
      if (oldDraggableIndex === newDraggableIndex || !Array.isArray(layer?.text)) return;
      const { text } = layer;
      store(text.toSpliced(oldDraggableIndex, 1).toSpliced(newDraggableIndex, 0, text[oldDraggableIndex]));
    },
  });
}

function insert(app) {
  const fields = Object.keys(app.state.doc.fields ?? {});
  return html`<label class="insert"
    ><span class="sr">Insert a field</span
    ><select
      .value=${''}
      @change=${(event) => {
        app.insertField(event.target.value);
        event.target.value = '';
      }}
    >
      <option value="" selected>+ Field</option>
      ${fields.map((name) => html`<option value=${name}>${name}</option>`)}
      <option value="*new">New field…</option>
    </select></label
  >`;
}
