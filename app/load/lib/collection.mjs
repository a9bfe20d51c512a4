// Collections of many templates, made of the shipped ones with other colors and words, below the repository's target folder.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { repository } from './places.mjs';

const SHIPPED = `${repository}/templates`;

/** The ids of the shipped templates, in order. */
export const shipped = readdirSync(SHIPPED, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name).sort();

/** A folder with a number of templates; made once. */
export function collection(count) {
  const folder = `${repository}/app/target/collections/${count}`;
  if (existsSync(`${folder}/.complete`)) {
    return folder;
  }
  rmSync(folder, { recursive: true, force: true });
  for (let number = 0; number < count; number++) {
    const id = shipped[number % shipped.length];
    copy(id, `${folder}/${number < shipped.length ? id : `${id}-${number}`}`, number);
  }
  writeFileSync(`${folder}/.complete`, '');
  return folder;
}

function copy(id, target, number) {
  mkdirSync(target, { recursive: true });
  cpSync(`${SHIPPED}/${id}`, target, { recursive: true });
  if (number < shipped.length) {
    return;
  }
  const file = `${target}/template.json`;
  const text = readFileSync(file, 'utf8')
    .replace(/#([0-9a-fA-F]{6})\b/g, (whole, hex) => `#${turned(hex, number)}`)
    .replace(/"title": "([^"]*)"/, (whole, title) => `"title": "${title} ${number}"`);
  writeFileSync(file, text);
}

/** Another color of nearly the same lightness, so that contrast stays. */
function turned(hex, number) {
  const channels = [0, 2, 4].map(at => parseInt(hex.slice(at, at + 2), 16));
  const moved = channels.map((value, index) => Math.max(0, Math.min(255, value + ((number * (index + 3)) % 17) - 8)));
  return moved.map(value => value.toString(16).padStart(2, '0')).join('');
}

/** The query of a template's first sample, with another name, in whichever field the template has it. */
export function query(folder, id, name) {
  const [sample] = Object.values(JSON.parse(readFileSync(`${folder}/${id}/samples.json`, 'utf8')));
  const values = { ...(sample.values ?? sample), name };
  if (values.first_name) {
    values.first_name = name;
  }
  return new URLSearchParams(Object.entries(values).filter(([field]) => !field.startsWith('$'))).toString();
}
