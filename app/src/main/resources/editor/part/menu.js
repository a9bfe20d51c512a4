import { html } from 'lit-html';
import { icon } from './icons.js';

/** A button that opens a list of commands: [{words, keys, run, icon, off}] or null for a line between. */
export function menu({ label, face, items, side = 'left', id }) {
  return html`<details class="menu ${side}" id=${id ?? ''} @toggle=${opened} @keydown=${walk} @focusout=${left}>
    <summary aria-label=${label} title=${label}>${face}</summary>
    <div class="list" role="group" aria-label=${label}>
      ${items.map((item) =>
        item === null
          ? html`<hr />`
          : html` <button
              type="button"
              ?disabled=${item.off}
              aria-pressed=${item.chosen === undefined ? null : item.chosen ? 'true' : 'false'}
              @click=${(event) => {
                close(event.currentTarget.closest('details'));
                item.run();
              }}
            >
              ${item.icon ? icon(item.icon) : ''}<span>${item.words}</span>${item.keys ? html`<kbd>${item.keys}</kbd>`
                : ''}
            </button>`,
      )}
    </div>
  </details>`;
}

function close(details) {
  details.open = false;
}

function left(event) {
  if (!event.currentTarget.contains(event.relatedTarget) && event.relatedTarget) close(event.currentTarget);
}

// One is open at a time, and a press elsewhere closes it.
function opened(event) {
  const details = event.target;
  if (!details.open) return;
  const away = (press) => {
    if (details.contains(press.target)) return;
    close(details);
    removeEventListener('pointerdown', away, true);
  };
  addEventListener('pointerdown', away, true);
}

function walk(event) {
  const details = event.currentTarget;
  if (event.key === 'Escape' && details.open) {
    close(details);
    details.querySelector('summary').focus();
    event.stopPropagation();
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const buttons = [...details.querySelectorAll('.list button:not([disabled]), .list input')];
  if (!details.open || !buttons.length) return;
  event.preventDefault();
  event.stopPropagation();
  const at = buttons.indexOf(document.activeElement);
  buttons.at((at + (event.key === 'ArrowDown' ? 1 : at < 0 ? 0 : -1)) % buttons.length).focus();
}
