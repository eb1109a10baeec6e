import type { Asked, Page, Reading, Viewer } from '@edict/engine';
import { instant, type Instant } from '@edict/kernel';

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

/** As of when it is asked; `undefined`: now. */
export const momentOf = ({ where }: ListQuestion<unknown>): Instant | undefined => {
  const { asOf } = where as Readonly<{ asOf?: string }>;
  return asOf === undefined ? undefined : instant(asOf);
};

/** What narrows a list, without the moment of which it is. */
export const narrowing = <Where extends object>({ where }: ListQuestion<unknown, Where>): Omit<Where, 'asOf'> => {
  const { asOf: _, ...rest } = where as Where & Readonly<{ asOf?: string }>;
  return rest;
};

type Listing<R> = (reading: Reading, asked: Asked) => Promise<Page<R>>;

/** Answers with pages. */
export abstract class Listings extends Answering {
  /** What is asked about, as it was known then, where a moment is named. */
  private at(question: ListQuestion<unknown>): Reading {
    const reading = this.reading(question);
    const moment = momentOf(question);
    return moment === undefined ? reading : { ...reading, ...reading.asOf(moment) };
  }

  protected async page<R, T>(
    question: ListQuestion<T>,
    list: Listing<R>,
    show: (row: R) => T | Promise<T>,
  ): Promise<Paged<T>> {
    const { viewer, where, cursor, limit } = question;
    const scope = [question.constructor.name, { id: viewer.id, unit: viewer.unit }, where] as const;
    const { cursors } = this.installation;
    const after = cursor === undefined ? undefined : cursors.open(cursor, scope);
    const { items, next } = await list(this.at(question), { after, limit });
    return { items: await Promise.all(items.map(show)), next: next && cursors.seal(next, scope) };
  }
}
