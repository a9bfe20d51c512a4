import { noChange } from 'lit-html';
import { directive, Directive } from 'lit-html/directive.js';

/**
 * The value of a text input, as in html`<input .value=${typed('16')}>`. While it is typed into, it stays as the hand
 * left it: "1." is not turned into "1", and half a color not into the one before. What changes from elsewhere shows.
 */
class Typed extends Directive {
  #last;

  render() {
    return noChange;
  }

  update({ element }, [text]) {
    const held = document.activeElement === element && (text === this.#last || text === element.dataset.put);
    this.#last = text;
    element.dataset.shown = text;
    if (!held) {
      delete element.dataset.put;
      if (element.value !== text) element.value = text;
    }
    return noChange;
  }
}

export const typed = directive(Typed);

/** Remembers what an input has set itself, as its text will be. */
export function putBy(element, value) {
  element.dataset.put = value === undefined ? '' : String(value);
}

/** The text of an input that is left is the value as it is. */
export function settle(event) {
  if (event.target.dataset.shown !== undefined) event.target.value = event.target.dataset.shown;
}
