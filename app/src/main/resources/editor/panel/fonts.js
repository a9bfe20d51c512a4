import { html, nothing } from 'lit-html';
import { base64 } from '../server/upload.js';
import { find } from '../core/tree.js';

/** The template's own fonts: added with their license, and used by a press while a text is selected. */

let asked = {};

export const isFont = (file) => /\.(ttf|otf|ttc|woff2?)$/i.test(file.name) || /^font\//.test(file.type);

export function ownFonts(app) {
  const { ownFonts: fonts } = app.boot;
  const { samples, list } = app.state;
  if (fonts.length && (asked.fonts !== fonts || asked.samples !== samples || asked.list !== list)) {
    asked = { fonts, samples, list };
    queueMicrotask(() => letters(app));
  }
  return html`<h3>Fonts</h3>
    <label class="plain wide"
      >Add a font<input
        class="sr"
        type="file"
        id="add-font"
        accept=".ttf,.otf"
        @change=${(event) => {
          offer(app, event.target.files[0]);
          event.target.value = '';
        }}
    /></label>
    ${
      fonts.length
        ? html`<ul class="faces">
            ${fonts.map((font) => one(app, font))}
          </ul>`
        : html`<p class="hint">TTF or OTF with its license, for this template alone.</p>`
    }`;
}

function one(app, { family, weight, bytes, path }) {
  const told = app.state.letters?.[family];
  return html`<li>
    <button type="button" title="Set the selected text in ${family}" @click=${() => use(app, family, weight)}>
      <strong>${family} ${weight}</strong>
      <small>${path.replace('fonts/', '')}, ${Math.ceil(bytes / 1000)} KB</small>
    </button>
    ${told?.length ? html`<ul class="scripts" aria-label="Letters of your data">${told.map(script)}</ul>` : nothing}
  </li>`;
}

function script({ script: name, letters: all, lacking, missing }) {
  return lacking
    ? html`<li class="lacks">${name}: lacks ${lacking} of ${all} letters, ${missing.join(' ')}${lacking > missing.length
      ? ' …' : ''}</li>`
    : html`<li>${name}: all ${all} letters of your data</li>`;
}

function use(app, family, weight) {
  const texts = app.state.selection.filter((id) => find(app.state.doc, id)?.layer.type === 'text');
  if (texts.length) app.setFont(family, weight);
  app.say(texts.length ? `Set in ${family}` : 'Select a text first');
}

/** What is known of the recipients' letters: samples, what the picture shows, and the list that was pasted. */
async function letters(app) {
  const { samples, edgeCases, list } = app.state;
  const usual = samples.length ? samples : edgeCases.slice(0, 1);
  const texts = usual.flatMap((sample) => Object.values(sample.values));
  for (let at = 0; at < (list?.letters.length ?? 0); at += 200) texts.push(list.letters.slice(at, at + 200).join(' '));
  try {
    const told = await app.api.json('/letters', { texts }, { patient: false });
    app.store.set({ letters: told.families });
  } catch {
    asked = {};
  }
}

/** Asks for a font's license. */
export function offer(app, file) {
  if (!file) return;
  app.store.set({ fileTrouble: '', side: 'files' });
  if (file.size > app.state.limits.fontBytes) {
    app.store.set({
      fileTrouble: `“${file.name}” has ${(file.size / 1e6).toFixed(1)} MB; ${Math.floor(app.state.limits.fontBytes
        / 1e6)} MB are taken here. Leave out scripts that nobody needs, or put it into fonts/ by hand.`,
    });
  } else app.show({ kind: 'font', file });
}

/** Sends a font with its license: '' or why it is refused. */
export async function send(app, file, license) {
  try {
    const told = await app.api.json('/fonts', { name: file.name, data: await base64(file), license });
    app.boot.fonts = told.fonts;
    app.boot.ownFonts = told.ownFonts;
    app.say(`${told.family} ${told.weight} is there`);
    app.store.set({});
    app.pictures.refresh();
    return '';
  } catch (failed) {
    return failed.message;
  }
}
