import { textArray } from './arrays.ts';
import type { Value } from './database.ts';
import { toStored } from './text.ts';

/** The values of a statement, in the order in which its text asks for them. */
export class Parameters {
  readonly values: Value[] = [];

  /** Gives the place in the text that stands for the value. */
  put(value: string | number | null): string {
    return this.#put(typeof value === 'string' ? toStored(value) : value);
  }

  /** For `= ANY`. */
  putAll(texts: readonly string[]): string {
    return `${this.#put(textArray(texts.map(toStored)))}::text[]`;
  }

  #put(value: Value): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
