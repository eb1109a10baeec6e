/**
 * Asks once for all who want to know at the same time. Nobody gets an answer to a question that was put before theirs: who comes while
 * one is under way shares the next.
 */
export class Shared<T> {
  readonly #ask: () => Promise<T>;
  #running: Promise<T> | undefined;
  #next: Promise<T> | undefined;

  constructor(ask: () => Promise<T>) {
    this.#ask = ask;
  }

  answer(): Promise<T> {
    if (!this.#running) return this.#run();
    return (this.#next ??= this.#running.catch(() => undefined).then(() => this.#run()));
  }

  #run(): Promise<T> {
    this.#next = undefined;
    const running = this.#ask().finally(() => {
      if (this.#running === running) this.#running = undefined;
    });
    return (this.#running = running);
  }
}
