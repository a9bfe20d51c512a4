import { html, nothing } from 'lit-html';
import { icon } from '../part/icons.js';
import { place } from '../part/place.js';
import { modal } from './modal.js';

/** Before publishing: what changes for recipients, the largest first, and what stands in the way. */
export function review(app) {
  const { dialog } = app.state;
  const body = { working, ready, publishing: ready, done, failed }[dialog.phase](app, dialog);
  const title = dialog.phase === 'done' ? 'Published' : `Publish “${app.state.doc.title || app.boot.id}”`;
  return modal({
    kind: 'review',
    title,
    size: 'full',
    close: dialog.phase === 'publishing' ? undefined : () => app.endReview(),
    body,
  });
}

const working = () =>
  html`<div class="middle">
    <span class="spinner" aria-hidden="true"></span>
    <p role="status">Every sample and edge case is drawn before and after…</p>
  </div>`;

function failed(app, dialog) {
  return html`<div class="middle">
    <p class="error" role="alert">${dialog.why}</p>
    ${(dialog.faults ?? []).map((fault) => html`<p><code>${fault.path}</code> ${fault.message}</p>`)}
    <button type="button" class="plain" @click=${() => app.endReview()}>Back to the canvas</button>
  </div>`;
}

function ready(app, dialog) {
  const { result, at, accepted } = dialog;
  const groups = findings(result.findings);
  const open = groups.filter((group) => !accepted.has(group.name));
  return html`<div class="review">
      <nav aria-label="Changes">
        <h3>
          ${counted(result)}
        </h3>
        ${result.unchanged ? html`<p class="hint">${result.unchanged} stay exactly the same.</p>` : nothing}
        <ul>
          ${result.changes.map(
            (change, index) =>
              html`<li>
                <button
                  type="button"
                  aria-pressed=${index === at ? 'true' : 'false'}
                  @click=${() => app.show({ ...dialog, at: index })}
                >
                  <span>${change.case}</span>
                  ${result.published === null ? nothing : html`<small>${percent(change.share)}</small>`}
                </button>
              </li>`,
          )}
        </ul>
      </nav>
      <div class="compare" tabindex="0" role="region" aria-label="Before and after">
        ${result.changes[at] ? beforeAfter(app, result, result.changes[at]) : html`<div
          class="middle"><p>${result.identical ? 'The draft is what is published already.'
            : 'The file changes, but no picture does.'}</p></div>`}
      </div>
    </div>
    ${
      groups.length
        ? html`<div class="findings">
            <h3>${icon('warn')} To look at first</h3>
            ${groups.map(
              (group) =>
                html`<label class="check"
                  ><input
                    type="checkbox"
                    .checked=${accepted.has(group.name)}
                    @change=${() => app.accept(group.name)}
                  />
                  <span
                    ><b>${group.meaning}</b> ${group.what}
                    <small
                      >${group.cases.slice(0, 3).join(', ')}${group.cases.length > 3
                        ? ` and ${group.cases.length - 3} more` : ''}</small
                    >
                    <em>Accept</em></span
                  ></label
                >`,
            )}
          </div>`
        : nothing
    }
    <footer>
      ${dialog.why ? html`<p class="error grow" role="alert">${dialog.why}</p>` : html`<span
        class="grow">${open.length ? `${open.length} ${open.length === 1 ? 'finding is'
          : 'findings are'} not accepted yet.` : app.boot.readOnly ? 'Git owns the folder: take the files there.'
            : 'Recipients get the new picture at once.'}</span>`}
      <button type="button" class="plain" id="patch" @click=${() => app.download('patch')}>Patch</button>
      <button type="button" class="plain" id="files" @click=${() => app.download('files')}>Files</button>
      ${app.boot.readOnly ? nothing : html`<button type="button" class="primary" id="publish-now"
        ?disabled=${open.length > 0 || dialog.phase === 'publishing' || (result.identical
          && result.published !== null)} @click=${() => app.publish()}>${dialog.phase === 'publishing' ? 'Publishing…'
            : 'Publish'}</button>`}
    </footer>`;
}

function counted({ changes: { length }, published }) {
  if (!length) return 'No picture changes';
  if (published === null) return length === 1 ? 'One new picture' : `${length} new pictures`;
  return length === 1 ? 'One picture changes' : `${length} pictures change`;
}

// A finding of many cases is one question.
function findings(list) {
  const groups = new Map();
  for (const each of list) {
    const known = groups.get(each.name) ?? { name: each.name, meaning: each.meaning, what: each.what, cases: [] };
    groups.set(each.name, { ...known, cases: each.case ? [...known.cases, each.case] : known.cases });
  }
  return [...groups.values()];
}

const percent = (share) => (share < 0.001 ? 'under 0.1 %' : `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`);

function beforeAfter(app, result, change) {
  const asked = { values: change.values, ...(change.at ? { at: change.at } : {}), scale: 1 };
  const { width, height } = app.state.doc;
  const side = (title, key, body) => {
    const picture = app.cases.picture(`${title}: ${change.case} ${result.etag}`, body);
    return html`<figure>
      <figcaption>${title}</figcaption>
      <div class="frame-of">
        ${picture ?? html`<p class="wait">Drawing…</p>`}
        ${change.changed && picture && typeof picture !== 'string' && result.published !== null ? html`<i
          class="changed" ${place({ left: `${(change.changed.x / width) * 100}%`,
            top: `${(change.changed.y / height) * 100}%`, width: `${(change.changed.width / width) * 100}%`,
              height: `${(change.changed.height / height) * 100}%` })}></i>` : nothing}
      </div>
    </figure>`;
  };
  return html`<div class="two ${width > height * 2 ? 'rows' : ''}">
    ${result.published === null ? nothing : side('Before', 'before', { ...asked, saved: 'published' })}
    ${side(result.published === null ? 'New' : 'After', 'after', { ...asked, saved: 'draft' })}
  </div>`;
}

function done(app, { version, earlier }) {
  return html`<div class="middle done">
    <span class="big">${icon('check')}</span>
    <p role="status">Version ${version} is live.</p>
    <p class="links">
      <a class="primary" href="/t/${app.boot.id}">Get the snippet</a
      ><button type="button" class="plain" @click=${() => app.endReview()}>Go on editing</button>
      ${earlier ? html`<button type="button" class="plain" id="go-back" @click=${() =>
        app.restore(earlier)}>Go back to version ${earlier}</button>` : nothing}
    </p>
  </div>`;
}
