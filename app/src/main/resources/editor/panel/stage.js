import { html, nothing } from 'lit-html';
import { nameOf } from '../core/defaults.js';
import { find, idAt } from '../core/tree.js';
import { icon } from '../part/icons.js';
import { menu } from '../part/menu.js';
import { once, place } from '../part/place.js';
import { overlay } from '../stage/overlay.js';
import { toStage } from '../stage/view.js';
import { frame } from '../stage/hit.js';
import { known } from '../inspect/jsontab.js';
import { area, tool } from '../inspect/controls.js';

/** The stage: the true picture in the middle, handles over it, and what must be known below. */
export function stage(app) {
  const { state } = app;
  const { view, doc, shown, alt } = state;
  const chosen = state.selection.map((id) => find(doc, id)).filter(Boolean);
  const label = chosen.length
    ? `Canvas. Selected: ${chosen.map((entry) => nameOf(entry.layer)).join(', ')}`
    : 'Canvas. Tab goes through the layers, arrow keys move them.';
  if (shown) shown.image.alt = alt;
  return html`<section
    class="stage"
    id="stage"
    data-panning=${app.panning}
    role="application"
    tabindex="0"
    aria-roledescription="canvas"
    aria-label=${label}
    ${once((element) => app.stageReady(element))}
  >
    <div
      class="board ${opaque(doc.background) ? '' : 'checker'}"
      ${place(toStage(view, { x: 0, y: 0, width: Number(doc.width) || 1, height: Number(doc.height) || 1 }))}
    >
      ${shown?.image ?? nothing}
    </div>
    ${overlay(state)}
    <div class="floats">${typing(app)}${notices(app)}${zoom(app)}</div>
  </section>`;
}

const opaque = (color) =>
  color === undefined || (typeof color === 'string' && !/^#([0-9a-f]{6})([0-9a-f]{2})$/i.test(color));

function zoom(app) {
  const { state } = app;
  const to = (value) => ({ words: `${value * 100} %`, run: () => app.zoomTo(value) });
  return html`<div class="zoom" role="group" aria-label="Zoom">
    ${tool({ label: 'Zoom out', drawn: 'minus', run: () => app.zoomBy(-1) })}
    ${menu({ label: `Zoom: ${Math.round(state.zoom * 100)} %`, side: 'up',
      face: html`<span>${Math.round(state.zoom * 100)} %</span>`, items: [{ words: 'Fit', keys: '0', run: () =>
        app.fit() }, ...[0.5, 1, 2, 4].map(to)] })}
    ${tool({ label: 'Zoom in', drawn: 'plus', run: () => app.zoomBy(1) })}
  </div>`;
}

function notices(app) {
  const { state } = app;
  const faults = known(state.drawnFaults, state.faults);
  return html`<div class="notices">
    ${
      faults.length
        ? html`<div class="notice bad" id="faults">
            ${icon('warn')}
            <div>
              <strong
                >${state.drawnFaults?.length ? state.shown ? 'The picture shows the last state without faults'
                  : 'This cannot be drawn yet' : 'This cannot be published yet'}</strong
              >
              ${faults.slice(0, 3).map((fault) => html`<button type="button" class="fault" @click=${() => goTo(app,
                fault)}>${named(app, fault)}${fault.message}</button>`)}${faults.length > 3
                  ? html`<span>and ${faults.length - 3} more</span>` : nothing}
            </div>
          </div>`
        : nothing
    }
    ${
      state.trouble
        ? html`<div class="notice bad">
            ${icon('warn')}
            <div>${state.trouble} Your work is kept in this browser.</div>
          </div>`
        : nothing
    }
    ${
      state.signedOut
        ? html`<div class="notice bad" role="alert">
            ${icon('warn')}
            <div>
              Your session has ended. What you type is kept in this browser.
              <button type="button" class="link" id="sign-in" @click=${() => app.askForToken(true)}>Sign in</button>
            </div>
          </div>`
        : nothing
    }
    ${
      state.saving.state === 'refused'
        ? html`<div class="notice bad">
            ${icon('warn')}
            <div>${state.saving.why}</div>
          </div>`
        : nothing
    }
    ${
      state.hidden.size
        ? html`<div class="notice">
            ${icon('closed')}
            <div>
              ${state.hidden.size === 1 ? 'One layer is' : `${state.hidden.size} layers are`} hidden here only;
              recipients see ${state.hidden.size === 1 ? 'it' : 'them'}.
              <button type="button" class="link" @click=${() =>
                app.store.set({ hidden: new Set() })}>Show all</button>
            </div>
          </div>`
        : nothing
    }
    ${
      state.standard
        ? html`<div class="notice">
            ${icon('data')}
            <div>A required value is missing, so this is the standard picture.</div>
          </div>`
        : nothing
    }
    ${
      app.boot.readOnly
        ? html`<div class="notice">
            ${icon('lock')}
            <div>Git owns these templates: publishing gives you files or a patch.</div>
          </div>`
        : nothing
    }
  </div>`;
}

const named = (app, fault) => {
  const id = idAt(app.state.doc, fault.path);
  return id === undefined ? '' : html`<b>${nameOf(find(app.state.doc, id).layer)}:</b> `;
};

function goTo(app, fault) {
  const id = idAt(app.state.doc, fault.path);
  if (id === undefined) app.store.set({ tab: 'json' });
  else {
    app.store.select([id]);
    app.store.set({ tab: 'design' });
  }
}

// A text is typed right at its place; what is seen above is the true picture of it.
function typing(app) {
  const { state } = app;
  const entry = state.typing === null ? undefined : find(state.doc, state.typing);
  const box = entry && frame(state, entry);
  if (!entry || !box) return nothing;
  const there = toStage(state.view, box);
  const { text } = entry.layer;
  const first = typeof text === 'string' ? text : typeof text?.[0] === 'string' ? text[0] : null;
  if (first === null) return nothing;
  const width = Math.min(Math.max(there.width, 240), 460);
  const below = there.top + there.height + 10 + 96 < state.stage.height;
  const put = (to) => app.set(typeof text === 'string' ? ['text'] : ['text', 0], to, 'Text', [entry.id]);
  const keys = (event) => {
    if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) {
      event.preventDefault();
      event.stopPropagation();
      app.endTyping();
    }
  };
  return html`<div
    class="typing"
    ${once((element) => element.querySelector('textarea').focus())}
    @keydown=${keys}
    @focusout=${(event) => !event.currentTarget.contains(event.relatedTarget) && app.endTyping(false)}
    ${place({ left: Math.max(8, Math.min(there.left, state.stage.width - width - 8)), top: below
      ? there.top + there.height + 10 : Math.max(8, there.top - 98), width })}
  >
    ${area({
      id: 'typing',
      label: 'Text',
      value: first,
      rows: 2,
      change: put,
      focus: (event) => {
        if (app.lastText !== event.target) event.target.select();
        app.lastText = event.target;
      },
    })}
    <div class="typing-foot">
      <span class="links"
        >${Object.keys(state.doc.fields ?? {})
          .slice(0, 5)
          .map(
            (name) => html`<button type="button" class="link" @click=${() => app.insertField(name)}>${name}</button>`,
          )}
        ${app
          .undeclared()
          .slice(0, 1)
          .map(
            (name) =>
              html`<button
                type="button"
                class="link"
                @click=${() => {
                  app.addField(name);
                  app.lastText?.focus();
                }}
              >
                Make “${name}” a field
              </button>`,
          )} <button type="button" class="link" @click=${() => app.insertField('*new')}>+ Field</button></span
      ><kbd>Enter</kbd>
    </div>
  </div>`;
}
