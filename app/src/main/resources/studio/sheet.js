// Shows the worst rows of a pasted CSV. The table is read here; the server sees a row only as the address of its picture.
const MOST_ROWS = 500;
const SHOWN = 20;
const AT_ONCE = 4;
const own = document.getElementById('own');

if (own) {
  own.hidden = false;
  document.getElementById('show').addEventListener('click', show);
}

// RFC 4180, and semicolons or tabs where the first line has more of them.
export function parse(text) {
  const first = text.split('\n', 1)[0];
  const separator = [',', ';', '\t'].sort((a, b) => first.split(b).length - first.split(a).length)[0];
  const rows = [];
  let row = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (quoted && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (letter === '"' && (quoted || cell === '')) {
      quoted = !quoted;
    } else if (!quoted && letter === separator) {
      row.push(cell);
      cell = '';
    } else if (!quoted && letter === '\n') {
      row.push(cell.replace(/\r$/, ''));
      rows.push(row);
      row = [];
      cell = '';
    } else {
      cell += letter;
    }
  }
  if (cell || row.length) rows.push([...row, cell]);
  return rows.filter((each) => each.some((value) => value.trim()));
}

// "First Name" is first_name and FirstName.
function plain(name) {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}

// The field that each column fills, or undefined.
function columns(head) {
  const known = own.dataset.fields.split(';').map((names) => names.split(','));
  return head.map((column) => known.find((names) => names.some((name) => plain(name) === plain(column)))?.[0]);
}

function query(fields, row) {
  const given = fields.flatMap((field, at) => (field ? [[field, row[at] ?? '']] : []));
  return given.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
}

// What of the table the template does not know, and what of the template the table does not have.
function unmatched(head, fields) {
  const unused = head.filter((column, at) => column.trim() && !fields[at]);
  const absent = own.dataset.fields.split(';').map((names) => names.split(',')[0]).filter((field) => !fields.includes(field));
  return (unused.length ? ` Not used: ${unused.join(', ')}.` : '') + (absent.length ? ` Not in your table: ${absent.join(', ')}.` : '');
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

// As people count: "second wording" for 1.
function ordinal(wording) {
  return wording < ORDINALS.length ? `${ORDINALS[wording]} wording` : `wording ${wording + 1}`;
}

// Every text of a picture; "here" is its place among the layers, the same in each row.
function texts(layers, path = '') {
  return layers.flatMap((layer) => {
    const here = path + layer.index;
    const line = layer.size === undefined ? [] : [{ ...layer, here }];
    return [...line, ...texts(layer.children ?? [], `${here}.`)];
  });
}

// The faults of a row, the worst first: the order of nameplate audit.
const FAULTS = ['cut', 'undrawable', 'refused', 'photo', 'unmerged', 'junk', 'invalid', 'shrunk', 'empty', 'fallback', 'wording'];

// The fault of a field without the value that was sent, named as nameplate audit does.
function fault(name, reason) {
  const photo = own.dataset.photos.split(',').includes(name) && (reason === 'invalid' || reason === 'refused');
  return photo ? 'photo' : { missing: 'empty', null: 'fallback' }[reason] ?? reason;
}

// What is wrong with a row: words for people, and how bad each fault is beside others of its kind.
function judge(explained, largest, fields) {
  const lines = [];
  let letters = 0;
  const weights = new Map();
  const add = (fault, weight) => weights.set(fault, (weights.get(fault) ?? 0) + weight);
  for (const [name, field] of Object.entries(explained.fields)) {
    if (!fields.includes(name)) continue;
    if (field.state === 'given') {
      letters += field.arrived?.length ?? 0;
      continue;
    }
    add(fault(name, field.reason), 1);
    lines.push({ words: `${name} ${field.reason ?? 'no data is used'}: ${field.value === null ? 'left out' : `“${field.value}” is drawn`}` });
  }
  for (const text of texts(explained.layers)) {
    const share = text.size / (largest.get(text.here) ?? text.size);
    if (text.cut) weights.set('cut', letters);
    if (share < 1) weights.set('shrunk', Math.max(weights.get('shrunk') ?? 0, (1 - share) * 100));
    if (text.wording > 0) add('wording', text.wording);
    if (text.cut || text.wording > 0 || share < 1) {
      lines.push({ words: `${text.name}: ${ordinal(text.wording)}, ${text.size} px${text.cut ? ', cut' : ''}`, bad: text.cut });
    }
  }
  return { weights, lines };
}

// Of each fault the worst row in turn, each row once; rows without a fault behind them.
export function ranked(rows) {
  const kinds = FAULTS.map((name) =>
    rows
      .filter((row) => row.weights.has(name))
      .sort((one, other) => other.weights.get(name) - one.weights.get(name) || one.number - other.number));
  const order = new Set();
  for (let rank = 0; rank < rows.length; rank++) {
    for (const kind of kinds) if (rank < kind.length) order.add(kind[rank]);
  }
  rows.forEach((row) => order.add(row));
  return [...order];
}

async function explain(rows) {
  const answers = new Array(rows.length);
  let next = 0;
  const work = async () => {
    while (next < rows.length) {
      const at = next++;
      const answer = await fetch(`/i/${own.dataset.template}.json?${rows[at].query}`);
      if (answer.ok) answers[at] = await answer.json();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return answers;
}

function figure(row) {
  const figure = document.createElement('figure');
  const head = document.createElement('h3');
  head.textContent = `Row ${row.number}`;
  const image = document.createElement('img');
  image.width = own.dataset.width;
  image.height = own.dataset.height;
  image.alt = row.explained.alt ?? `Row ${row.number}`;
  image.src = `${own.dataset.picture}?${row.query}`;
  const list = document.createElement('ul');
  for (const line of row.lines.length ? row.lines : [{ words: 'nothing to report' }]) {
    const item = document.createElement('li');
    item.textContent = line.words;
    if (line.bad) item.className = 'bad';
    list.append(item);
  }
  figure.append(head, image, list);
  return figure;
}

async function show() {
  const status = document.getElementById('status');
  const [head, ...body] = parse(document.getElementById('csv').value.replace(/^\ufeff/, ''));
  const fields = columns(head ?? []);
  const rows = body.slice(0, MOST_ROWS).map((row, at) => ({ number: at + 1, query: query(fields, row) }));
  if (!rows.length || !rows[0].query) {
    status.textContent = 'There must be a first row with names of fields, and rows of data below it.';
    return;
  }
  status.textContent = `Reading ${rows.length} rows …`;
  const answers = await explain(rows);
  const largest = new Map();
  for (const explained of answers.filter(Boolean)) {
    for (const text of texts(explained.layers)) largest.set(text.here, Math.max(text.size, largest.get(text.here) ?? 0));
  }
  const judged = rows.map((row, at) => ({ ...row, explained: answers[at] })).filter((row) => row.explained);
  judged.forEach((row) => Object.assign(row, judge(row.explained, largest, fields)));
  const worst = ranked(judged).slice(0, SHOWN);
  document.getElementById('worst').replaceChildren(...worst.map(figure));
  const left = rows.length - judged.length;
  status.textContent = `The worst ${worst.length} of ${rows.length} rows.`
    + unmatched(head, fields)
    + (body.length > MOST_ROWS ? ` Only the first ${MOST_ROWS} were read.` : '')
    + (left ? ` ${left} were not answered; wait a little and try again.` : '');
}
