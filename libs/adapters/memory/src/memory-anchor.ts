import type { Anchor } from '@edict/runtime';

export class MemoryAnchor implements Anchor {
  #text: string | undefined;

  async read(): Promise<string | undefined> {
    return this.#text;
  }

  async write(text: string): Promise<void> {
    this.#text = text;
  }
}
