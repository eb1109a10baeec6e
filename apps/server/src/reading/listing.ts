import type { Asked, Page, Reading, Viewer } from '@edict/engine';

import { Answering, Question } from './question.ts';
import { USUAL, type PageQuery } from './page.dto.ts';

/** A page as it is answered. `next`: the cursor of the next one, also in the header `Link`; `null` on the last. */
export type Paged<T> = Readonly<{ items: readonly T[]; next: string | null }>;

/** Asks for a page of a list. What narrows the list is in `where`; the cursor is good for nothing else. */
export abstract class ListQuestion<T, Where extends object = object> extends Question<Paged<T>> {
  readonly where: Where;
  readonly cursor: string | undefined;
  readonly limit: number;

  constructor(viewer: Viewer, asked: PageQuery & Where) {
    super(viewer);
    const { cursor, limit = String(USUAL), ...where } = JSON.parse(JSON.stringify(asked)) as PageQuery & Where;
    this.where = where as unknown as Where;
    this.cursor = cursor;
    this.limit = Number(limit);
  }
}

type Listing<R> = (reading: Reading, asked: Asked) => Promise<Page<R>>;

/** Answers with pages. */
export abstract class Listings extends Answering {
  protected async page<R, T>(
    question: ListQuestion<T>,
    list: Listing<R>,
    show: (row: R) => T | Promise<T>,
  ): Promise<Paged<T>> {
    const { viewer, where, cursor, limit } = question;
    const scope = [question.constructor.name, { id: viewer.id, unit: viewer.unit }, where] as const;
    const { cursors } = this.installation;
    const after = cursor === undefined ? undefined : cursors.open(cursor, scope);
    const { items, next } = await list(this.reading(question), { after, limit });
    return { items: await Promise.all(items.map(show)), next: next && cursors.seal(next, scope) };
  }
}
