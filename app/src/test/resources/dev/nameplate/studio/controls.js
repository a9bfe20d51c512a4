/*
 * Uses every control of the inspector once, each with undo and redo behind it. Gives the controls that changed the
 * draft, and what went wrong: a draft that undo or redo did not bring back exactly.
 */
const done = arguments[0];
const draft = () => JSON.stringify(nameplate.state.doc);
const press = (key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true }));

// The page is drawn at once and not at the next frame of the screen, so that hundreds of changes take seconds.
const real = globalThis.requestAnimationFrame;
globalThis.requestAnimationFrame = (draw) => queueMicrotask(() => draw(performance.now()));
const frame = async () => {
  for (let turn = 0; turn < 4; turn++) await undefined;
};
const open = () => document.querySelectorAll('aside.right details.more').forEach((each) => { each.open = true; });

const controls = () => [...document.querySelectorAll(
  'aside.right .scroll :is(input, textarea, select, button)')].filter((each) => !each.disabled && !each.closest('.arrange'));

const nameOf = (each) => each.getAttribute('aria-label') ?? each.closest('label')?.textContent.trim().slice(0, 30) ?? each.textContent.trim();

function use(each) {
  if (each.tagName === 'BUTTON') return each.click();
  if (each.type === 'checkbox') return each.click();
  if (each.tagName === 'SELECT') {
    const other = [...each.options].find((option) => option.value !== each.value && option.value !== '' && option.value !== '*new');
    if (!other) return undefined;
    each.value = other.value;
    return each.dispatchEvent(new Event('change', { bubbles: true }));
  }
  if (each.type === 'color') each.value = '#123456';
  else if (each.classList.contains('hex')) each.value = '#654321';
  else if (each.inputMode === 'decimal' || each.inputMode === 'numeric') {
    const number = Number(each.value || each.placeholder) || 1;
    each.value = String(number > 1 ? number - 1 : number > 0.5 ? number / 2 : number + 0.1);
  } else each.value += ' more';
  each.dispatchEvent(new Event('input', { bubbles: true }));
  return each.dispatchEvent(new Event('change', { bubbles: true }));
}

(async () => {
  const changed = [];
  const wrong = [];
  open();
  for (let at = 0; at < controls().length; at++) {
    const each = controls()[at];
    const name = nameOf(each);
    const before = draft();
    use(each);
    await frame();
    const after = draft();
    if (after === before) continue;
    changed.push(name);
    press('z');
    if (draft() !== before) wrong.push(`${name}: undo`);
    press('y');
    if (draft() !== after) wrong.push(`${name}: redo`);
    press('z');
    await frame();
    if (draft() !== before) wrong.push(`${name}: second undo`);
    open();
  }
  return { changed, wrong };
})().catch((failed) => ({ changed: [], wrong: [String(failed.stack)] })).then((told) => {
  globalThis.requestAnimationFrame = real;
  done(told);
});
