import { rankOf } from '@edict/directives';
import type { Asked, Page, Reading } from '@edict/engine';
import { categoryOf, instant, type Instant } from '@edict/kernel';
import type { AccessWhere, KeptAccess } from '@edict/runtime';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

import { Listings, ListQuestion } from '../reading/listing.ts';

/** `about`: the stream of what was read, taken out or changed; `null`: none by name. `from`: an address. */
export type AccessShown = Readonly<{
  at: Instant;
  who: string;
  capacity: string;
  unit: string;
  act: string;
  about: string | null;
  from: string;
}>;

type Narrowed = Readonly<{ about?: string; who?: string; since?: string; until?: string }>;

export class ReadAccessLog extends ListQuestion<AccessShown, Narrowed> {}

/** So many at a time are asked for. */
const BATCH = 500;
/** Of these everybody who may read the log at all may know. */
const OF_ALL = ['account', 'office'];

@QueryHandler(ReadAccessLog)
export class ReadAccessLogHandler extends Listings implements IQueryHandler<ReadAccessLog> {
  async execute(question: ReadAccessLog) {
    await this.installation.journal.flush();
    const { level } = question.viewer.clearance;
    const since = question.where.since === undefined ? undefined : instant(question.where.since);
    const until = question.where.until === undefined ? undefined : instant(question.where.until);
    const where = { ...question.where, since, until, rank: rankOf(level) };
    return this.page<KeptAccess, AccessShown>(
      question,
      (reading, asked) => this.#visible(where, asked, seesWith(reading)),
      ({ n: _, hash: __, rank: ___, ...shown }) => shown,
    );
  }

  /**
   * A place in the list is a moment, and how many that the reader may see were at that moment already shown: the number of an entry would tell
   * how many there are between that they may not see.
   */
  async #visible(where: AccessWhere, { after, limit }: Asked, sees: Sees): Promise<Page<KeptAccess>> {
    const from = after && { at: after.values[0] as Instant, shown: Number(after.key) };
    const found: KeptAccess[] = [];
    const begun = from ? { ...where, since: from.at } : where;
    const isShown = shownBefore(from);
    for await (const each of this.#all(begun)) {
      if ((await sees(each.about)) && !isShown(each)) found.push(each);
      if (found.length > limit) break;
    }
    const items = found.slice(0, limit);
    return { items, next: found.length > limit ? placeAfter(items, from) : null };
  }

  async *#all(where: AccessWhere): AsyncGenerator<KeptAccess> {
    for (let after = -1; ;) {
      const kept = await this.installation.journal.read({ ...where, after }, BATCH);
      yield* kept;
      if (kept.length < BATCH) return;
      after = kept.at(-1)!.n;
    }
  }
}

type Sees = (stream: string | null) => Promise<boolean>;

/** What somebody may not see was read by nobody, as far as they know. */
const seesWith = (reading: Reading): Sees => {
  const known = new Map<string, Promise<boolean>>();
  return async (stream) => {
    if (stream === null || OF_ALL.includes(categoryOf(stream))) return true;
    const answer = known.get(stream) ?? reading.concerns(stream);
    known.set(stream, answer);
    return answer;
  };
};

type From = Readonly<{ at: Instant; shown: number }> | undefined;

/** Asked of each that the reader may see, in their order. */
const shownBefore = (from: From) => {
  let left = from?.shown ?? 0;
  return ({ at }: KeptAccess): boolean => at === from?.at && left-- > 0;
};

const placeAfter = (items: readonly KeptAccess[], from: From) => {
  const { at } = items.at(-1)!;
  const now = items.filter((each) => each.at === at).length;
  return { values: [at], key: String(now + (from?.at === at ? from.shown : 0)) };
};
