/** The picture that the form describes: fetched, decoded, and only then shown, always the last one requested. */
export class Picture {
  #image;
  #facts;
  #request = new AbortController();
  #shown = '';

  constructor(image, facts) {
    this.#image = image;
    this.#facts = facts;
  }

  async show(address) {
    this.#request.abort();
    this.#request = new AbortController();
    const { signal } = this.#request;
    const start = performance.now();
    const answer = await fetch(address, { signal, cache: 'no-store' });
    const bytes = await answer.blob();
    const waited = performance.now() - start;
    const url = URL.createObjectURL(bytes);
    const next = new Image();
    next.src = url;
    await next.decode();
    if (signal.aborted) {
      URL.revokeObjectURL(url);
      return;
    }
    this.#image.src = url;
    this.#image.dataset.address = address;
    URL.revokeObjectURL(this.#shown);
    this.#shown = url;
    if (answer.headers.has('Nameplate-Degraded')) {
      this.#facts.textContent = 'Not ready yet: the picture follows.';
      setTimeout(() => signal.aborted || this.show(address).catch(() => {}), 700);
      return;
    }
    this.#report(bytes.size, drawing(answer.headers.get('Server-Timing') ?? ''), waited);
  }

  #report(size, drawn, waited) {
    const parts = [
      [`${(size / 1000).toFixed(1)} kB`, 'on the wire'],
      drawn > 0 ? [`${drawn.toFixed(1)} ms`, 'to draw'] : ['Known already', ''],
      [`${Math.round(waited)} ms`, 'until it was here'],
    ];
    this.#facts.replaceChildren(
      ...parts.map(([figure, what]) => {
        const part = document.createElement('span');
        const bold = document.createElement('b');
        bold.textContent = figure;
        part.append(bold, ` ${what}`);
        return part;
      }),
    );
  }
}

/** What the stages took together, in milliseconds; 0 where nothing was drawn. */
function drawing(timing) {
  return [...timing.matchAll(/dur=([0-9.]+)/g)].reduce((sum, [, stage]) => sum + Number(stage), 0);
}
