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

function query(head, row) {
  const known = own.dataset.fields.split(';').map((names) => names.split(','));
  const parts = [];
  head.forEach((column, at) => {
    const field = known.find((names) => names.some((name) => name.toLowerCase() === column.trim().toLowerCase()));
    if (field) parts.push(`${encodeURIComponent(field[0])}=${encodeURIComponent(row[at] ?? '')}`);
  });
  return parts.join('&');
}

function texts(layers, name = 'layer ') {
  return layers.flatMap((layer) => {
    const here = name + layer.index;
    const line = layer.size === undefined ? [] : [{ ...layer, here }];
    return [...line, ...texts(layer.children ?? [], `${here}.`)];
  });
}

// Cut text is worst, then values that could not be used, then other wordings and small letters.
function judge(told, largest) {
  const lines = [];
  let score = 0;
  for (const [name, field] of Object.entries(told.fields)) {
    if (field.state === 'given') continue;
    score += field.reason === 'missing' || field.reason === 'empty' ? 10 : 30;
    lines.push({ words: `${name} ${field.reason ?? 'no data is used'}: ${field.value === null ? 'left out' : `“${field.value}” is drawn`}` });
  }
  for (const text of texts(told.layers)) {
    const share = text.size / (largest.get(text.here) ?? text.size);
    score += (text.cut ? 100 : 0) + text.wording * 5 + (1 - share) * 20;
    if (text.cut || text.wording > 0 || share < 1) {
      lines.push({ words: `${text.here}: wording ${text.wording}, ${text.size} px${text.cut ? ', cut' : ''}`, bad: text.cut });
    }
  }
  return { score, lines };
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
  image.alt = row.told.alt ?? `Row ${row.number}`;
  image.src = `/i/${own.dataset.template}@2x.png?${row.query}`;
  const list = document.createElement('ul');
  for (const line of row.lines.length ? row.lines : [{ words: 'nothing to complain of' }]) {
    const item = document.createElement('li');
    item.textContent = line.words;
    if (line.bad) item.className = 'bad';
    list.append(item);
  }
  figure.append(head, image, list);
  return figure;
}

async function show() {
  const status = document.getElementById('told');
  const [head, ...body] = parse(document.getElementById('csv').value.replace(/^\ufeff/, ''));
  const rows = body.slice(0, MOST_ROWS).map((row, at) => ({ number: at + 1, query: query(head, row) }));
  if (!rows.length || !rows[0].query) {
    status.textContent = 'There must be a first row with names of fields, and rows of data below it.';
    return;
  }
  status.textContent = `Reading ${rows.length} rows …`;
  const answers = await explain(rows);
  const largest = new Map();
  for (const told of answers.filter(Boolean)) {
    for (const text of texts(told.layers)) largest.set(text.here, Math.max(text.size, largest.get(text.here) ?? 0));
  }
  const judged = rows.map((row, at) => ({ ...row, told: answers[at] })).filter((row) => row.told);
  judged.forEach((row) => Object.assign(row, judge(row.told, largest)));
  judged.sort((one, other) => other.score - one.score || one.number - other.number);
  const worst = judged.slice(0, SHOWN);
  document.getElementById('worst').replaceChildren(...worst.map(figure));
  const left = rows.length - judged.length;
  status.textContent = `The worst ${worst.length} of ${rows.length} rows.`
    + (body.length > MOST_ROWS ? ` Only the first ${MOST_ROWS} were read.` : '')
    + (left ? ` ${left} were not answered; wait a little and try again.` : '');
}
