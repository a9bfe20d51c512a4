/** JSON as text: written so that people can read it, and read so that every place has a line. */

const WIDTH = 100;

/** A template as text; what fits stands on one line. */
export function format(value, indent = '') {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const short = inline(value);
  if (indent !== '' && short.length + indent.length <= WIDTH) return short;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return value.length ? `[\n${value.map((each) => inner + format(each, inner)).join(',\n')}\n${indent}]` : '[]';
  }
  const members = Object.entries(value).filter(([, each]) => each !== undefined);
  return members.length
    ? `{\n${members.map(([key, each]) => `${inner}${JSON.stringify(key)}: ${format(each,
      inner)}`).join(',\n')}\n${indent}}`
    : '{}';
}

function inline(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  const members = Object.entries(value).filter(([, each]) => each !== undefined);
  return members.length
    ? `{${members.map(([key, each]) => `${JSON.stringify(key)}: ${inline(each)}`).join(', ')}}`
    : '{}';
}

const TOKEN =
  /\s*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

/**
 * Reads a text: {value, lines} where lines tells of each path, such as $.layers[2].size, the line it begins on, from 1;
 * or {fault: {line, message}}.
 */
export function read(text) {
  const lines = new Map();
  let at = 0;
  const lineAt = (offset) => text.slice(0, offset).split('\n').length;
  const fail = (message, offset = at) => {
    throw Object.assign(new SyntaxError(message), { line: lineAt(offset) });
  };
  const next = () => {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found) {
      const rest = text.slice(at).trimStart();
      fail(
        rest ? `Here stands ${JSON.stringify(rest.slice(0, 12))}, which is no JSON.` : 'The text ends too early.',
        text.length - rest.length,
      );
    }
    at = TOKEN.lastIndex;
    return found;
  };
  const value = (path, token) => {
    lines.set(path, lineAt(at - token[0].trimStart().length));
    if (token[1] === '{') return object(path);
    if (token[1] === '[') return list(path);
    if (token[1]) fail(`A value is missing before ${token[1]}.`, at - 1);
    return JSON.parse(token[2] ?? token[3]);
  };
  const object = (path) => {
    const made = {};
    for (let token = next(), first = true; token[1] !== '}'; token = next(), first = false) {
      if (!first) {
        if (token[1] !== ',') fail('A comma is missing.', at - token[0].trimStart().length);
        token = next();
      }
      if (!token[2]) fail('A key in quotation marks is missing.', at - token[0].trimStart().length);
      const key = JSON.parse(token[2]);
      if (Object.hasOwn(made, key)) fail(`The key ${key} stands twice.`);
      if (next()[1] !== ':') fail(`A colon is missing after ${key}.`, at - 1);
      made[key] = value(`${path}.${key}`, next());
    }
    return made;
  };
  const list = (path) => {
    const made = [];
    for (let token = next(), first = true; token[1] !== ']'; token = next(), first = false) {
      if (!first) {
        if (token[1] !== ',') fail('A comma is missing.', at - token[0].trimStart().length);
        token = next();
      }
      made.push(value(`${path}[${made.length}]`, token));
    }
    return made;
  };
  try {
    const made = value('$', next());
    if (text.slice(at).trim()) fail('Something stands after the end.', at + text.slice(at).search(/\S/));
    if (made === null || typeof made !== 'object' || Array.isArray(made))
      return { fault: { line: 1, message: 'A template is an object: { … }.' } };
    return { value: made, lines };
  } catch (fault) {
    if (fault.line === undefined) throw fault;
    return { fault: { line: fault.line, message: fault.message } };
  }
}

/** The line of a path, or of the nearest place around it. */
export function lineOf(lines, path) {
  for (let at = path; at; at = at.replace(/(\.[^.[\]]+|\[[^\]]*\])$/, '')) {
    if (lines.has(at)) return lines.get(at);
    if (!/[.[]/.test(at)) return 1;
  }
  return 1;
}
