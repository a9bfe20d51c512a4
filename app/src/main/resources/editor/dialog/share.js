import { html, nothing } from 'lit-html';
import { modal } from './modal.js';
import { select } from '../inspect/controls.js';

/** A link for the person who approves the draft: it shows everything, changes nothing, and ends by itself. */
export function share(app) {
  const { days = 7, link, ends, why, copied } = app.state.dialog;
  const show = (part) => app.show({ ...app.state.dialog, kind: 'share', ...part });
  const make = async () => {
    show({ why: '' });
    try {
      if (!(await app.drafts.save())) throw new Error(app.state.saving.why || 'The draft could not be saved yet.');
      const told = await app.api.json('/link', { days });
      show({ link: new URL(told.path, location.href).href, ends: told.expires, copied: false });
    } catch (failed) {
      show({ why: failed.message });
    }
  };
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => show({ copied: true }),
      () => document.getElementById('share-link').select(),
    );
  return modal({
    kind: 'share',
    title: 'A link to approve it',
    close: () => app.show(null),
    body: html`<p class="lead">
        Whoever has the link sees this draft as it is saved, with its samples, edge cases and findings. They need no
        account and can change nothing.
      </p>
      <div class="share">
        ${
          link
            ? html`<label class="line tall"
                ><span>Valid until ${new Date(ends).toLocaleString()}</span
                ><input id="share-link" type="text" readonly .value=${link} @focus=${(event) => event.target.select()}
              /></label>`
            : select({
                label: 'It ends after',
                id: 'share-days',
                value: days,
                options: [1, 3, 7, 14, 30].map((each) => ({ value: each, words: each === 1 ? '1 day'
                  : `${each} days` })),
                change: (to) => show({ days: to }),
              })
        }
        ${why ? html`<p class="error" role="alert">${why}</p>` : nothing}
      </div>
      <footer>
        <span class="grow" role="status">${copied ? 'Copied' : nothing}</span>
        ${link ? html`<a class="plain" id="share-open" href=${link} target="_blank" rel="noreferrer">Look at it</a
          ><button type="button" class="primary" id="share-copy" @click=${copy}>Copy</button>` : html`<button
            type="button" class="primary" id="share-make" @click=${make}>Make the link</button>`}
      </footer>`,
  });
}
