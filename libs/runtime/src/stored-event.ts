import { canonical, type Json } from '@edict/kernel';

import type { Meta, NewEvent, Position, Recorded } from './event-store.ts';

/** An event as it lies in a database whose positions are counted: 1 for the first. */
export type StoredEvent = Readonly<{ position: number; stream: string; revision: number; body: string }>;

/** What was spelled when it was sealed is not spelled again to be stored. */
class Spelled implements NewEvent {
  readonly id: string;
  readonly type: string;
  readonly data: Json;
  readonly meta: Meta;
  readonly #body: string;

  constructor({ id, type, data, meta }: NewEvent, body: string) {
    this.id = id;
    this.type = type;
    this.data = data;
    this.meta = meta;
    this.#body = body;
  }

  get body(): string {
    return this.#body;
  }
}

/** The text that is stored: what is hashed of an event, apart from its place, and its hash. */
export const bodyOf = (event: NewEvent): string =>
  event instanceof Spelled
    ? event.body
    : canonical({ data: event.data, id: event.id, meta: event.meta, type: event.type });

/** `event`, whose `data` and `meta` have been spelled as canonical texts. */
export const withBody = (event: NewEvent, data: string, meta: string): NewEvent =>
  new Spelled(event, `{"data":${data},"id":${canonical(event.id)},"meta":${meta},"type":${canonical(event.type)}}`);

export const recordedFrom = ({ position, stream, revision, body }: StoredEvent): Recorded => {
  const { id, type, data, meta } = JSON.parse(body) as NewEvent;
  return { id, type, data, meta, stream, revision, position: positionOf(position) };
};

/** 16 digits hold every safe integer, so that positions sort as texts. */
export const positionOf = (position: number): Position => (position === 0 ? '' : String(position).padStart(16, '0'));
