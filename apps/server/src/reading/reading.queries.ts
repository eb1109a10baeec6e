import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { NoticeRow } from '@edict/directives';
import {
  eventLine,
  pageIn,
  shown,
  streamMeant,
  whoAnswered,
  type Answerers,
  type Evidence,
  type EventLine,
  type Viewer,
} from '@edict/engine';
import type { Instant, LocalDate } from '@edict/kernel';
import type { Recorded } from '@edict/runtime';

import { unitOf } from '../acting/sender.ts';
import { Listings, ListQuestion } from './listing.ts';
import { Answering, found, QuestionAbout } from './question.ts';

/** By whatever name a person has for it. */
export class LookUp extends QuestionAbout<object> {
  constructor(
    viewer: Viewer,
    id: string,
    readonly asOf?: Instant,
  ) {
    super(viewer, id);
  }
}

@QueryHandler(LookUp)
export class LookUpHandler extends Answering implements IQueryHandler<LookUp> {
  async execute(question: LookUp) {
    const reading = this.reading(question);
    const stream = found(await streamMeant(reading, question.id), 'name');
    return found(await shown(reading, stream, question.asOf), 'name');
  }
}

export class WhoAnswered extends QuestionAbout<Answerers> {
  constructor(
    viewer: Viewer,
    id: string,
    readonly on: LocalDate,
  ) {
    super(viewer, id);
  }
}

@QueryHandler(WhoAnswered)
export class WhoAnsweredHandler extends Answering implements IQueryHandler<WhoAnswered> {
  async execute(question: WhoAnswered) {
    return found(await whoAnswered(this.reading(question), question.id, question.on), 'name');
  }
}

export class GetEvidence extends QuestionAbout<Evidence> {}

@QueryHandler(GetEvidence)
export class GetEvidenceHandler extends Answering implements IQueryHandler<GetEvidence> {
  async execute({ viewer, id }: GetEvidence) {
    return found(await this.installation.engine.evidence(viewer, id), 'stream');
  }
}

export class LookUpHistory extends ListQuestion<EventLine, Readonly<{ id: string }>> {}

@QueryHandler(LookUpHistory)
export class LookUpHistoryHandler extends Listings implements IQueryHandler<LookUpHistory> {
  async execute(question: LookUpHistory) {
    const reading = this.reading(question);
    const history = await reading.history(found(await streamMeant(reading, question.where.id), 'name'));
    return this.page<Recorded, EventLine>(
      question,
      async (_, asked) => pageIn(history, ({ revision }) => String(revision), asked),
      eventLine,
    );
  }
}

export class ListNotices extends ListQuestion<NoticeRow> {}

@QueryHandler(ListNotices)
export class ListNoticesHandler extends Listings implements IQueryHandler<ListNotices> {
  execute(question: ListNotices) {
    const unit = unitOf(question.viewer);
    return this.page<NoticeRow, NoticeRow>(
      question,
      ({ lists }, asked) => lists.notices(unit, asked),
      (row) => row,
    );
  }
}
