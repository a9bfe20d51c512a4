import { html, noChange, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { nameOf } from '../core/defaults.js';
import { find, idAt } from '../core/tree.js';
import { icon } from '../part/icons.js';
import { menu } from '../part/menu.js';
import { badgesOf, inShort, wrongWith } from './findings.js';

/** The strip under the canvas: the draft with the data that embarrasses a brand, and what became of it in words. */
export function stripPanel(app) {
  const { state, strip } = app;
  // A drag has the frame to itself.
  if (state.gesture) return noChange;
  const cases = strip.cases;
  return html`<section class="strip" aria-label="Edge cases">
    <header>
      <h2>${state.list ? `Worst of ${state.list.rows} rows` : 'Edge cases'}</h2>
      ${state.list ? html`<button type="button" class="link" id="list-away" @click=${() => app.store.set({
        list: null })}>Back to edge cases</button>` : chooser(app, cases)}
      <button type="button" class="link" id="list-paste" @click=${() => app.show({ kind: 'list' })}>
        ${state.list ? 'Another list' : 'Your list…'}
      </button>
      <button type="button" class="link" id="preview" @click=${() => app.show({ kind: 'preview' })}>In the mail…</button>
      ${findings(app)}
    </header>
    <ul>
      ${repeat(
        cases,
        (sample) => sample.name,
        (sample) => card(app, sample),
      )}
    </ul>
  </section>`;
}

function chooser(app, cases) {
  const names = new Set(cases.map((sample) => sample.name));
  return html`<details class="menu up choose-cases" id="choose-cases" @keydown=${(event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.currentTarget.open = false;
    event.currentTarget.querySelector('summary').focus();
  }}>
    <summary aria-label="Choose edge cases">Choose</summary>
    <div class="list" role="group" aria-label="Edge cases in the strip">
      ${app.strip.all.map(
        (sample) =>
          html`<label class="check"
            ><input
              type="checkbox"
              .checked=${names.has(sample.name)}
              @change=${() => app.strip.choose(sample.name)}
            /><span>${sample.name}</span></label
          >`,
      )}
    </div>
  </details>`;
}

// Everything that the check finds, whatever data shows it.
function findings(app) {
  const { state } = app;
  const count = state.findings.length;
  if (state.findingsOf !== state.doc) return html`<span class="told" id="findings">Checking…</span>`;
  if (!count) return html`<span class="told fine" id="findings">${icon('check')}Nothing found</span>`;
  const items = state.findings.map((finding) => ({
    words: `${inShort(finding)}${finding.case ? ` · ${finding.case}` : ''}: ${finding.what}`,
    run: () => goTo(app, finding),
  }));
  return html`<span class="told bad" id="findings">${menu({ label: `Findings: ${count}`, side: 'up right wide',
    face: html`${icon('warn')}<span>${count === 1 ? '1 finding' : `${count} findings`}</span>`, items })}</span>`;
}

/** Shows where a finding is: the layer is selected, and the canvas has the data that shows it. */
export function goTo(app, finding) {
  const id = idAt(app.state.doc, finding.path);
  if (finding.case) app.strip.show({ name: finding.case, values: finding.values });
  if (id !== undefined) app.store.select([id]);
  else if (/^\$\.fields/.test(finding.path)) app.store.set({ side: 'data' });
  else app.store.select([]);
  app.store.set({ tab: 'design' });
}

function card(app, sample) {
  const { state } = app;
  const look = app.strip.lookOf(sample);
  const wrong = wrongWith(state, sample, look);
  const note = wrong.length ? inShort(wrong[0]) : (look?.words[0]?.words ?? '');
  const lines = [...wrong.map((finding) => named(app, finding)), ...(look?.words.map((each) => each.words) ?? [])];
  const verdict = wrong.length ? 'bad' : look ? 'fine' : 'unknown';
  return html`<li>
    <button
      type="button"
      class="case-card ${verdict} ${look && look.doc !== state.doc ? 'old' : ''}"
      data-case=${sample.name}
      data-verdict=${verdict}
      aria-pressed=${sample.name === state.sample ? 'true' : 'false'}
      title=${lines.join('\n')}
      @click=${() => app.strip.show(sample)}
    >
      <span class="thumb">${look?.image ?? nothing}</span>
      <strong>${verdict === 'bad' ? icon('warn') : nothing}<span>${sample.name}</span></strong>
      <small>${note}${wrong.length ? html`<span class="sr">. ${lines.join('. ')}</span>` : nothing}</small>
    </button>
  </li>`;
}

function named(app, finding) {
  const id = idAt(app.state.doc, finding.path);
  return `${id === undefined ? '' : `${nameOf(find(app.state.doc, id).layer)}: `}${finding.what}`;
}

/** The worst that is to be said of a layer, for its row. */
export function rowBadge(app, id) {
  if (app.state.gesture) return noChange;
  const badges = badgesOf(app.state, id);
  const [first] = badges;
  if (!first) return nothing;
  const words = badges.map((each) => each.words).join('\n');
  return html`<span class="badge ${first.look}" title=${words}
    >${first.look === 'bad' || first.look === 'warned' ? icon('warn') : nothing}<span class="off"
      >${first.short}</span
    ><span class="sr">${words}</span></span
  >`;
}

/** All that is to be said of a layer, for its properties. */
export function badgeList(app, id) {
  const badges = badgesOf(app.state, id);
  if (!badges.length) return nothing;
  return html`<ul class="told-of" aria-label="What is wrong">
    ${badges.map(
      (each) =>
        html`<li class=${each.look}>
          ${icon(each.look === 'bad' || each.look === 'warned' ? 'warn' : 'data')}
          ${each.finding?.case ? html`<button type="button" class="link" @click=${() => goTo(app,
            each.finding)}>${each.words}</button>` : html`<span>${each.words}</span>`}
        </li>`,
    )}
  </ul>`;
}
