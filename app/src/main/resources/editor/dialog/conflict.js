import { html, nothing } from 'lit-html';
import { modal } from './modal.js';

/** Another tab or person saved: both pictures, what differs, and the choice. Nothing is lost either way. */
export function conflict(app) {
  const { dialog } = app.state;
  const { theirs, differences } = dialog;
  const picture = (key, title, note) =>
    html`<figure>
      <figcaption><strong>${title}</strong> ${note}</figcaption>
      <div class="frame-of">
        ${app.cases.picture(`conflict ${key}`, { template: key === 'mine' ? app.state.doc : theirs.json,
          values: app.state.values }) ?? html`<p class="wait">Drawing…</p>`}
      </div>
    </figure>`;
  return modal({
    kind: 'conflict',
    title: 'This draft was changed elsewhere',
    size: 'wide',
    close: undefined,
    body: html`<p class="lead">
        Another tab or person saved it while you worked here. Nothing is overwritten until you choose.
      </p>
      <div class="two">
        ${picture('mine', 'Yours', 'in this tab')}${picture('theirs', 'Theirs', theirs.savedAt
          ? `saved ${time(theirs.savedAt)}` : '')}
      </div>
      ${
        differences?.length
          ? html`<h3>What differs</h3>
              <div class="differs" tabindex="0" role="region" aria-label="What differs">
                <table>
                  <thead>
                    <tr>
                      <th>Place</th>
                      <th>Yours</th>
                      <th>Theirs</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${differences.slice(0, 40).map(
                      (each) =>
                        html`<tr>
                          <th scope="row"><code>${each.path}</code></th>
                          <td>${shown(each, 'mine')}</td>
                          <td>${shown(each, 'theirs')}</td>
                        </tr>`,
                    )}
                  </tbody>
                </table>
              </div>`
          : nothing
      }
      <footer>
        <span class="grow">Undo brings the other one back.</span>
        <button type="button" class="plain" id="take-theirs" @click=${() => app.takeTheirs()}>Take theirs</button>
        <button type="button" class="primary" id="keep-mine" @click=${() => app.keepMine()}>Keep mine</button>
      </footer>`,
  });
}

function shown(difference, side) {
  if (!(side in difference)) return '—';
  const text = JSON.stringify(difference[side]);
  return html`<code>${text.length > 60 ? `${text.slice(0, 60)}…` : text}</code>`;
}

export const time = (instant) => new Date(instant).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
