import { html, nothing } from 'lit-html';
import { send } from '../panel/fonts.js';
import { modal } from './modal.js';

/** The longest license that is read from a file, in bytes. */
const MOST = 64 << 10;

/** Asks for the license of a font before it is added. */
export function font(app) {
  const { file, license = '', busy, why } = app.state.dialog;
  const part = (more) => app.show({ ...app.state.dialog, ...more });
  const add = async () => {
    part({ busy: true, why: '' });
    const refused = await send(app, file, license);
    if (app.state.dialog?.kind !== 'font') return;
    if (refused) part({ busy: false, why: refused });
    else app.show(null);
  };
  const read = async (chosen) => {
    if (!chosen) return;
    if (chosen.size > MOST) part({ why: `“${chosen.name}” is too long for a license.` });
    else part({ license: await chosen.text(), why: '' });
  };
  return modal({
    kind: 'font',
    title: 'Add a font',
    close: () => app.show(null),
    body: html`<p class="lead">
        “${file.name}” is for this template alone. Paste the license that came with it, or choose its file, such as
        OFL.txt: it is kept beside the font.
      </p>
      <div class="paste">
        <textarea
          id="font-license"
          aria-label="License of the font"
          spellcheck="false"
          autofocus
          .value=${license}
          ?disabled=${busy}
          @input=${(event) => part({ license: event.target.value })}
        ></textarea>
        ${why ? html`<p class="error" role="alert">${why}</p>` : nothing}
      </div>
      <footer>
        <label class="plain"
          >Choose its file<input
            class="sr"
            type="file"
            id="license-file"
            accept=".txt,.md,text/plain"
            @change=${(event) => read(event.target.files[0])}
        /></label>
        <span class="grow"></span>
        <button type="button" class="primary" id="font-send" ?disabled=${busy || !license.trim()} @click=${add}>
          Add the font
        </button>
      </footer>`,
  });
}
