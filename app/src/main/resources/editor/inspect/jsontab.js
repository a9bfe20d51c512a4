import { html, nothing } from 'lit-html';
import { equal } from '../core/json.js';
import { format, lineOf, read } from '../core/jsontext.js';
import { once } from '../part/place.js';

/** The whole template as text, both ways: what is typed is drawn, and what is drawn is written. */
export class JsonTab {
  #app;
  #text = '';
  #doc = null;
  #fault = null;
  #lines = new Map();

  constructor(app) {
    this.#app = app;
  }

  view() {
    const { doc, faults, drawnFaults } = this.#app.state;
    if (doc !== this.#doc) this.#write(doc);
    const found = this.#fault
      ? [this.#fault]
      : known(drawnFaults, faults).map((fault) => ({
          line: lineOf(this.#lines, fault.path),
          message: `${fault.path} ${fault.message}`,
        }));
    const wrong = new Set(found.map((fault) => fault.line));
    const count = this.#text.split('\n').length;
    return html`<div class="json">
      <div class="sheet">
        <pre class="numbers" aria-hidden="true">
${Array.from({ length: count }, (_, at) => html`<span class=${wrong.has(at + 1) ? 'wrong'
  : ''}>${at + 1} </span>`)}</pre>
        <textarea
          id="json"
          aria-label="Template as JSON"
          aria-invalid=${found.length ? 'true' : 'false'}
          aria-describedby="json-faults"
          spellcheck="false"
          autocomplete="off"
          wrap="off"
          .value=${this.#text}
          @input=${(event) => this.#typed(event.target.value)}
          @scroll=${scrolled}
          ${once((element) => {
            element.scrollTop = 0;
          })}
        ></textarea>
      </div>
      <ul id="json-faults" class="faults" aria-live="polite">
        ${found.map((fault) => html`<li><button type="button" @click=${() =>
          this.#goTo(fault.line)}>Line ${fault.line}</button> ${fault.message}</li>`)}
        ${found.length ? nothing : html`<li class="fine">No faults</li>`}
      </ul>
    </div>`;
  }

  // A text that says the same stays as the author writes it.
  #write(doc) {
    this.#doc = doc;
    const now = read(this.#text);
    if (now.value && equal(now.value, doc)) return;
    this.#text = format(doc);
    this.#fault = null;
    this.#lines = read(this.#text).lines ?? new Map();
  }

  #typed(text) {
    this.#text = text;
    const { value, lines, fault } = read(text);
    this.#fault = fault ?? null;
    if (value) {
      this.#lines = lines;
      this.#app.store.run('Edit JSON', (doc) => (equal(value, doc) ? doc : value), 'json');
      this.#doc = this.#app.state.doc;
    }
    this.#app.store.set({ jsonFault: this.#fault });
  }

  #goTo(line) {
    const area = document.getElementById('json');
    const start =
      this.#text
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length + (line > 1 ? 1 : 0);
    const end = this.#text.indexOf('\n', start);
    area.focus();
    area.setSelectionRange(start, end < 0 ? this.#text.length : end);
    area.scrollTop = Math.max(0, (line - 6) * 18);
  }
}

const scrolled = (event) => {
  event.target.previousElementSibling.scrollTop = event.target.scrollTop;
};

/** The faults of a draft: those of the picture where it could not be drawn, else those that saving told. */
export function known(drawn, saved) {
  return drawn?.length ? drawn : (saved ?? []);
}
