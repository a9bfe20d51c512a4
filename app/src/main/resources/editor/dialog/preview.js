import { html, nothing } from 'lit-html';
import { modal } from './modal.js';
import { place } from '../part/place.js';

const PHONE = 320;
const SIDE = 16;

/** The picture as it arrives: on a phone, in a dark mail, and where pictures are not shown. */
export function preview(app) {
  const { state } = app;
  const { doc, values, at, alt } = state;
  const body = { template: doc, values, ...(at ? { at } : {}), scale: 2 };
  const key = JSON.stringify(body);
  const phone = app.cases.picture(`phone ${key}`, body);
  const dark = app.cases.picture(`dark ${key}`, body);
  const width = Math.min(PHONE - SIDE * 2, doc.width);
  const height = Math.round((width * doc.height) / doc.width);
  const frame = (picture) =>
    typeof picture === 'string' ? html`<p class="error">${picture}</p>` : (picture ?? html`<span
      class="wait">Drawing…</span>`);
  const mail = (kind, title, hint, inner) =>
    html`<figure class="mail ${kind}" ${place({ width: PHONE })}>
      <figcaption><strong>${title}</strong> ${hint}</figcaption>
      <div class="letter"><i></i><i></i><div class="shown" ${place({ width, height })}>${inner}</div><i></i><i></i><i></i></div>
    </figure>`;
  const quiet = (picture) => {
    if (picture instanceof Image) picture.alt = alt;
    return frame(picture);
  };
  return modal({
    kind: 'preview',
    size: 'broad',
    title: `In the mail${state.sample ? `: ${state.sample}` : ''}`,
    close: () => {
      app.cases.clear();
      app.show(null);
    },
    body: html`<div class="mails">
        ${mail('phone', 'Phone', '320 px wide', quiet(phone))}
        ${mail('dark', 'Dark mail', 'pictures keep their colors', quiet(dark))}
        ${mail('off', 'Pictures off', 'the alternative text', html`<span class="alt">${alt || nothing}</span>`)}
      </div>
      ${alt ? nothing : html`<p class="error lead">There is no alternative text: whoever does not see pictures sees nothing.
        Write it under “About”, with nothing selected.</p>`}`,
  });
}
