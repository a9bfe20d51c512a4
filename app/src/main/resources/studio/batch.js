// Pages of lists: takes a dropped file, offers its headings, and shows how far a job is while it runs.
const job = document.getElementById('job');
const text = (id, value) => {
  const element = document.getElementById(id);
  if (element) element.textContent = value;
};

/** Seconds as people say them. */
function spoken(seconds) {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  if (hours) return `${hours} h ${minutes} min`;
  return minutes ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

function show(state) {
  text('status', state.status);
  document.getElementById('status').className = `status ${state.status}`;
  text('read', state.rows_read);
  document.getElementById('bar').value = state.rows_read;
  for (const [name, count] of Object.entries(state.counts)) text(`count-${name}`, count);
  text('pictures', state.pictures);
  text('rate', state.rate.toFixed(1));
  text('left', state.eta_seconds === null ? '–' : spoken(state.eta_seconds));
  const error = document.getElementById('error');
  error.hidden = !state.error;
  error.textContent = state.error ? state.error.message : '';
  const kind = (status) => (status === 'queued' ? 'running' : status);
  if (kind(state.status) !== kind(job.dataset.status)) location.reload();
}

if (job?.dataset.events) {
  const events = new EventSource(job.dataset.events);
  const read = (event) => show(JSON.parse(event.data));
  events.addEventListener('progress', read);
  events.addEventListener('end', (event) => {
    events.close();
    read(event);
  });
}

/** The beginning of a file as text; what is no UTF is taken for windows-1252. */
async function beginning(file) {
  const bytes = new Uint8Array(await file.slice(0, 65536).arrayBuffer());
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : '';
  if (mark) return new TextDecoder(mark).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The cells of the first record; which character is between them is taken from the record itself. */
function headings(start) {
  if (start.startsWith('{')) {
    try {
      return Object.keys(JSON.parse(start.split('\n', 1)[0]));
    } catch {
      return [];
    }
  }
  const told = /^sep=(.)\r?\n/.exec(start);
  const rest = told ? start.slice(told[0].length) : start;
  const line = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(rest)[0];
  const plain = line.replace(/"(?:[^"]|"")*"/g, '');
  const count = (mark) => plain.split(mark).length;
  const separator = told ? told[1] : [',', ';', '\t', '|'].reduce((most, mark) => (count(mark) > count(most) ? mark : most));
  const cells = [''];
  let quoted = false;
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    else if (letter === separator && !quoted) cells.push('');
    else cells[cells.length - 1] += letter;
  }
  return cells.map((cell) => cell.trim()).filter(Boolean);
}

const file = document.getElementById('file');
const drop = document.querySelector('.drop');

async function offer() {
  const found = file.files.length ? headings(await beginning(file.files[0])) : [];
  const options = found.map((name) => Object.assign(document.createElement('option'), { value: name }));
  document.getElementById('headings').replaceChildren(...options);
}

if (drop) {
  const over = (is) => (event) => {
    event.preventDefault();
    drop.classList.toggle('over', is);
  };
  drop.addEventListener('dragover', over(true));
  drop.addEventListener('dragleave', over(false));
  drop.addEventListener('drop', (event) => {
    over(false)(event);
    if (event.dataTransfer.files.length) {
      file.files = event.dataTransfer.files;
      offer();
    }
  });
  file.addEventListener('change', offer);
}

document.getElementById('upload')?.addEventListener('submit', () => text('sending', 'Sending …'));
