import { html, nothing } from 'lit-html';
import { place, once } from '../part/place.js';
import { decoded } from '../server/picture.js';

/** The fonts, each name drawn by the renderer in its own letters: one picture holds them all. */

const ROW = 34;
const WIDTH = 232;
const sheets = new Map();

function inkOf(app) {
  const [red, green, blue] = getComputedStyle(document.body).color.match(/\d+/g).map(Number);
  const hex = `#${[red, green, blue].map((each) => each.toString(16).padStart(2, '0')).join('')}`;
  const key = `${hex} ${app.boot.fonts.length}`;
  if (!sheets.has(key)) sheets.set(key, drawn(app, key, hex));
  return key;
}

// The brand's families stand first.
function ordered({ fonts, brand }) {
  const own = brand?.fonts ?? [];
  return [...fonts.filter((each) => own.includes(each.family)), ...fonts.filter((each) => !own.includes(each.family))];
}

async function drawn(app, key, ink) {
  const fonts = ordered(app.boot);
  const template = {
    width: WIDTH,
    height: ROW * fonts.length,
    background: '#00000000',
    layers: fonts.map(({ family, weights }, at) => ({
      type: 'text',
      box: [0, at * ROW, WIDTH, ROW],
      text: family,
      font: family,
      size: 17,
      minSize: 9,
      color: ink,
      weight: weights.includes(400) ? 400 : weights[0],
    })),
  };
  try {
    const image = await decoded(await app.api.blob('/picture', { template, values: {}, scale: 2, tab: 'fonts' }));
    const canvas = await createImageBitmap(image);
    app.store.set({ fontSheets: new Map([...(app.state.fontSheets ?? []), [key, canvas]]) });
  } catch {
    sheets.delete(key);
  }
}

const paint = (bitmap, at) => (canvas) => {
  canvas.width = WIDTH * 2;
  canvas.height = ROW * 2;
  canvas.getContext('2d').drawImage(bitmap, 0, at * ROW * 2, WIDTH * 2, ROW * 2, 0, 0, WIDTH * 2, ROW * 2);
};

/** Chooses a font by its looks. */
export function fontPicker(app, family, change) {
  const key = app.state.fontMenu ? inkOf(app) : '';
  const ready = app.state.fontSheets?.get(key);
  const name = (each, at) =>
    ready
      ? html`<canvas aria-hidden="true" ${once(paint(ready, at))} ${place({ width: WIDTH, height: ROW })}></canvas
          ><span class="sr">${each.family}</span>`
      : html`<span>${each.family}</span>`;
  return html`<details
    class="menu left fonts"
    @toggle=${(event) => app.store.set({ fontMenu: event.target.open })}
    @keydown=${(event) => event.key === 'Escape' && ((event.currentTarget.open = false), event.stopPropagation())}
  >
    <summary aria-label="Font: ${family}"><span>${family}</span></summary>
    ${
      app.state.fontMenu
        ? html`<div class="list" role="group" aria-label="Fonts">
            ${ordered(app.boot).map(
              (each, at) =>
                html` <button
                  type="button"
                  aria-pressed=${each.family === family ? 'true' : 'false'}
                  @click=${(event) => {
                    event.currentTarget.closest('details').open = false;
                    change(each.family);
                  }}
                >
                  ${name(each, at)}
                </button>`,
            )}
          </div>`
        : nothing
    }
  </details>`;
}
