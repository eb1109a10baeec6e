import type { Channels } from '@edict/engine';
import type { Channel, EventStore } from '@edict/runtime';
import {
  context,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Link,
  type SpanOptions,
} from '@opentelemetry/api';

import { contextOf, tracer } from './tracing.ts';

/** A span while it lasts; what is thrown is told as an error without its words. */
const during = async <T>(name: string, options: SpanOptions, within: Context, does: () => Promise<T>): Promise<T> => {
  const span = tracer().startSpan(name, options, within);
  try {
    return await context.with(trace.setSpan(within, span), does);
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'unknown' });
    throw error;
  } finally {
    span.end();
  }
};

/** A span for each append: under the request that it is for, or under the one that began the flow; where time alone caused it, linked to the one that set the alarm. */
export const tracedStore = (store: EventStore): EventStore => ({
  read: (...asked) => store.read(...asked),
  follow: (...asked) => store.follow(...asked),
  head: () => store.head(),
  close: () => store.close(),
  append: (stream, after, events) => {
    const [first] = events;
    const attributes = {
      'edict.stream': stream,
      'edict.revision': after + events.length,
      'edict.type': first?.type ?? 'none',
    };
    const within = trace.getActiveSpan() ? context.active() : contextOf(first?.meta['traceparent']);
    return during('append', { attributes, links: linksIn(first?.meta['linkedTo']) }, within, () =>
      store.append(stream, after, events),
    );
  },
});

const linksIn = (traceparent: string | undefined): Link[] => {
  const context = trace.getSpanContext(contextOf(traceparent));
  return context ? [{ context }] : [];
};

/** A span for each attempt to send something outside, under the request that it came of. */
export const tracedChannels = (channels: Channels): Channels =>
  Object.fromEntries(Object.entries(channels).map(([name, channel]) => [name, tracedChannel(name, channel)]));

const tracedChannel = (name: string, channel: Channel): Channel => ({
  send: (message) =>
    during(
      `deliver ${name}`,
      { kind: SpanKind.PRODUCER, attributes: { 'edict.delivery': message.key } },
      contextOf(message.traceparent),
      () => channel.send(message),
    ),
});
