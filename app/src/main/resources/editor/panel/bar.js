import { html, nothing } from 'lit-html';
import { KINDS } from '../core/defaults.js';
import { icon } from '../part/icons.js';
import { menu } from '../part/menu.js';
import { tool } from '../inspect/controls.js';
import { sampleChoice } from './data.js';

const SHAPES = ['rect', 'ellipse', 'line'];
const OWN = ['text', 'image', 'qr', ...SHAPES];

const SAVED = {
  saved: ['Saved', ''],
  waiting: ['Saving…', ''],
  local: ['Kept in this browser', 'warned'],
  conflict: ['Not saved: changed elsewhere', 'bad'],
  refused: ['Not saved', 'bad'],
};

/** The bar at the top: what this is, what can be added, how it is seen, and where it goes. */
export function bar(app) {
  const { state } = app;
  const { past, future } = state.history;
  const adds = (kind, words, drawn, key) =>
    html`<button type="button" class="add" id="add-${kind}" title="${words} (${key})" @click=${() => app.add(kind)}>
      ${icon(drawn)}<span>${words}</span>
    </button>`;
  return html`<header class="bar">
    <div class="who">
      <a class="home" href="/t/${app.boot.id}" aria-label="Back to the template's page"
        ><svg width="26" height="19" viewBox="0 0 28 20" aria-hidden="true">
          <rect width="28" height="20" rx="5" fill="currentColor"></rect>
          <path d="M6 8h16M9 13h10" stroke="var(--panel)" stroke-width="2.4" stroke-linecap="round"></path></svg
      ></a>
      <h1 title=${app.boot.id}>${state.doc.title || app.boot.id}</h1>
      ${saved(state)}
    </div>
    <div class="adds" role="group" aria-label="Add">
      ${adds('text', 'Text', 'text', 'T')}${adds('image', 'Image', 'image', 'I')}
      ${menu({ label: 'Add a shape', id: 'add-shape', face: html`${icon('shape')}<span>Shape</span>`,
        items: SHAPES.map((key) => ({ words: KINDS.find((kind) => kind.key === key).name, icon: key,
          keys: { rect: 'R', ellipse: 'O', line: 'L' }[key], run: () => app.add(key) })) })}
      ${adds('qr', 'QR', 'qr', 'Q')}
      ${menu({ label: 'Add more', id: 'add-more', face: html`${icon('plus')}<span>More</span>`,
        items: KINDS.filter((kind) => !OWN.includes(kind.key)).map((kind) => ({ words: kind.name, icon: kind.key,
          run: () => app.add(kind.key) })) })}
    </div>
    <div class="ends">
      ${tool({ id: 'undo', label: past.length ? `Undo: ${past.at(-1).label}` : 'Undo', drawn: 'undo',
        off: !past.length, run: () => app.store.undo() })}
      ${tool({ id: 'redo', label: future.length ? `Redo: ${future[0].label}` : 'Redo', drawn: 'redo',
        off: !future.length, run: () => app.store.redo() })}
      ${sampleChoice(app)}
      <button
        type="button"
        class="tool"
        id="help"
        aria-label="Keyboard"
        title="Keyboard (?)"
        @click=${() => app.show({ kind: 'help' })}
      >
        ?
      </button>
      ${state.versions.length ? menu({ label: 'Versions', id: 'versions', side: 'right',
        face: html`<span>v${state.versions.find((each) => each.current)?.version ?? state.versions.length}</span>`,
          items: versions(app) }) : nothing}
      <button type="button" class="plain" id="share" @click=${() => app.show({ kind: 'share' })}>Share</button>
      <button type="button" class="primary" id="publish" @click=${() => app.review()}>Publish</button>
    </div>
  </header>`;
}

function versions(app) {
  return app.state.versions
    .toSorted((one, other) => other.version - one.version)
    .slice(0, 12)
    .map((each) => ({
      words: each.current ? `Version ${each.version}, live now` : `Go back to version ${each.version}`,
      off: each.current,
      run: () => app.restore(each.version),
    }));
}

function saved({ saving, signedOut }) {
  if (signedOut) return saved({ saving: { state: 'local', why: 'Your session has ended.' } });
  const [words, look] = SAVED[saving.state];
  return html`<span class="saved ${look}" id="saved" data-state=${saving.state} title=${saving.why ?? ''}
    >${words}</span
  >`;
}
