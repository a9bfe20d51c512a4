import { html, nothing, render } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { place } from './part/place.js';

/** The page that begins a template: a name, and a size or a template to begin with. */

const boot = JSON.parse(document.getElementById('bootstrap').textContent);
const state = {
  name: '',
  id: null,
  from: `size ${boot.sizes[0].key}`,
  width: 600,
  height: 320,
  why: '',
  free: null,
  signIn: false,
  busy: false,
};

/** An id made of a name: small letters, digits and hyphens. */
export function idOf(name) {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9/]+/g, '-')
    .replace(/^[-/]+|[-/]+$/g, '')
    .slice(0, boot.id.maxLength);
}

function set(part) {
  Object.assign(state, part);
  draw();
}

async function begin(event) {
  event.preventDefault();
  const [kind, key] = state.from.split(/ (.*)/s);
  const base =
    kind === 'from'
      ? { from: key }
      : kind === 'own'
        ? { width: Number(state.width), height: Number(state.height) }
        : { size: key };
  set({ busy: true, why: '', free: null, signIn: false });
  try {
    const answer = await fetch('/new', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: state.name.trim(), id: state.id ?? idOf(state.name), ...base }),
    });
    const told = await answer.json().catch(() => ({}));
    if (answer.ok) location.assign(told.edit);
    else if (answer.status === 401) set({ busy: false, signIn: true,
      why: 'Your session has ended.' });
    else set({ busy: false, why: told.detail ?? `The server answers ${answer.status}.`, free: told.free ?? null });
  } catch {
    set({ busy: false, why: 'The server does not answer. Try again in a moment.' });
  }
}

const small = ({ width, height }) => {
  const share = 64 / Math.max(width, height);
  return { width: Math.round(width * share), height: Math.round(height * share) };
};

function choice(value, face, words, note) {
  return html`<label
    ><input
      type="radio"
      name="from"
      value=${value}
      .checked=${live(state.from === value)}
      @change=${() => set({ from: value })}
    />${face}<span>${words}<small>${note}</small></span></label
  >`;
}

function draw() {
  const id = state.id ?? idOf(state.name);
  render(
    html`<form class="start" @submit=${begin}>
      <header><h1>New template</h1></header>
      <div class="naming">
        <label
          >Name<input
            id="name"
            type="text"
            autocomplete="off"
            required
            autofocus
            placeholder="Spring sale"
            .value=${live(state.name)}
            @input=${(event) => set({ name: event.target.value, why: '' })}
        /></label>
        <button class="primary" id="begin" type="submit" ?disabled=${state.busy || !id}>
          ${state.busy ? 'One moment…' : 'Begin'}
        </button>
        <p class="address">
          ${
            state.id === null
              ? html`${id ? html`Its address: <code>/i/${id}.png</code> <button type="button" class="link"
                @click=${() => set({ id })}>Change</button>` : 'Its address is made of the name.'}`
              : html`<label for="id">Its id</label
                  ><input
                    id="id"
                    type="text"
                    spellcheck="false"
                    autocomplete="off"
                    .value=${live(state.id)}
                    @input=${(event) => set({ id: event.target.value, why: '' })}
                  />`
          }
        </p>
        ${state.why ? html`<p class="address error" role="alert">${state.why} ${state.free ? html`<button
          type="button" class="link" @click=${() => set({ id: state.free, why: '',
            free: null })}>Use ${state.free}</button>` : nothing} ${state.signIn ? html`<a href="/login?to=/new"
              target="_blank" rel="noopener">Sign in</a> in another tab, then begin here.` : nothing}</p>` : nothing}
      </div>
      <fieldset>
        <h2 id="sizes">Begin with a size</h2>
        <div class="sizes" role="radiogroup" aria-labelledby="sizes">
          ${boot.sizes.map((size) => choice(`size ${size.key}`, html`<i ${place(small(size))}></i>`, size.name,
            `${size.width} × ${size.height}`))}
          ${choice('own', html`<i ${place({ width: 48, height: 48 })}></i>`, 'Own size',
            `${state.width} × ${state.height}`)}
        </div>
        ${state.from === 'own' ? html`<p class="own"><input type="text" inputmode="numeric"
          aria-label="Width in pixels" .value=${live(String(state.width))} @input=${(event) =>
            set({ width: event.target.value })} /> × <input type="text" inputmode="numeric"
              aria-label="Height in pixels" .value=${live(String(state.height))} @input=${(event) =>
                set({ height: event.target.value })} /> pixels</p>` : nothing}
      </fieldset>
      ${
        boot.templates.length
          ? html`<fieldset>
              <h2 id="templates">Or with a template</h2>
              <div class="begin" role="radiogroup" aria-labelledby="templates">
                ${boot.templates.map((template) => choice(`from ${template.id}`, html`<img src=${template.picture}
                  width=${template.width} height=${template.height} alt="" loading="lazy" />`, template.title,
                    `${template.width} × ${template.height}`))}
              </div>
            </fieldset>`
          : nothing
      }
    </form>`,
    document.getElementById('app'),
  );
}

draw();
