import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import Sortable from 'sortablejs';
import { nameOf } from '../core/defaults.js';
import { childrenOf, entries, find, ID, layersOf } from '../core/tree.js';
import { icon, iconOf } from '../part/icons.js';
import { menu } from '../part/menu.js';
import { once } from '../part/place.js';
import { rowBadge } from '../strip/view.js';

/**
 * The list of layers, which is the canvas for whoever cannot see or point: the frontmost first, the parts of a stack
 * below it in their order.
 */
export function layerList(app) {
  const { doc } = app.state;
  const layers = layersOf(doc).filter((layer) => layer?.[ID] !== undefined);
  return html`<div class="layers ${app.state.selection.length > 1 ? 'many' : ''}">
    ${layers.length ? rows(app, layers.toReversed(), null) : html`<p
      class="hint">Nothing here yet. Add a text or a shape above, or press <kbd>T</kbd>.</p>`}
  </div>`;
}

function rows(app, layers, parent) {
  return html`<ul
    data-parent=${parent ?? ''}
    aria-label=${parent === null ? 'Layers, front to back' : 'Parts'}
    ${once((list) => sortable(app, list))}
  >
    ${repeat(
      layers,
      (layer) => layer[ID],
      (layer) => row(app, layer),
    )}
  </ul>`;
}

function row(app, layer) {
  const { state } = app;
  const id = layer[ID];
  const chosen = state.selection.includes(id);
  const [hidden, locked] = [state.hidden.has(id), state.locked.has(id)];
  const name = nameOf(layer);
  const children = childrenOf(layer).filter((child) => child?.[ID] !== undefined);
  return html`<li
    data-id=${id}
    class="${chosen ? 'chosen' : ''} ${hidden ? 'dim' : ''} ${state.hover === id ? 'over-it' : ''}"
  >
    <div
      class="row"
      @pointerenter=${() => app.store.set({ hover: id })}
      @pointerleave=${() => app.store.set({ hover: null })}
    >
      ${
        state.renaming === id
          ? renamer(app, id, layer)
          : html`<button
              type="button"
              class="name"
              aria-pressed=${chosen ? 'true' : 'false'}
              @click=${(event) => choose(app, event, id)}
              @dblclick=${() => app.store.set({ renaming: id })}
              @keydown=${(event) => keyed(app, event, id)}
            >
              ${iconOf(layer)}<span>${name}</span>
            </button>`
      }
      ${rowBadge(app, id)}
      <span class="row-tools"
        >${toggle(locked ? 'lock' : 'open', `Lock ${name}`, locked, () => app.toggle('locked', id))}
        ${toggle(hidden ? 'closed' : 'eye', `Hide ${name} here`, hidden, () => app.toggle('hidden', id))}
        ${(chosen && state.selection.length === 1) || state.hover === id ? menu({ label: `More for ${name}`,
          face: icon('more'), side: 'right', items: commands(app, id, layer) }) : nothing}</span
      >
    </div>
    ${layer.type === 'stack' ? rows(app, children, id) : nothing}
  </li>`;
}

const toggle = (drawn, label, on, run) =>
  html`<button
    type="button"
    class="mini ${on ? 'on' : ''}"
    aria-label=${label}
    title=${label}
    aria-pressed=${on ? 'true' : 'false'}
    @click=${run}
  >
    ${icon(drawn)}
  </button>`;

function commands(app, id, layer) {
  const run = (act) => () => {
    app.store.select([id]);
    act();
  };
  return [
    { words: 'Rename', keys: 'F2', run: () => app.store.set({ renaming: id }) },
    { words: 'Duplicate', run: run(() => app.duplicate([id])) },
    { words: 'Forward', keys: ']', run: run(() => app.raise(1, false, [id])) },
    { words: 'Back', keys: '[', run: run(() => app.raise(-1, false, [id])) },
    null,
    layer.type === 'stack'
      ? { words: 'Ungroup', run: run(() => app.ungroup()) }
      : { words: 'Group into a stack', run: run(() => app.group()) },
    { words: 'Delete', run: run(() => app.remove()) },
  ];
}

