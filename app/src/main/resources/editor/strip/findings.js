import { entries, find, idAt } from '../core/tree.js';
import { fieldsIn } from '../core/defaults.js';

/** What the check's codes are called where there is little space: [on a badge, in words]. */
const SHORT = {
  'text-cut': ['cut', 'text is cut'],
  'text-small': ['small', 'letters are too small'],
  'contrast-low': ['contrast', 'low contrast'],
  'qr-unreadable': ['no scan', 'the code does not scan'],
  'field-unused': ['unused', 'a field changes nothing'],
  'wording-unreached': ['unused', 'a wording is never used'],
  'fallback-unfit': ['fallback', 'a fallback does not fit'],
  'picture-heavy': ['bytes', 'over the budget of bytes'],
  'asset-oversized': ['large file', 'a picture file is too large'],
  'layer-failed': ['fails', 'a layer cannot be drawn'],
  'alt-missing': ['no alt', 'no alternative text'],
};

/** A finding in a few words. */
export const inShort = (finding) => SHORT[finding.code]?.[1] ?? finding.meaning;

const badge = (look, short, words, extra = {}) => ({ look, short, words, ...extra });

/** What a case's own look shows; of these the check's word counts only while the draft is the one that it saw. */
const OF_CASES = new Set(['text-cut', 'text-small', 'fallback-unfit', 'contrast-low', 'qr-unreadable']);

/** The check's findings, as far as they are not about an earlier draft. */
const current = ({ findings, findingsOf, doc }) =>
  findingsOf === doc ? findings : findings.filter((finding) => !OF_CASES.has(finding.code));

let known = {};

// What belongs to each layer, found out once for each state of draft and findings.
function index(state) {
  const { doc, findings, findingsOf, looks, faults, drawnFaults } = state;
  const of = [doc, findings, findingsOf, looks, faults, drawnFaults];
  if (!known.of?.every((each, at) => each === of[at])) {
    const found = new Map(current(state).map((finding) => [finding.name, finding]));
    for (const look of looks.values()) {
      if (look.doc !== doc) continue;
      for (const finding of look.findings) if (!found.has(finding.name)) found.set(finding.name, finding);
    }
    known = {
      of,
      layers: new Map(entries(doc).map((entry) => [entry.id, entry.layer])),
      findings: Map.groupBy(found.values(), (finding) => idAt(doc, finding.path)),
      faulty: new Set([...(faults ?? []), ...(drawnFaults ?? [])].map((fault) => idAt(doc, fault.path))),
    };
  }
  return known;
}

/**
 * What is to be said of a layer, the worst first: {look, short, words, finding}. look is bad, warned or away. What the
 * canvas shows now comes from its boxes, what other data would show from the check, and until that is done from the
 * strip's cases.
 */
export function badgesOf(state, id) {
  const { layers, findings, faulty } = index(state);
  const layer = layers.get(id);
  if (!layer) return [];
  const told = state.boxes.get(id);
  return [
    ...(faulty.has(id) ? [badge('bad', 'fault', 'Has a fault')] : []),
    ...(findings.get(id) ?? []).map((finding) =>
      badge('bad', SHORT[finding.code]?.[0] ?? finding.code, sentence(finding), { finding }),
    ),
    ...(told ? now(state, layer, told) : []),
  ];
}

const sentence = (finding) => `${finding.case ? `${finding.case}: ` : ''}${finding.what}`;

// What the canvas shows with the values that it has now.
function now(state, layer, told) {
  if (!told.visible) return [badge('away', 'not shown', 'Not shown with this data')];
  const made = [];
  const size = Number(layer.size ?? 16);
  if (told.text?.cut) made.push(badge('warned', 'cut', 'The text is cut now'));
  else if (layer.type === 'text' && told.text && told.text.size < size - 0.05)
    made.push(
      badge('warned', `${Math.round(told.text.size)} px`, `Shrunk from ${size} to ${tenths(told.text.size)} px now`),
    );
  if (outside(state.doc, told.bounds)) made.push(badge('warned', 'outside', 'Reaches outside the picture'));
  for (const name of ownFields(layer)) {
    const read = state.read?.[name];
    if (read?.reason === 'undrawable') made.push(badge('warned', 'glyph', `No font has the letters of ${name}`));
    else if (read && read.state !== 'given' && told.text)
      made.push(badge('note', 'fallback', `${name} is ${read.reason ?? 'left out'}${read.shown
        ? `: “${read.shown}” is drawn` : ''}`));
  }
  return made;
}

const tenths = (number) => Math.round(number * 10) / 10;

const ownFields = (layer) => fieldsIn(layer.type === 'stack' ? { ...layer, children: [] } : layer);

function outside(doc, box) {
  if (!box) return false;
  return box.x < -0.5 || box.y < -0.5 || box.x + box.width > doc.width + 0.5 || box.y + box.height > doc.height + 0.5;
}

/** Everything that is wrong with a case's picture: its own findings, and those that the check names it for. */
export function wrongWith(state, sample, look) {
  const own = look?.findings ?? [];
  const names = new Set(own.map((finding) => finding.name));
  const others = current(state).filter((finding) => finding.case === sample.name && !names.has(finding.name)
    && !NO_DATA.has(finding.code));
  return [...own, ...others];
}

/** Findings that no data shows: they are about the template alone. */
const NO_DATA = new Set(['field-unused', 'wording-unreached', 'alt-missing', 'asset-oversized']);

/** Which cases of the strip use each wording of a text: an array of lists of names. */
export function usesOf(app, id) {
  const entry = find(app.state.doc, id);
  const uses = [];
  for (const sample of app.strip.cases) {
    const text = app.strip.lookOf(sample)?.texts?.find((each) => each.path === entry?.path);
    if (text) (uses[text.wording] ??= []).push(sample.name);
  }
  return uses;
}
