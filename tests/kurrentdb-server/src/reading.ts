import type grpc from '@grpc/grpc-js';

import { streamDeleted, unavailable } from './errors.ts';
import type { Stored } from './log.ts';
import type { Node } from './node.ts';
import { streams, type Streams } from './protocol.ts';
import { follow } from './subscriptions.ts';
import { identifierOf, readResponse, streamNameOf } from './wire.ts';
import { errorOf, refusal, unanswered } from './writing.ts';

export type ReadCall = grpc.ServerWritableStream<Streams.ReadReq, Streams.ReadResp>;

/** One RPC for every kind of reading: a stream or the whole log, forwards or backwards, a page or a subscription. */
export const read =
  (node: Node) =>
  (call: ReadCall): void => {
    const options = call.request.getOptions()!;
    call.on('error', () => undefined);
    const fail = (error: Error) => void call.emit('error', error);
    const kind = options.hasSubscription() ? 'subscription' : 'read';
    const refused = refusal(node, call);
    const fault = node.faults.take(kind);
    if (refused) fail(refused);
    else if (kind === 'subscription') follow(node, call, options, fault);
    else if (!fault) page(node, call, options).catch((error: unknown) => fail(error as Error));
    else if (!unanswered(fault)) fail(errorOf(node, fault));
  };

const page = async (node: Node, call: ReadCall, options: Streams.ReadReq.Options): Promise<void> => {
  const count = Number(options.getCount());
  if (count === 0) throw unavailable(); // what the node answers
  const found = options.hasStream() ? streamPage(node, options) : logPage(node, options);
  if (found === undefined) {
    call.write(notFound(streamNameOf(options.getStream()?.getStreamIdentifier())));
    call.end();
    return;
  }
  const ordered = isBackwards(options) ? found.toReversed() : found;
  for (const event of ordered.slice(0, count)) if (!(await write(call, readResponse(event)))) return;
  call.end();
};

const logPage = (node: Node, options: Streams.ReadReq.Options): readonly Stored[] =>
  node.log.all.filter((event) => node.visible(event) && matches(options, event.stream) && isAfter(options, event));

const streamPage = (node: Node, options: Streams.ReadReq.Options): readonly Stored[] | undefined => {
  const of = options.getStream()!;
  const stream = streamNameOf(of.getStreamIdentifier());
  if (node.log.isTombstoned(stream)) throw streamDeleted(stream);
  const events = node.log.read(stream)?.filter((event) => node.visible(event));
  if (!events?.length) return undefined;
  if (!of.hasRevision()) return of.hasEnd() && !isBackwards(options) ? [] : events;
  const from = BigInt(of.getRevision());
  return events.filter(({ revision }) => (isBackwards(options) ? revision <= from : revision >= from));
};

/** Forwards from a position inclusive, backwards exclusive. */
const isAfter = (options: Streams.ReadReq.Options, { position }: Stored): boolean => {
  const all = options.getAll()!;
  if (all.hasEnd()) return isBackwards(options);
  if (all.hasStart()) return !isBackwards(options);
  const from = BigInt(all.getPosition()?.getCommitPosition() ?? 0);
  return isBackwards(options) ? position < from : position >= from;
};

const isBackwards = (options: Streams.ReadReq.Options): boolean =>
  options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;

/** The adapter filters by the names of streams, and by prefix only. */
export const matches = (options: Streams.ReadReq.Options, stream: string): boolean => {
  const prefixes = options.getFilter()?.getStreamIdentifier()?.getPrefixList();
  return prefixes === undefined || prefixes.some((prefix) => stream.startsWith(prefix));
};

const notFound = (stream: string): Streams.ReadResp => {
  const missing = new streams.ReadResp.StreamNotFound();
  missing.setStreamIdentifier(identifierOf(stream));
  return new streams.ReadResp().setStreamNotFound(missing);
};

const GOES_ON = ['drain', 'cancelled', 'close', 'error'];

/** Waits where the reader does not keep up; `false` once nobody reads any more. */
export const write = async (call: ReadCall, response: Streams.ReadResp): Promise<boolean> => {
  if (call.cancelled || call.destroyed) return false;
  if (call.write(response)) return true;
  await new Promise<void>((resolve) => {
    const done = () => {
      for (const event of GOES_ON) call.off(event, done);
      resolve();
    };
    for (const event of GOES_ON) call.on(event, done);
  });
  return !call.cancelled;
};
