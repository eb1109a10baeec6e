import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Finding } from '@edict/directives';
import { summaryOf, taskDetail, type StandingUnits, type Summary, type TaskDetail, type Viewer } from '@edict/engine';
import type { Instant } from '@edict/kernel';

import { directiveOf, type Directive } from '../reading/present.ts';
import { Answering, found, Question, QuestionAbout } from '../reading/question.ts';

export class ListDirectives extends Question<readonly Directive[]> {}

@QueryHandler(ListDirectives)
export class ListDirectivesHandler extends Answering implements IQueryHandler<ListDirectives> {
  async execute(question: ListDirectives) {
    return (await this.reading(question).directives()).map(directiveOf);
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

export class GetDirectiveTasks extends QuestionAbout<readonly TaskDetail[]> {}

@QueryHandler(GetDirectiveTasks)
export class GetDirectiveTasksHandler extends Answering implements IQueryHandler<GetDirectiveTasks> {
  async execute(question: GetDirectiveTasks) {
    const reading = this.reading(question);
    found(await reading.issued(question.id), 'directive');
    const at = reading.now();
    return (await reading.tasks(question.id)).map((row) => taskDetail(row, at));
  }
}

export class GetFindings extends QuestionAbout<readonly Finding[]> {}

@QueryHandler(GetFindings)
export class GetFindingsHandler extends Answering implements IQueryHandler<GetFindings> {
  async execute(question: GetFindings) {
    return found(await this.reading(question).issued(question.id), 'directive').findings;
  }
}

export class GetStandingUnits extends QuestionAbout<StandingUnits> {}

@QueryHandler(GetStandingUnits)
export class GetStandingUnitsHandler extends Answering implements IQueryHandler<GetStandingUnits> {
  async execute(question: GetStandingUnits) {
    const reading = this.reading(question);
    found(await reading.issued(question.id), 'directive');
    return reading.standingUnits(question.id);
  }
}
