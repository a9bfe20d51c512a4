import { html, noChange, nothing, render } from 'lit-html';
import { equal } from './core/json.js';
import { unpack } from './core/history.js';
import { Schema } from './core/schema.js';
import { Store } from './core/store.js';
import { identify } from './core/tree.js';
import { conflict } from './dialog/conflict.js';
import { font } from './dialog/font.js';
import { help } from './dialog/help.js';
import { list } from './dialog/list.js';
import { login } from './dialog/login.js';
import { preview } from './dialog/preview.js';
import { review } from './dialog/review.js';
import { share } from './dialog/share.js';
import { shrink } from './dialog/shrink.js';
import { Editor } from './editor.js';
import { inspector } from './inspect/inspector.js';
import { JsonTab } from './inspect/jsontab.js';
import { commandOf, typing } from './keys.js';
import { bar } from './panel/bar.js';
import { dataPanel } from './panel/data.js';
import { dropped, filesPanel } from './panel/files.js';
import { layerList } from './panel/layers.js';
import { followNames } from './panel/samples.js';
import { stage } from './panel/stage.js';
import { timed } from './part/timed.js';
import { Api } from './server/api.js';
import { Drafts } from './server/drafts.js';
import { Pictures } from './server/picture.js';
import { Storage } from './server/storage.js';
import { Strip } from './strip/strip.js';
import { stripPanel } from './strip/view.js';

/** While a layer is dragged, what stands around the canvas is drawn anew after so many milliseconds. */
const PANELS_EVERY = 120;

let panelsDrawn = 0;
let panelsLater = 0;
let dragged = false;
// What had the focus before a dialog opened.
let focusBefore = null;

const DIALOGS = { help, conflict, font, list, login, preview, review, share, shrink };

const SIDES = { layers: layerList, data: dataPanel, files: filesPanel };

const boot = JSON.parse(document.getElementById('bootstrap').textContent);
const [schema, storage] = await Promise.all([fetch(boot.schema).then((answer) => answer.json()), Storage.open()]);
const kept = await storage.find(boot.id);
const first = beginning(kept);

const store = new Store(first.state);
const editor = new Editor({ boot, schema: new Schema(schema), store, api: new Api(boot.path, () =>
  editor.session()) });
if (kept) store.set({ history: unpack(kept.history, store.state.doc) });
if (first.late) store.run('Changed elsewhere', () => identify(boot.draft.json, store.state.doc));
editor.pictures = new Pictures(store, editor.api);
editor.drafts = new Drafts(store, editor.api, storage, boot.id, first.unsaved ? null : store.state.doc);
editor.strip = new Strip(editor);
const drops = dropped(editor);
const json = new JsonTab(editor);

draw();
store.subscribe(later);
store.subscribe((now, before) => now.doc !== before.doc && followNames(editor, before.doc.fields, now.doc.fields));
editor.pictures.refresh();
editor.drafts.start();
listen();

// What this browser kept goes before what the server has, where it was not sent yet.
function beginning(record) {
  const { draft, samples, edgeCases, versions, published, limits } = boot;
  const sample = samples[0];
  const same = record && equal(record.doc, draft.json);
  const unsaved = Boolean(record?.dirty && !same);
  const state = {
    doc: record && (unsaved || !same) ? record.doc : (draft.json ?? { width: 600, height: 320, layers: [] }),
    samples,
    edgeCases,
    versions,
    published,
    limits,
    sample: sample?.name ?? '',
    values: sample?.values ?? {},
    at: sample?.at ?? null,
    faults: draft.faults,
    drawnFaults: [],
    warnings: [],
    read: {},
    alt: '',
    standard: false,
    shown: null,
    trouble: '',
    signedOut: false,
    saving: { state: 'saved', etag: unsaved ? record.etag : draft.etag, why: '', stored: draft.saved },
    view: { zoom: 1, x: 0, y: 0 },
    zoom: 1,
    fits: true,
    density: devicePixelRatio,
    stage: { width: 800, height: 600 },
    side: 'layers',
    tab: 'design',
    dialog: null,
    typing: null,
    renaming: null,
    hover: null,
    fontMenu: false,
  };
  return { state, unsaved, late: Boolean(record && !unsaved && !same) };
}

// Everything is drawn anew once a frame; only what differs touches the page.
function later() {
  if (later.asked) return;
  later.asked = true;
  requestAnimationFrame(() => {
    later.asked = false;
    draw();
  });
}

