import {
  canonical,
  idFrom,
  linkHash,
  spelledLinkHash,
  type Context,
  type Happened,
  type Json,
  type Message,
  type Rejection,
} from '@edict/kernel';

import type { Caller } from './caller.ts';
import type { Meta, NewEvent, Recorded } from './event-store.ts';
import { Fault } from './fault.ts';
import { withBody } from './stored-event.ts';

/** Of all events there are by now. */
const VERSION = '1';

/** Flat strings, so that every store and every header can carry them. The hash is added by `chain`. */
export const metaOf = (
  caller: Caller & Readonly<{ linkedTo?: string | undefined }>,
  commandHash: string,
  context: Context,
  rejection?: Rejection,
): Meta => ({
  commandId: caller.commandId,
  commandHash,
  correlationId: caller.correlationId,
  causationId: caller.causationId,
  actor: caller.actor.id,
  unit: caller.actor.unit,
  capacity: caller.actor.capacity,
  origin: caller.actor.origin,
  recordedAt: context.now,
  occurredAt: context.occurredAt,
  version: VERSION,
  ...(caller.traceparent && { traceparent: caller.traceparent }),
  ...(caller.linkedTo && { linkedTo: caller.linkedTo }),
  ...(rejection && { rejection: rejection.code, reason: rejection.message }),
});

/** A later Edict wrote it. Nobody guesses what it means: whoever needs it stops there until the one here is as late. */
export class UnknownVersion extends Fault {
  override readonly name = 'UnknownVersion';
}

/**
 * Stored text becomes a typed event here and nowhere else: this is where upcasters go, chosen by `meta.version`. Throws `UnknownVersion`.
 */
export const happened = ({ id, type, data, stream, revision, meta }: Recorded): Happened<Message> => {
  const { recordedAt, occurredAt, version = VERSION } = meta;
  if (version !== VERSION) throw new UnknownVersion(`${type} ${stream}@${revision} is of version ${version}.`);
  return { id, type, data, stream, recordedAt, occurredAt } as Happened<Message>;
};

/** Where a stream ends: what comes next is sealed to `last`, or to `genesis` if it is the first. */
export type End = Readonly<{ stream: string; last: Recorded | undefined; genesis: string }>;

/** `messages` as they go to the end of a stream, each sealed to the one before it. */
export const chain = (
  { stream, last, genesis }: End,
  messages: readonly Message[],
  meta: Meta,
): readonly NewEvent[] => {
  const after = last?.revision ?? -1;
  const events: NewEvent[] = [];
  const texts = textsOf(meta);
  for (const [n, { type, data }] of messages.entries()) {
    const id = idFrom(meta['commandId']!, stream, String(n));
    const text = canonical(data);
    const previous = (events.at(-1) ?? last)?.meta['hash'] ?? genesis;
    const hash = spelledLinkHash(previous, stream, after + 1 + n, { id, type, data: text, meta: texts.unsealed });
    const event = { id, type, data: data as Json, meta: { ...meta, hash } };
    events.push(withBody(event, text, texts.sealed(hash)));
  }
  return events;
};

/** No text holds it: there, its quotation marks are escaped. */
const NO_HASH = '"hash":""';

/** The canonical text of `meta`, which is that of all events of a command, without a hash and with one. */
const textsOf = (meta: Meta) => {
  const [before, after] = canonical({ ...meta, hash: '' }).split(NO_HASH) as [string, string];
  const unsealed = after.startsWith(',') ? before + after.slice(1) : before.replace(/,$/, '') + after;
  return { unsealed, sealed: (hash: string) => `${before}"hash":"${hash}"${after}` };
};

/** Whether a whole stream is what was written, link by link. */
export const isIntact = (history: readonly Recorded[], genesis: string): boolean =>
  history.every((event, n) => {
    const { hash, ...meta } = event.meta;
    const previous = history[n - 1]?.meta['hash'] ?? genesis;
    return event.revision === n && hash === linkHash(previous, event.stream, n, { ...event, meta });
  });
