import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { NoticeRow } from '@edict/directives';
import { eventLine, shown, streamMeant, type EventLine, type Health, type Viewer } from '@edict/engine';
import type { Instant } from '@edict/kernel';

import { unitOf } from '../acting/sender.ts';
import { Answering, found, Question, QuestionAbout } from './question.ts';

export class GetStream extends QuestionAbout<readonly EventLine[]> {}

@QueryHandler(GetStream)
export class GetStreamHandler extends Answering implements IQueryHandler<GetStream> {
  async execute(question: GetStream) {
    const history = await this.reading(question).history(question.id);
    return found(history.length > 0 ? history.map(eventLine) : undefined, 'stream');
  }
}

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

export class LookUpHistory extends QuestionAbout<readonly EventLine[]> {}

@QueryHandler(LookUpHistory)
export class LookUpHistoryHandler extends Answering implements IQueryHandler<LookUpHistory> {
  async execute(question: LookUpHistory) {
    const reading = this.reading(question);
    return (await reading.history(found(await streamMeant(reading, question.id), 'name'))).map(eventLine);
  }
}

export class ListNotices extends Question<readonly NoticeRow[]> {}

@QueryHandler(ListNotices)
export class ListNoticesHandler extends Answering implements IQueryHandler<ListNotices> {
  async execute(question: ListNotices) {
    return this.reading(question).notices(unitOf(question.viewer));
  }
}

export type HealthAnswer = Health & Readonly<{ status: 'ok' | 'degraded' }>;

export class GetHealth extends Question<HealthAnswer> {}

@QueryHandler(GetHealth)
export class GetHealthHandler extends Answering implements IQueryHandler<GetHealth> {
  async execute(_: GetHealth) {
    const health = await this.installation.engine.health();
    const ill = health.subscribers.some(({ parked, failing }) => parked.length > 0 || failing !== null);
    return { status: ill || health.failedRings > 0 ? 'degraded' : 'ok', ...health } as const;
  }
}
