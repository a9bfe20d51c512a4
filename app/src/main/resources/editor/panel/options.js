import { html, nothing } from 'lit-html';
import { tool } from '../inspect/controls.js';
import { typed } from '../part/typed.js';

/** The options of a choice, each with its look a click away. */
export function options(app, name, field) {
  const list = Array.isArray(field.options) ? field.options : [];
  const put = (next, label) => app.setRoot(['fields', name, 'options'], next, label);
  const fresh = () => {
    let number = list.length + 1;
    while (list.includes(`Option ${number}`)) number++;
    return `Option ${number}`;
  };
  return html`<fieldset class="form-part options">
    <legend>Options</legend>
    ${list.map(
      (option, at) =>
        html`<div class="item">
          <input
            type="text"
            aria-label="Option ${at + 1} of ${name}"
            .value=${typed(option)}
            @change=${(event) => {
              app.renameOption(name, option, event.target.value.trim());
              event.target.value = option;
            }}
          />
          <button
            type="button"
            class="link"
            aria-pressed=${app.state.values[name] === option ? 'true' : 'false'}
            @click=${() => app.setValue(name, option)}
          >
            Show
          </button>
          ${tool({ label: `Remove option ${option}`, drawn: 'close', off: list.length < 2, run: () =>
            put(list.toSpliced(at, 1), 'Remove option') })}
        </div>`,
    )}
    <button type="button" class="link" @click=${() => put([...list, fresh()], 'Add option')}>+ Option</button>
    <p class="hint">
      Colors and pictures of a layer can differ by ${name}${list.length ? nothing : ', once it has options'}: choose “By
      ${name}” at a color.
    </p>
  </fieldset>`;
}
