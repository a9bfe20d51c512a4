import { html } from 'lit-html';
import { COMMANDS, shownKeys } from '../keys.js';
import { modal } from './modal.js';

/** Every key, from the table that the keys themselves come from. */
export function help(app) {
  return modal({
    kind: 'help',
    title: 'Keyboard',
    size: 'wide',
    close: () => app.show(null),
    body: html`<div class="help" tabindex="0" role="region" aria-label="Keys">
      ${COMMANDS.map(
        ([title, commands]) =>
          html`<section>
            <h3>${title}</h3>
            <dl>
              ${commands.map(
                (command) =>
                  html` <div>
                    <dt>${shownKeys(command).map((key) => html`<kbd>${SIGNS[key] ?? key}</kbd>`)}</dt>
                    <dd>${command.words}</dd>
                  </div>`,
              )}
            </dl>
          </section>`,
      )}
    </div>`,
  });
}

const SIGNS = { Up: '↑', Down: '↓', Left: '←', Right: '→', Arrows: '← ↑ → ↓' };
