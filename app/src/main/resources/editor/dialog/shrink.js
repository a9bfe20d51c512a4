import { html } from 'lit-html';
import { shrink as smaller } from '../panel/files.js';
import { modal } from './modal.js';

/** Offers a picture that is too large at the size that is enough. */
export function shrink(app) {
  const { why, to } = app.state.dialog;
  return modal({
    kind: 'shrink',
    title: 'A smaller picture is enough',
    close: () => app.show(null),
    body: html`<p class="lead">
        ${why}. ${to.width} × ${to.height} pixels are sharp at 2x wherever it stands. It is sent as PNG or JPEG, whichever is
        smaller.
      </p>
      <footer>
        <span class="grow"></span>
        <button type="button" class="plain" @click=${() => app.show(null)}>Leave it</button>
        <button type="button" class="primary" id="shrink" autofocus @click=${() => smaller(app)}>Use the smaller one</button>
      </footer>`,
  });
}
