type Waiting<T, R> = Readonly<{ item: T; resolve: (result: R) => void; reject: (error: unknown) => void }>;

export type Limits = Readonly<{
  /** Groups under way; who comes meanwhile shares the next one. */
  underWay: number;
  /** Items in a group at most, so that its packing holds up nobody for long. */
  size: number;
}>;

/** What is asked for in one moment, or while others are being answered, is asked together: `ask` answers each in its place. */
export class Together<T, R> {
  readonly #ask: (items: readonly T[]) => Promise<readonly R[]>;
  readonly #limits: Limits;
  #waiting: Waiting<T, R>[] = [];
  #underWay = 0;
  #scheduled = false;

  constructor(limits: Limits, ask: (items: readonly T[]) => Promise<readonly R[]>) {
    this.#limits = limits;
    this.#ask = ask;
  }

  ask(item: T): Promise<R> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#schedule();
    });
  }

  /** A moment later, so that those who are about to come are taken along. */
  #schedule(): void {
    if (this.#scheduled || this.#underWay >= this.#limits.underWay || this.#waiting.length === 0) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      void this.#askAll(this.#waiting.splice(0, this.#limits.size));
      this.#schedule();
    });
  }

  async #askAll(group: readonly Waiting<T, R>[]): Promise<void> {
    this.#underWay++;
    try {
      const answers = await this.#ask(group.map(({ item }) => item));
      for (const [n, { resolve }] of group.entries()) resolve(answers[n]!);
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
    this.#underWay--;
    this.#schedule();
  }
}
