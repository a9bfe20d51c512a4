// The marked sections of a Markdown page.
import { readFileSync, writeFileSync } from 'node:fs';

/** What stands between `<!-- name:begin -->` and `<!-- name:end -->`. */
export function readSection(file, name) {
  const page = readFileSync(file, 'utf8');
  return page.slice(page.indexOf(`<!-- ${name}:begin -->`), page.indexOf(`<!-- ${name}:end -->`));
}

/** Puts a text between `<!-- name:begin -->` and `<!-- name:end -->`. */
export function rewriteSection(file, name, text) {
  const page = readFileSync(file, 'utf8');
  const begin = `<!-- ${name}:begin -->`;
  const end = `<!-- ${name}:end -->`;
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) {
    throw new Error(`${file} has no section ${name}`);
  }
  writeFileSync(file, `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`);
}
