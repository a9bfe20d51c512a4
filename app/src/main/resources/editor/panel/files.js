import { html, nothing } from 'lit-html';
import { newLayer } from '../core/defaults.js';
import { add, sizeOf } from '../core/layers.js';
import { fitted } from '../core/geometry.js';
import { base64, looked, redrawn } from '../server/upload.js';
import { isFont, offer, ownFonts } from './fonts.js';

/** The template's own pictures and fonts: added by a button or by dropping them, and used by a press. */
export function filesPanel(app) {
  const { assets, id, brand } = app.boot;
  const source = (path) => `/t/${id}/edit/asset?path=${encodeURIComponent(path)}`;
  return html`<div class="files">
    <label class="plain wide"
      >Add pictures<input
        class="sr"
        type="file"
        id="add-files"
        multiple
        accept="image/*"
        @change=${(event) => {
          take(app, [...event.target.files]);
          event.target.value = '';
        }}
    /></label>
    <p class="hint">PNG or JPEG; or drop them on the canvas. Recipients see a file once a layer shows it.</p>
    ${app.state.fileTrouble ? html`<p class="error" role="alert" id="file-trouble">${app.state.fileTrouble}</p>` : nothing}
    <ul>
      ${assets.map(
        (asset) =>
          html`<li>
            <button
              type="button"
              title="Put ${asset.path.replace('assets/', '')} on the canvas"
              @click=${() => place(app, asset)}
            >
              <span class="thumb"><img src=${source(asset.path)} alt="" loading="lazy" /></span>
              <strong>${asset.path.replace('assets/', '')}</strong>
              <small
                >${asset.width ? `${asset.width} × ${asset.height}, ` : 'cannot be read, '}${Math.ceil(asset.bytes
                  / 1000)}\u00a0KB</small
              >
            </button>
          </li>`,
      )}
    </ul>
    ${brand?.logos.length ? html`<h3>From the brand</h3>
      <ul class="logos">${brand.logos.map((logo) => html`<li><button type="button" @click=${() => addLogo(app,
        logo)}>${logo.split('/').at(-1)}</button></li>`)}</ul>` : nothing}
    ${ownFonts(app)}
    ${brand?.fault ? html`<p class="error">brand.json: ${brand.fault}</p>` : nothing}
  </div>`;
}

/** Adds files, one after the other; the first that is too large is asked about. */
export async function take(app, files, at = null) {
  app.store.set({ fileTrouble: '', side: 'files' });
  for (const file of files) {
    if (isFont(file)) {
      offer(app, file);
      return;
    }
    const found = await looked(file, app.state.doc, app.state.limits);
    if (found.refused) app.store.set({ fileTrouble: found.refused });
    else if (found.image) app.show({ kind: 'shrink', file, at, ...found });
    else await send(app, file.name, found.blob, at);
  }
}

/** Sends a picture at the size that is enough. */
export async function shrink(app) {
  const { file, image, to, at } = app.state.dialog;
  app.show(null);
  await send(app, file.name, await redrawn(image, to), at);
}

async function addLogo(app, logo) {
  app.store.set({ fileTrouble: '' });
  await sent(app, { logo }, null);
}

async function send(app, name, blob, at) {
  await sent(app, { name, data: await base64(blob) }, at);
}

async function sent(app, body, at) {
  try {
    const told = await app.api.json('/assets', body);
    app.boot.assets = told.assets;
    app.say(`${told.path} is there`);
    app.store.set({ fileTrouble: '' });
    place(app, told, at);
  } catch (failed) {
    app.store.set({ fileTrouble: failed.message });
  }
}

// A new layer in the picture's own shape, at a place or in the middle.
function place(app, asset, at = null) {
  app.store.run(`Add ${asset.path}`, (doc) => {
    const size = sizeOf(doc);
    const layer = newLayer('image', size, { assets: [asset.path], taken: [] });
    const shape = asset.width ? asset.width / asset.height : 1;
    const wide = Math.min(asset.width ?? size.width, size.width * 0.6, size.height * 0.8 * shape);
    const [width, height] = [Math.max(8, Math.round(wide)), Math.max(8, Math.round(wide / shape))];
    const middle = at ?? { x: size.width / 2, y: size.height / 2 };
    const box = fitted({ x: Math.round(middle.x - width / 2), y: Math.round(middle.y - height / 2), width, height }, size);
    return add(doc, [{ ...layer, box: [box.x, box.y, box.width, box.height] }]);
  });
}

/** Files that are dropped on the canvas become layers where they were dropped. */
export function dropped(app) {
  return {
    over: (event) => {
      if ([...event.dataTransfer.types].includes('Files')) event.preventDefault();
    },
    drop: (event) => {
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      const { view } = app.state;
      const box = event.currentTarget.getBoundingClientRect();
      const at = { x: (event.clientX - box.left - view.x) / view.zoom, y: (event.clientY - box.top - view.y) / view.zoom };
      take(app, [...event.dataTransfer.files], at);
    },
  };
}
