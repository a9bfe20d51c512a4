import { html } from 'lit-html';
import { renamedIn } from '../core/samples.js';
import { tool } from '../inspect/controls.js';

/** The template's samples: what the review, the check and whoever opens the template's page look at. */
export function samplesPart(app) {
  const { samples, sample, values } = app.state;
  const free = Object.keys(values).length > 0;
  return html`<section class="samples" aria-label="Samples">
    <h3>Samples</h3>
    <ul>
      ${samples.map(
        ({ name }) =>
          html`<li>
            <button
              type="button"
              class="link"
              aria-pressed=${name === sample ? 'true' : 'false'}
              title="Show the picture with ${name}"
              @click=${() => app.useSample(name)}
            >
              ${name}</button
            >${tool({ label: `Remove sample ${name}`, drawn: 'close', run: () => remove(app, name) })}
          </li>`,
      )}
    </ul>
    <form
      class="adder"
      @submit=${(event) => {
        event.preventDefault();
        const name = event.target.elements.sample.value.trim();
        if (!name) return app.say('A sample needs a name');
        event.target.elements.sample.value = '';
        return keep(app, name);
      }}
    >
      <input
        id="sample-name"
        name="sample"
        type="text"
        maxlength="60"
        autocomplete="off"
        aria-label="Name of the sample"
        placeholder="Name of the sample"
      /><button type="submit" class="plain" id="keep-sample" ?disabled=${!free}>Keep</button>
    </form>
    <p class="hint">Keeps the values above. The review before publishing draws each sample, before and after.</p>
  </section>`;
}

// The values that are shown, as a sample; one of the same name has them from then on.
function keep(app, name) {
  const { samples, values, at } = app.state;
  const made = { name, values: { ...values }, at: at ?? null };
  const there = samples.findIndex((each) => each.name === name);
  save(app, there < 0 ? [...samples, made] : samples.with(there, made));
  app.store.set({ sample: name });
  app.say(`${name} is a sample`);
}

function remove(app, name) {
  save(app, app.state.samples.filter((each) => each.name !== name));
  if (app.state.sample === name) app.store.set({ sample: '' });
}

/** Lets samples follow a field's other name. */
export function followNames(app, before, after) {
  const samples = before === after ? null : renamedIn(app.state.samples, before, after);
  if (samples) save(app, samples);
}

function save(app, samples) {
  app.store.set({ samples });
  app.drafts.saveSamples(samples);
}
