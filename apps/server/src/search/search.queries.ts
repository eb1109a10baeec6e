import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { SearchRow, UnitSearchRow } from '@edict/directives';
import type { Counts, Grouping, TasksWhere, Viewer } from '@edict/engine';
import { idOf, type Instant } from '@edict/kernel';

import { Listings, ListQuestion } from '../reading/listing.ts';
import { Answering, Question } from '../reading/question.ts';

/** `title` as it is written, cut to what a list shows. `directiveId`: `null` for a unit. */
export type Hit = Readonly<{ kind: string; id: string; directiveId: string | null; title: string }>;

type Sought = Readonly<{ q: string; kind?: string }>;

export class Search extends ListQuestion<Hit, Sought> {}

@QueryHandler(Search)
export class SearchHandler extends Listings implements IQueryHandler<Search> {
  execute(question: Search) {
    const { q, kind } = question.where;
    return this.page(question, ({ lists }, asked) => lists.search(q, kind, asked), hitOf);
  }
}

const SHOWN = 200;

const hitOf = (row: SearchRow | UnitSearchRow): Hit => ({
  kind: row.kind,
  id: idOf(row.stream),
  directiveId: 'directiveId' in row ? row.directiveId : null,
  title: [...row.title].slice(0, SHOWN).join(''),
});

export class CountTasks extends Question<Counts> {
  constructor(
    viewer: Viewer,
    readonly where: TasksWhere,
    readonly by: Grouping,
    readonly asOf?: Instant,
  ) {
    super(viewer);
  }
}

@QueryHandler(CountTasks)
export class CountTasksHandler extends Answering implements IQueryHandler<CountTasks> {
  execute(question: CountTasks) {
    const { where, by, asOf } = question;
    const reading = this.reading(question);
    return (asOf === undefined ? reading : reading.asOf(asOf)).counts(where, by);
  }
}
