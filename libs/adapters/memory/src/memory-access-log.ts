import { linked, type AccessLog, type AccessRecord, type AccessWhere, type KeptAccess } from '@edict/runtime';

export class MemoryAccessLog implements AccessLog {
  readonly #kept: KeptAccess[] = [];
  readonly #genesis: string;

  constructor(genesis: string) {
    this.#genesis = genesis;
  }

  async append(records: readonly AccessRecord[]): Promise<readonly KeptAccess[]> {
    const kept = linked(this.#genesis, this.#kept.at(-1), records);
    this.#kept.push(...kept);
    return kept;
  }

  async read(where: AccessWhere, limit: number): Promise<readonly KeptAccess[]> {
    return this.#kept.filter((each) => isMeant(each, where)).slice(0, limit);
  }

  async last(): Promise<KeptAccess | undefined> {
    return this.#kept.at(-1);
  }

  async close(): Promise<void> {
    return undefined;
  }
}

const isMeant = (each: KeptAccess, where: AccessWhere): boolean => isOf(each, where) && isIn(each, where);

const isOf = ({ who, about, rank }: KeptAccess, where: AccessWhere): boolean =>
  (where.who === undefined || who === where.who) &&
  (where.about === undefined || about === where.about) &&
  (where.rank === undefined || rank <= where.rank);

const isIn = ({ n, at }: KeptAccess, { after, since, until }: AccessWhere): boolean =>
  (after === undefined || n > after) && (since === undefined || at >= since) && (until === undefined || at < until);
