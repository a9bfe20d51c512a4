// Seeded recipients, each name once: node recipients.mjs COUNT > recipients.tsv
// About 74 % plain Latin names from many countries, 20 % accented, 3 % Cyrillic or Greek, 3 % long and double-barrelled.
// Scripts that the shipped fonts do not draw, and emoji, are left out for every engine alike.
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import * as words from './words.mjs';

const CODE_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const INITIALS = 'ABCDEFGHIJKLMNOPRSTVWZ';
const CODE_LENGTH = 16;
const SEED = 20240607;

/** Numbers in [0, 1) by mulberry32. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** So many recipients: name, company, and a ticket's id. */
export function recipients(count) {
  const random = generator(SEED);
  const pick = list => list[Math.floor(random() * list.length)];
  const seen = new Set();
  const all = [];
  while (all.length < count) {
    const name = unseen(fullName(random, pick), seen, random, pick);
    if (!seen.has(name)) {
      seen.add(name);
      const id = Array.from({ length: CODE_LENGTH }, () => pick(CODE_LETTERS)).join('');
      all.push({ name, company: `${pick(words.companies)} ${pick(words.branches)}`, id });
    }
  }
  return all;
}

function fullName(random, pick) {
  const kind = random();
  if (kind < 0.74) {
    return `${pick(words.given)} ${pick(words.family)}`;
  }
  if (kind < 0.94) {
    const accented = random();
    const given = accented < 0.75 ? words.givenAccented : words.given;
    const family = accented < 0.5 || accented >= 0.75 ? words.familyAccented : words.family;
    return `${pick(given)} ${pick(family)}`;
  }
  if (kind < 0.97) {
    return `${pick(words.givenOtherScripts)} ${pick(words.familyOtherScripts)}`;
  }
  return `${pick(words.given)}-${pick(words.givenAccented)} ${pick(words.family)}-${pick(words.familyAccented)}`;
}

/** The name, with middle initials where it has been given before. */
function unseen(name, seen, random, pick) {
  if (!seen.has(name)) {
    return name;
  }
  const initials = pick(INITIALS) + (random() < 0.4 ? pick(INITIALS) : '');
  const [first, ...rest] = name.split(' ');
  return `${first} ${initials}. ${rest.join(' ')}`;
}

/** Recipients from a file that this script wrote. */
export function readRecipients(file) {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map(line => {
    const [name, company, id] = line.split('\t');
    return { name, company, id };
  });
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const lines = recipients(Number(argv[2] || 2000)).map(({ name, company, id }) => `${name}\t${company}\t${id}\n`);
  process.stdout.write(lines.join(''));
}
