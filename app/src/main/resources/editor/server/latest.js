/**
 * Asks for answers to a state that changes faster than they come: at most so many at once, of those that wait only the
 * newest, and an answer never replaces one to a later question.
 */
export class Latest {
  #ask;
  #take;
  #fail;
  #most;
  #waiting = null;
  #asked = 0;
  #taken = 0;
  #open = new Set();
  #asking = new Set();
  #idle = [];

  /**
   * @param ask (question, signal, answered) → a promise of the answer; it may call answered where the next question can be
   *   asked already, although something is still made of the answer to this one
   * @param take (answer, question) is called with answers in the order of their questions
   * @param fail (error, question) is called where the newest question fails
   */
  constructor(ask, take, fail, most = 2) {
    this.#ask = ask;
    this.#take = take;
    this.#fail = fail;
    this.#most = most;
  }

  /** Wants the answer to a question, in place of every one that still waits. */
  want(question) {
    this.#waiting = question;
    this.#next();
  }

  /** Resolves once nothing is asked any more. */
  settled() {
    return this.#open.size || this.#waiting ? new Promise((resolve) => this.#idle.push(resolve)) : Promise.resolve();
  }

  #answered(call) {
    if (this.#asking.delete(call)) this.#next();
  }

  #next() {
    if (this.#waiting === null || this.#asking.size >= this.#most || this.#open.size > this.#most) return;
    const question = this.#waiting;
    this.#waiting = null;
    this.#run(question, ++this.#asked);
  }

  async #run(question, number) {
    const control = new AbortController();
    const call = { number, control };
    this.#open.add(call);
    this.#asking.add(call);
    try {
      const answer = await this.#ask(question, control.signal, () => this.#answered(call));
      if (number > this.#taken) {
        this.#taken = number;
        for (const other of this.#open) if (other.number < number) other.control.abort();
        this.#take(answer, question);
      }
    } catch (failed) {
      if (failed.name !== 'AbortError' && number === this.#asked && !this.#waiting) this.#fail(failed, question);
    } finally {
      this.#open.delete(call);
      this.#asking.delete(call);
      this.#next();
      if (!this.#open.size && !this.#waiting) this.#idle.splice(0).forEach((resolve) => resolve());
    }
  }
}
