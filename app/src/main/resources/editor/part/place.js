import { noChange } from 'lit-html';
import { directive, Directive } from 'lit-html/directive.js';

/**
 * Sets properties of an element's style, as in html`<div ${place({ left: 3 })}>`; numbers are pixels. It goes through
 * element.style, which a strict policy allows where a style attribute is none.
 */
class Place extends Directive {
  #last = {};

  render() {
    return noChange;
  }

  update(part, [style]) {
    for (const key of Object.keys(this.#last)) if (!(key in style)) part.element.style.removeProperty(dashed(key));
    for (const [key, value] of Object.entries(style)) {
      if (this.#last[key] !== value)
        part.element.style.setProperty(dashed(key), typeof value === 'number' ? `${value}px` : value);
    }
    this.#last = style;
    return noChange;
  }
}

const dashed = (key) => (key.startsWith('--') ? key : key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));

export const place = directive(Place);

/** Calls a function with the element once it is in the page. */
class Once extends Directive {
  #done = false;

  render() {
    return noChange;
  }

  update(part, [act]) {
    if (!this.#done) {
      this.#done = true;
      queueMicrotask(() => act(part.element));
    }
    return noChange;
  }
}

export const once = directive(Once);
