/** Makes the template's page answer as one types. Without it the page's own button does the same. */
import { Picture } from './picture.js';

const PAUSE = 120;

/** How often, and after how many milliseconds, the page asks again while the server counts bytes. */
const COUNTS = 10;
const COUNTING = 800;
const form = document.getElementById('studio');
const picture = new Picture(document.getElementById('picture'), document.getElementById('facts'));
let request = new AbortController();
let timer = 0;
let counts = 0;

document.documentElement.classList.add('live');
form.addEventListener('input', later);
form.addEventListener('change', later);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  update();
});
for (const link of document.querySelectorAll('.tries a')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    fill(new URL(link.href).searchParams);
  });
}
for (const button of document.querySelectorAll('[data-copies]')) {
  button.addEventListener('click', () => copy(button.dataset.copies));
}
// Another version may have other fields, so its page is loaded as a whole.
document.getElementById('keep').addEventListener('change', (event) => {
  event.stopPropagation();
  form.submit();
});
update();

function later() {
  clearTimeout(timer);
  timer = setTimeout(update, PAUSE);
}

function fill(values) {
  for (const input of form.querySelectorAll('[data-field]')) {
    input.value = values.get(input.name) ?? '';
  }
  update();
}

/**
 * Loads the page anew with what the form holds now and takes over the parts that have changed. A picture that is there
 * already is not shown again by one that merely asks whether the bytes are counted.
 */
async function update(asking = false) {
  clearTimeout(timer);
  request.abort();
  request = new AbortController();
  const { signal } = request;
  const query = new URLSearchParams(new FormData(form));
  try {
    const answer = await fetch(`${form.action}?${query}`, { signal });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const address = page.getElementById('picture').getAttribute('src');
    const same = asking && document.getElementById('picture').dataset.address === address;
    await Promise.all([same || picture.show(address), take(page)]);
    for (const status of document.querySelectorAll('.copied')) {
      status.textContent = '';
    }
    if (page.querySelector('#formats.counting') && counts < COUNTS) {
      counts += 1;
      timer = setTimeout(update, COUNTING, true);
    }
  } catch (failed) {
    if (failed.name !== 'AbortError') {
      document.getElementById('facts').textContent = 'The server does not answer.';
    }
  }
}

function take(page) {
  for (const old of document.querySelectorAll('[data-live]')) {
    const now = page.getElementById(old.id);
    old.className = now.className;
    old.replaceChildren(...now.cloneNode(true).childNodes);
    for (const name of ['href', 'hidden']) {
      if (now.hasAttribute(name)) {
        old.setAttribute(name, now.getAttribute(name));
      } else {
        old.removeAttribute(name);
      }
    }
  }
  document.getElementById('picture').alt = page.getElementById('picture').alt;
  document.getElementById('maps').hidden = page.getElementById('maps').hidden;
  for (const tag of form.querySelectorAll('[data-tag]')) {
    if (tag !== document.activeElement) {
      tag.value = page.getElementById(tag.id).value;
    }
  }
}

async function copy(id) {
  const code = document.getElementById(id);
  const status = document.getElementById(`${id}-copied`);
  try {
    await navigator.clipboard.writeText(code.textContent);
    status.textContent = 'Copied.';
  } catch {
    getSelection().selectAllChildren(code);
    status.textContent = 'Selected: press Ctrl+C or ⌘C.';
  }
}
