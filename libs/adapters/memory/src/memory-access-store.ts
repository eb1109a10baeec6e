import { canonical, type Instant } from '@edict/kernel';
import type { AccessStore, AccessEntry } from '@edict/runtime';

export class MemoryAccessStore implements AccessStore {
  readonly #kept = new Map<string, AccessEntry>();

  async get(kind: string, key: string, now: Instant): Promise<AccessEntry | undefined> {
    const kept = this.#kept.get(placeOf({ kind, key }));
    return kept && isThere(kept, now) ? kept : undefined;
  }

  async put(kept: AccessEntry): Promise<void> {
    this.#kept.set(placeOf(kept), structuredClone(kept));
  }

  async swap(
    place: Pick<AccessEntry, 'kind' | 'key'>,
    before: AccessEntry | undefined,
    after: AccessEntry | undefined,
  ): Promise<boolean> {
    if (textOf(this.#kept.get(placeOf(place))) !== textOf(before)) return false;
    if (after) this.#kept.set(placeOf(place), structuredClone(after));
    else this.#kept.delete(placeOf(place));
    return true;
  }

  async of(kind: string, account: string, now: Instant): Promise<readonly AccessEntry[]> {
    const all = [...this.#kept.values()].filter((kept) => kept.kind === kind && kept.account === account);
    return all.filter((kept) => isThere(kept, now)).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  }

  async forget({ kind, account, until }: Readonly<{ kind: string; account?: string; until?: Instant }>) {
    const gone = [...this.#kept].filter(
      ([, kept]) =>
        kept.kind === kind &&
        (account === undefined || kept.account === account) &&
        (until === undefined || !isThere(kept, until)),
    );
    for (const [place] of gone) this.#kept.delete(place);
    return gone.length;
  }

  async close(): Promise<void> {
    this.#kept.clear();
  }
}

const placeOf = ({ kind, key }: Pick<AccessEntry, 'kind' | 'key'>): string => canonical([kind, key]);
const textOf = (kept: AccessEntry | undefined): string => (kept ? canonical(kept) : '');
const isThere = ({ until }: AccessEntry, now: Instant): boolean => until === null || now < until;
