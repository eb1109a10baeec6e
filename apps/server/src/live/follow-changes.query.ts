import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Change, Viewer } from '@edict/engine';
import { canonical } from '@edict/kernel';
import type { Position } from '@edict/runtime';

import type { Stay } from '../access/admission.ts';
import { HttpProblem } from '../http/problem.ts';
import { INSTALLATION } from '../injected.ts';
import type { Installation } from '../installation.ts';
import { isOfEvent } from '../reading/positions.ts';
import { Question } from '../reading/question.ts';
import { EventHub, type Entry, type Wake } from './event-hub.ts';
import { changed, HEARTBEAT, opened, reset } from './frame.ts';

/** `after`: where the reader was, as a frame told it; or from now on. `unit`: only what concerns it. */
export class FollowChanges extends Question<AsyncIterable<string>> {
  constructor(
    viewer: Viewer,
    readonly after: string | undefined,
    readonly unit: string | undefined,
    readonly stay: Stay,
  ) {
    super(viewer);
  }
}

/** After so many events nobody is served who was away: reading everything again costs less. */
const LONGEST_REPLAY = 10_000;

const LOST: Position = '~';

/** Then a client comes again, and is asked again who it is: what somebody may see is not settled for ever by a connection. */
const LIFETIME_MS = 15 * 60_000;

@QueryHandler(FollowChanges)
export class FollowChangesHandler implements IQueryHandler<FollowChanges> {
  constructor(
    @Inject(INSTALLATION) private readonly installation: Installation,
    private readonly hub: EventHub,
  ) {}

  async execute(question: FollowChanges): Promise<AsyncIterable<string>> {
    return this.frames(question, await this.placeIn(question));
  }

  /** An event that is not there any more, or not for this reader, is further than anything. */
  private async placeIn({ viewer, after }: FollowChanges): Promise<Position | undefined> {
    if (after === undefined) return undefined;
    const { engine, positions } = this.installation;
    const place = await positions.open(after, engine.reader.as(viewer));
    if (place !== undefined || isOfEvent(after)) return place ?? LOST;
    throw new HttpProblem('request/last-event-id', 'Last-Event-ID is the id of an event of this stream.');
  }

  private async *frames(question: FollowChanges, place: Position | undefined): AsyncGenerator<string> {
    const { hub } = this;
    const { positions } = this.installation;
    const [isFor, joined, { stay }] = [this.judge(question), hub.end, question];
    if (!(await stay.goesOnAnew())) return;
    const after = place ?? hub.end;
    const isAhead = after > hub.end && after > (await this.installation.engine.head());
    const from = isAhead ? hub.end : after;
    yield opened(positions.seal(from));
    if (isAhead) yield reset(positions.seal(from));
    const reached = from < hub.start ? yield* this.replay(from, isFor, stay) : from;
    if (reached !== undefined) yield* this.live(reached, isFor, { stay, own: `account-${question.viewer.id}`, joined });
  }

  /** From the log, up to where the hub has it, or to where it is too much. `undefined`: whoever reads is not let in any more. */
  private async *replay(after: Position, isFor: Judge, stay: Stay): AsyncGenerator<string, Position | undefined> {
    const stop = new AbortController();
    let [at, seen] = [after, 0];
    try {
      for await (const { changes, position } of this.installation.engine.changes(after, stop.signal)) {
        if (!(await stay.goesOnAnew())) return undefined;
        yield* framesFor(changes, isFor, stay);
        [at, seen] = [position, seen + changes.length];
        if (at >= this.hub.start) return at;
        if (seen >= LONGEST_REPLAY) break;
      }
    } finally {
      stop.abort();
    }
    const { end } = this.hub;
    yield reset(this.installation.positions.seal(end));
    return end;
  }

  /** Ends with the server, after a while, for whoever is not let in any more, and for one so slow that the hub has forgotten where they are. */
  private async *live(after: Position, isFor: Judge, place: Place): AsyncGenerator<string> {
    const until = performance.now() + LIFETIME_MS;
    const isOver = (why: Wake): boolean => why === 'end' || performance.now() > until;
    for (let at = after; at >= this.hub.start;) {
      const next = this.hub.next();
      const reached = yield* this.recent(at, isFor, place);
      if (reached === undefined) return;
      at = reached;
      if (at < this.hub.end) continue;
      const why = await next;
      if (isOver(why) || (why === 'beat' && !(await place.stay.goesOn()))) return;
      if (why === 'beat') yield HEARTBEAT;
    }
  }

  /** Up to where the hub has it. `undefined`: whoever reads is not let in any more. */
  private async *recent(after: Position, isFor: Judge, place: Place): AsyncGenerator<string, Position | undefined> {
    let at = after;
    for (const entry of this.hub.recent.filter(({ position }) => position > after)) {
      if (entry.position > place.joined && !(await goesOnAfter(entry, place))) return undefined;
      const isTold = await known(entry, isFor);
      if (isTold && !(await place.stay.goesOn())) return undefined;
      if (isTold) yield changed(entry);
      at = entry.position;
    }
    return at;
  }

  private judge({ viewer, unit }: FollowChanges): Judge {
    const reading = this.installation.engine.reader.as(viewer);
    const judge = ({ stream, left = [] }: Change) =>
      reading.concerns(stream, unit !== undefined && left.includes(unit) ? undefined : unit);
    return Object.assign(judge, { sort: canonical([viewer.clearance, unit ?? null]) });
  }
}

/** `sort`: who sees the same. */
type Judge = ((change: Change) => Promise<boolean>) & Readonly<{ sort: string }>;

/** `own`: the stream of the reader's account. `joined`: where the log was when they came. */
type Place = Readonly<{ stay: Stay; own: string; joined: Position }>;

const framesFor = async function* (changes: readonly Change[], isFor: Judge, stay: Stay): AsyncGenerator<string> {
  for (const change of changes) if ((await isFor(change)) && (await stay.goesOn())) yield changed(change);
};

/** What the reader may see, or whether they may come in at all, may be another thing since. */
const goesOnAfter = async ({ stream }: Change, { own, stay }: Place): Promise<boolean> => {
  if (stream === own) return false;
  return stream.startsWith('office-') ? stay.goesOnAnew() : true;
};

const known = (entry: Entry, isFor: Judge): Promise<boolean> => {
  const before = entry.isFor.get(isFor.sort);
  const answer = before ?? isFor(entry);
  if (!before) entry.isFor.set(isFor.sort, answer);
  return answer;
};
