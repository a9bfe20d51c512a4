import { html } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import { icon } from '../part/icons.js';
import { once } from '../part/place.js';

/** A dialog over the page; the rest waits. close is called where it is left by Escape or its cross. */
export function modal({ kind, title, body, close, size = '' }) {
  const cancelled = (event) => {
    event.preventDefault();
    close?.();
  };
  return keyed(
    kind,
    html`<dialog
      class=${size}
      aria-labelledby="dialog-title"
      ${once((dialog) => dialog.open || dialog.showModal())}
      @cancel=${cancelled}
      @keydown=${(event) => event.stopPropagation()}
    >
      <header>
        <h2 id="dialog-title">${title}</h2>
        ${close ? html`<button type="button" class="tool" aria-label="Close" title="Close"
          @click=${close}>${icon('close')}</button>` : ''}
      </header>
      ${body}
    </dialog>`,
  );
}