function renamer(app, id, layer) {
  const done = (event) => app.state.renaming === id && app.rename(id, event.target.value);
  const keys = (event) => {
    event.stopPropagation();
    if (event.key === 'Enter') done(event);
    if (event.key === 'Escape') app.store.set({ renaming: null });
    if (event.key === 'Enter' || event.key === 'Escape')
      queueMicrotask(() => requestAnimationFrame(() => focusRow(id)));
  };
  return html`<input
    class="rename"
    type="text"
    aria-label="Name of the layer"
    .value=${layer.label ?? ''}
    placeholder=${nameOf(layer)}
    @keydown=${keys}
    @blur=${done}
    ${once((input) => {
      input.focus();
      input.select();
    })}
  />`;
}

function choose(app, event, id) {
  const { selection, doc } = app.state;
  if (event.shiftKey && selection.length) {
    const order = entries(doc).map((entry) => entry.id);
    const [from, to] = [order.indexOf(selection.at(-1)), order.indexOf(id)].sort((one, other) => one - other);
    app.store.select([...new Set([...selection, ...order.slice(from, to + 1)])]);
  } else if (event.ctrlKey || event.metaKey) {
    app.store.select(selection.includes(id) ? selection.filter((each) => each !== id) : [...selection, id]);
  } else {
    app.store.select([id]);
  }
}

// Arrows walk through the list; with Alt they move the layer.
function keyed(app, event, id) {
  const act = {
    ArrowUp: () => walk(event.target, -1),
    ArrowDown: () => walk(event.target, 1),
    'Alt+ArrowUp': () => shift(app, id, -1),
    'Alt+ArrowDown': () => shift(app, id, 1),
    'Alt+ArrowRight': () => into(app, id),
    'Alt+ArrowLeft': () => out(app, id),
  }[`${event.altKey ? 'Alt+' : ''}${event.key}`];
  if (!act || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  act();
  if (event.altKey) requestAnimationFrame(() => focusRow(id));
}

function walk(button, by) {
  const all = [...button.closest('.layers').querySelectorAll('button.name')];
  all[all.indexOf(button) + by]?.focus();
}

/** Puts the focus on a layer's row. */
export function focusRow(id) {
  document.querySelector(`.layers li[data-id="${id}"] button.name`)?.focus();
}

// Down the list is back among the outermost, and later in a stack.
function shift(app, id, by) {
  const entry = find(app.state.doc, id);
  app.store.select([id]);
  app.raise(entry.parent === null ? -by : by, false, [id]);
}

function into(app, id) {
  const entry = find(app.state.doc, id);
  const above = entries(app.state.doc)
    .filter((each) => each.parent === entry.parent && each.layer.type === 'stack' && each.id !== id)
    .sort((one, other) => Math.abs(one.index - entry.index) - Math.abs(other.index - entry.index))[0];
  if (above) app.place(id, above.id, childrenOf(above.layer).length);
}

function out(app, id) {
  const entry = find(app.state.doc, id);
  if (entry.parent === null) return;
  const stack = find(app.state.doc, entry.parent);
  app.place(id, stack.parent, stack.index + 1);
}

// sortablejs moves elements; they are put back, and the list is drawn anew from the draft.
function sortable(app, list) {
  let home = null;
  Sortable.create(list, {
    group: 'layers',
    animation: 120,
    handle: '.row',
    filter: '.row-tools, .rename',
    preventOnFilter: false,
    fallbackOnBody: true,
    invertSwap: true,
    delay: 120,
    delayOnTouchOnly: true,
    forceFallback: true,
    fallbackTolerance: 4,
    onStart: (event) => {
      home = { parent: event.from, next: event.item.nextSibling };
    },
    onEnd: (event) => {
      const { item, to, newDraggableIndex } = event;
      const parent = to.dataset.parent === '' ? null : Number(to.dataset.parent);
      const after = item.nextElementSibling?.dataset.id;
      home.parent.insertBefore(item, home.next);
      if (event.from === to && event.oldDraggableIndex === newDraggableIndex) return;
      const id = Number(item.dataset.id);
      const { doc } = app.state;
      const next = after === undefined ? undefined : find(doc, Number(after));
      const size = parent === null ? layersOf(doc).length : childrenOf(find(doc, parent).layer).length;
      // Outermost layers stand front to back, the other way round than in the file.
      const index = parent === null ? (next ? next.index + 1 : 0) : next ? next.index : size;
      app.store.select([id]);
      app.place(id, parent, index);
    },
  });
}
