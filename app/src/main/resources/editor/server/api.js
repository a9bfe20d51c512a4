/** A refusal of the server: its status, its code, its sentence, and what else it says. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? `The server answers ${status}.`);
    this.status = status;
    this.code = body.code ?? '';
    this.body = body;
  }
}

/** The server could not be reached. */
export class Unreachable extends Error {}

/** The routes of one template's editor. A call that needs a session waits until there is one again. */
export class Api {
  #path;
  #login;
  // Tells this window from others, so that the server gives up what it no longer wants.
  #tab = Math.random().toString(36).slice(2);

  /** @param login called where the session has ended; resolves once there is a new one */
  constructor(path, login) {
    this.#path = path;
    this.#login = login;
  }

  /** The body of an answer as JSON, with headers where asked for. */
  async json(route, body, options = {}) {
    const answer = await this.#send(route, body, options);
    return answer.status === 204 ? null : answer.json();
  }

  /** The body as a Blob. */
  async blob(route, body, options = {}) {
    return (await this.#send(route, body, options)).blob();
  }

  async #send(route, body, { method = body === undefined ? 'GET' : 'POST', etag, signal, patient = true } = {}) {
    const headers = {};
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (etag) headers['If-Match'] = etag;
    const sent = method === 'POST' && typeof body === 'object' ? { tab: this.#tab, ...body } : body;
    const text = typeof sent === 'string' ? sent : JSON.stringify(sent);
    for (;;) {
      const answer = await fetch(this.#path + route, { method, headers, body: text, signal,
        cache: 'no-store' }).catch(
        (failed) => {
          throw failed.name === 'AbortError' ? failed : new Unreachable('The server does not answer.');
        },
      );
      if (answer.ok) return answer;
      const told = await answer.json().catch(() => ({}));
      const problem = new Problem(answer.status, told);
      if (answer.status !== 401 || !patient) throw problem;
      await this.#login();
    }
  }
}
