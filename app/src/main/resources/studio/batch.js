// Pages of lists: shows how far a job is while it runs, and that an upload is on its way.
const job = document.getElementById('job');
const text = (id, value) => {
  const element = document.getElementById(id);
  if (element) element.textContent = value;
};

function show(state) {
  text('status', state.status);
  document.getElementById('status').className = `status ${state.status}`;
  text('read', state.rows_read);
  document.getElementById('bar').value = state.rows_read;
  for (const [name, count] of Object.entries(state.counts)) text(`count-${name}`, count);
  text('pictures', state.pictures);
  text('rate', state.rate);
  text('left', state.eta_seconds === null ? '' : `${state.eta_seconds} s`);
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

document.getElementById('upload')?.addEventListener('submit', () => text('sending', 'Sending …'));
