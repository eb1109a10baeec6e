import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { DirectiveRow, Finding } from '@edict/directives';
import {
  clauseLines,
  coverageOf,
  pageIn,
  summaryOf,
  taskDetail,
  wouldMove,
  type Asked,
  type ClauseLine,
  type Coverage,
  type StandingUnits,
  type Summary,
  type TaskDetail,
  type Viewer,
  type WouldMove,
} from '@edict/engine';
import type { Instant } from '@edict/kernel';

import { directiveOf, type Directive } from '../reading/present.ts';
import { Listings, ListQuestion } from '../reading/listing.ts';
import { Answering, found, QuestionAbout } from '../reading/question.ts';

type About = Readonly<{ id: string; asOf?: Instant }>;

export class ListDirectives extends ListQuestion<Directive> {}

@QueryHandler(ListDirectives)
export class ListDirectivesHandler extends Listings implements IQueryHandler<ListDirectives> {
  execute(question: ListDirectives) {
    return this.page<DirectiveRow, Directive>(question, ({ lists }, asked) => lists.directives({}, asked), directiveOf);
  }
}

export class GetDirective extends QuestionAbout<Summary> {
  constructor(
    viewer: Viewer,
    id: string,
    readonly asOf?: Instant,
  ) {
    super(viewer, id);
  }
}

@QueryHandler(GetDirective)
export class GetDirectiveHandler extends Answering implements IQueryHandler<GetDirective> {
  async execute(question: GetDirective) {
    return found(await summaryOf(this.reading(question), question.id, question.asOf), 'directive');
  }
}

export class GetDirectiveTasks extends ListQuestion<TaskDetail, About> {}

@QueryHandler(GetDirectiveTasks)
export class GetDirectiveTasksHandler extends Listings implements IQueryHandler<GetDirectiveTasks> {
  async execute(question: GetDirectiveTasks) {
    const { id, asOf } = question.where;
    const reading = this.reading(question);
    found(await reading.directive(id, asOf), 'directive');
    const rows = await reading.tasks(id, asOf);
    const at = asOf ?? reading.now();
    const list = async (_: unknown, asked: Asked) => pageIn(rows, ({ taskId }) => taskId, asked);
    return this.page(question, list, (row) => taskDetail(row, at));
  }
}

export class GetFindings extends ListQuestion<Finding, About> {}

@QueryHandler(GetFindings)
export class GetFindingsHandler extends Listings implements IQueryHandler<GetFindings> {
  async execute(question: GetFindings) {
    const { id, asOf } = question.where;
    const row = found(await this.reading(question).directive(id, asOf), 'directive');
    const { findings } = directiveOf(row);
    const list = async (_: unknown, asked: Asked) => pageIn(findings, (_finding, n) => String(n), asked);
    return this.page<Finding, Finding>(question, list, same);
  }
}

export class GetClauses extends ListQuestion<ClauseLine, About> {}

@QueryHandler(GetClauses)
export class GetClausesHandler extends Listings implements IQueryHandler<GetClauses> {
  async execute(question: GetClauses) {
    const { document } = found(await this.reading(question).issued(question.where.id), 'directive');
    const lines = clauseLines(document.clauses);
    return this.page<ClauseLine, ClauseLine>(
      question,
      async (_, asked) => pageIn(lines, ({ ref }) => ref, asked),
      same,
    );
  }
}

export class GetWouldMove extends ListQuestion<WouldMove, About> {}

@QueryHandler(GetWouldMove)
export class GetWouldMoveHandler extends Listings implements IQueryHandler<GetWouldMove> {
  async execute(question: GetWouldMove) {
    const reading = this.reading(question);
    found(await reading.directive(question.where.id), 'directive');
    const moves = await wouldMove(reading, question.where.id);
    const list = async (_: unknown, asked: Asked) => pageIn(moves, ({ task }) => task, asked);
    return this.page<WouldMove, WouldMove>(question, list, same);
  }
}

export class GetCoverage extends ListQuestion<Coverage, About> {}

@QueryHandler(GetCoverage)
export class GetCoverageHandler extends Listings implements IQueryHandler<GetCoverage> {
  async execute(question: GetCoverage) {
    const { id, asOf } = question.where;
    const reading = this.reading(question);
    const cells = found(await coverageOf(reading, id, asOf), 'directive');
    const idOf = ({ clause, through, unit }: Coverage) => `${clause} ${through ?? ''} ${unit ?? ''}`;
    return this.page<Coverage, Coverage>(question, async (_, asked) => pageIn(cells, idOf, asked), same);
  }
}

const same = <T>(row: T): T => row;

export class GetStandingUnits extends QuestionAbout<StandingUnits> {}

@QueryHandler(GetStandingUnits)
export class GetStandingUnitsHandler extends Answering implements IQueryHandler<GetStandingUnits> {
  async execute(question: GetStandingUnits) {
    const reading = this.reading(question);
    found(await reading.issued(question.id), 'directive');
    return reading.standingUnits(question.id);
  }
}