function draw() {
  const start = performance.now();
  const { state } = store;
  const still = dragged && store.changing && start - panelsDrawn < PANELS_EVERY;
  dragged = store.changing;
  if (!still) panelsDrawn = start;
  const around = (part) => (still ? noChange : part());
  const row = document.activeElement?.closest('.layers li')?.dataset.id;
  if (state.dialog) focusBefore ??= document.activeElement;
  const tabs = (key, label, list) =>
    html`<div class="tabs" role="group" aria-label=${label}>
      ${list.map(([value, words]) => html`<button type="button" id="tab-${value}" aria-pressed=${state[key] === value
        ? 'true' : 'false'} @click=${() => store.set({ [key]: value })}>${words}</button>`)}
    </div>`;
  render(
    html`${around(() => bar(editor))}
      <div class="work">
        <aside class="left" aria-label="Layers and data">
          ${tabs('side', 'Left side', [
            ['layers', 'Layers'],
            ['data', 'Data'],
            ['files', 'Files'],
          ])}
          <div class="scroll">${around(() => SIDES[state.side](editor))}</div>
        </aside>
        <div class="center" @dragover=${drops.over} @drop=${drops.drop}>${stage(editor)}${around(() => stripPanel(editor))}</div>
        <aside class="right ${state.tab === 'json' ? 'broad' : ''}" aria-label="Properties">
          ${tabs('tab', 'Right side', [
            ['design', 'Design'],
            ['json', 'JSON'],
          ])}${around(() =>
            state.tab === 'json' ? json.view() : html`<div class="scroll">${inspector(editor)}</div>`,
          )}
        </aside>
      </div>
      ${state.dialog ? DIALOGS[state.dialog.kind](editor) : nothing}
      <p class="sr" role="status" id="said">${state.said}</p>`,
    document.getElementById('app'),
  );
  // A row that is moved in the page loses the focus.
  if (row && document.activeElement === document.body) editor.focusLayer(row);
  // A dialog is taken out of the page with the focus in it.
  if (!state.dialog && focusBefore) {
    if (document.activeElement === document.body) focusBefore.focus();
    focusBefore = null;
  }
  document.title = `${state.doc.title || boot.id} · Nameplate`;
  timed('draw', start);
  clearTimeout(panelsLater);
  if (still) panelsLater = setTimeout(later, PANELS_EVERY);
}

function listen() {
  addEventListener('keydown', (event) => {
    if (store.state.dialog || (editor.busy && event.key !== 'Escape')) return;
    const inField = typing(event.target);
    if (event.key === ' ' && !inField && !event.target.closest('button, summary, input, a')) {
      event.preventDefault();
      pan(true);
    }
    const command = commandOf(event);
    if (!command || (inField && !command.typing) || (event.target.id === 'json'
      && /Z|Y/.test(command.keys[0]))) return;
    if (
      /^(Enter|Arrow)/.test(event.key) &&
      !event.ctrlKey &&
      !event.metaKey &&
      event.target.closest('button, summary, a, input, [role="region"]')
    )
      return;
    event.preventDefault();
    command.run(editor, event);
  });
  addEventListener('keyup', (event) => event.key === ' ' && pan(false));
  addEventListener('blur', () => pan(false));
  addEventListener('focusout', (event) => {
    if (typing(event.target)) store.seal();
    // The field that takes over has the focus by then.
    if (store.state.signedOut) setTimeout(() => editor.askForToken());
  });
  for (const kind of ['copy', 'cut']) addEventListener(kind, (event) => copied(event, kind === 'cut'));
  addEventListener('paste', (event) => {
    if (typing(event.target) || store.state.dialog) return;
    event.preventDefault();
    editor.paste(event.clipboardData.getData('text/plain'));
  });
}

function pan(on) {
  if (editor.panning === on) return;
  editor.panning = on;
  later();
}

function copied(event, cut) {
  if (typing(event.target) || store.state.dialog || !store.state.selection.length || !getSelection().isCollapsed)
    return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', editor.copied());
  if (cut) editor.remove();
}

// For tests and measurements: what the editor holds, and when the picture of it is shown.
globalThis.nameplate = {
  get state() {
    return store.state;
  },
  settled: () => editor.pictures.settled(),
  saved: () => editor.drafts.save(),
  looked: () => editor.strip.looked(),
  stripped: () => editor.strip.settled(),
  set: (place, value) => editor.setRoot(place, value, 'Set'),
};
