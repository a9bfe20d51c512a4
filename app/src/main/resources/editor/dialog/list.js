import { html, nothing } from 'lit-html';
import { modal } from './modal.js';

/** The longest list that is sent, in bytes, as the server has it. */
const MOST = 2 << 20;

/** Takes a list that is pasted, dropped or chosen; its worst rows come into the strip. */
export function list(app) {
  const { busy, why } = app.state.dialog;
  const send = async (text) => {
    if (!text.trim()) return;
    const bytes = new Blob([text]).size;
    if (bytes > MOST) {
      app.show({ kind: 'list', why: tooLarge(bytes) });
      return;
    }
    app.show({ kind: 'list', busy: true });
    const refused = await app.strip.take(text);
    if (app.state.dialog?.kind === 'list') app.show(refused ? { kind: 'list', why: refused } : null);
  };
  const file = async (chosen) => {
    if (!chosen) return;
    if (chosen.size > MOST) app.show({ kind: 'list', why: tooLarge(chosen.size) });
    else await send(await chosen.text());
  };
  return modal({
    kind: 'list',
    title: 'Your list',
    close: () => app.show(null),
    body: html`<p class="lead">
        Paste rows from a spreadsheet, headings first. The worst eight come into the strip; the list is not kept.
      </p>
      <div class="paste">
        <textarea
          id="list-text"
          aria-label="Rows, headings first"
          spellcheck="false"
          autofocus
          placeholder="first_name,city&#10;Maria,Łódź"
          ?disabled=${busy}
          @paste=${(event) => {
            event.preventDefault();
            send(event.clipboardData.getData('text/plain'));
          }}
          @drop=${(event) => {
            event.preventDefault();
            file(event.dataTransfer.files[0]);
          }}
        ></textarea>
        ${why ? html`<p class="error" role="alert">${why}</p>` : nothing}
      </div>
      <footer>
        <label class="plain"
          >Choose a file<input
            class="sr"
            type="file"
            id="list-file"
            accept=".csv,.tsv,.txt,.jsonl,text/csv"
            @change=${(event) => file(event.target.files[0])}
        /></label>
        <span class="grow">${busy ? 'Every row is set…' : nothing}</span>
        <button
          type="button"
          class="primary"
          id="list-send"
          ?disabled=${busy}
          @click=${() => send(document.getElementById('list-text').value)}
        >
          Show the worst rows
        </button>
      </footer>`,
  });
}

const tooLarge = (bytes) =>
  `The list has ${(bytes / 1_000_000).toFixed(1)} MB; 2 MB are read here. Paste some thousand rows of it, or audit all `
  + 'of it with nameplate audit.';
