import type grpc from '@grpc/grpc-js';

import { notLeader, unavailable } from './errors.ts';
import type { Fault } from './faults.ts';
import { isKnown } from './authorized.ts';
import type { Appended, Expected, Proposed } from './log.ts';
import type { Node } from './node.ts';
import { any, empty, shared, status, streams, type Streams } from './protocol.ts';
import { identifierOf, proposedFrom, streamNameOf } from './wire.ts';
import { isWritten, take, unanswered } from './writing.ts';

type Call = grpc.ServerDuplexStream<Streams.BatchAppendReq, Streams.BatchAppendResp>;
type Batch = { options: Streams.BatchAppendReq.Options; events: Proposed[] };

/** One long stream of appends for each client; answers name the request they belong to. */
export const batchAppend =
  (node: Node) =>
  (call: Call): void => {
    const waiting = new Map<string, Batch>();
    const open = { end: () => call.end(), break: (error: Error) => void call.emit('error', error) };
    node.batches.add(open);
    const close = () => node.batches.delete(open);
    call.on('cancelled', close).on('error', close);
    call.on('end', () => {
      close();
      call.end();
    });
    call.on('data', (request: Streams.BatchAppendReq) => {
      const batch = collected(waiting, request);
      if (batch && request.getIsFinal()) answer(node, call, batch, request);
    });
  };

const collected = (waiting: Map<string, Batch>, request: Streams.BatchAppendReq): Batch | undefined => {
  const id = request.getCorrelationId()?.getString() ?? '';
  const options = request.getOptions();
  if (options) waiting.set(id, { options, events: [] });
  const batch = waiting.get(id);
  batch?.events.push(...request.getProposedMessagesList().map(proposedFrom));
  if (request.getIsFinal()) waiting.delete(id);
  return batch;
};

const answer = (node: Node, call: Call, { options, events }: Batch, request: Streams.BatchAppendReq): void => {
  const stream = streamNameOf(options.getStreamIdentifier());
  const response = new streams.BatchAppendResp();
  response.setCorrelationId(request.getCorrelationId());
  response.setStreamIdentifier(identifierOf(stream));
  const reply = (outcome: Appended | Refused) => {
    if (typeof outcome === 'object' && 'revision' in outcome) response.setSuccess(successOf(outcome));
    else response.setError(errorStatus(node, stream, outcome, expectedOf(options)));
    call.write(response);
  };

  if (!isKnown(node, call)) {
    reply('denied');
    return;
  }
  const fault = node.faults.take('append');
  if (isWritten(fault)) take(node, stream, expectedOf(options), events);
  if (!fault) reply(take(node, stream, expectedOf(options), events));
  else if (!unanswered(fault)) fail(node, call, fault, reply);
};

type Refused = 'too large' | 'denied' | 'timeout' | 'not ready' | 'busy';

const fail = (node: Node, call: Call, fault: Fault, reply: (outcome: Refused) => void): void => {
  if (fault === 'not ready' || fault === 'busy' || fault === 'timeout' || fault === 'denied') reply(fault);
  else if (fault === 'ended') call.end();
  else call.emit('error', fault === 'not leader' ? notLeader(node.leader()) : unavailable());
};

const expectedOf = (options: Streams.BatchAppendReq.Options): Expected => {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return -1n;
  return options.hasStreamExists() ? 'stream_exists' : BigInt(options.getStreamPosition());
};

const successOf = ({
  revision,
  position,
}: Exclude<Appended, string | { conflict: bigint }>): Streams.BatchAppendResp.Success => {
  const success = new streams.BatchAppendResp.Success();
  success.setCurrentRevision(String(revision));
  if (position === undefined) return success.setNoPosition(new empty.Empty());
  const at = new shared.AllStreamPosition();
  at.setCommitPosition(String(position));
  at.setPreparePosition(String(position));
  return success.setPosition(at);
};

type Details = Readonly<{ serializeBinary(): Uint8Array }>;
const SAID = { 'not ready': 'Server Is Not Ready', busy: 'Server Is Busy' } as const;

const errorStatus = (
  node: Node,
  stream: string,
  outcome: Exclude<Appended, { revision: bigint }> | Refused,
  expected: Expected,
) => {
  if (typeof outcome === 'object') return packed('WrongExpectedVersion', conflictOf(outcome.conflict, expected));
  switch (outcome) {
    case 'too large':
      return packed('MaximumAppendSizeExceeded', tooLargeOf(node.maxAppendBytes));
    case 'denied':
      return packed('AccessDenied', new shared.AccessDenied());
    case 'timeout':
      return packed('Timeout', new shared.Timeout());
    case 'deleted':
      return packed('StreamDeleted', deletedOf(stream));
    case 'not ready':
    case 'busy':
      return status_(SAID[outcome], 'google.protobuf.Empty', new empty.Empty());
  }
};

const packed = (name: string, details: Details) => status_(name, `event_store.client.${name}`, details);

const status_ = (message: string, type: string, details: Details) => {
  const wrapped = new any.Any();
  wrapped.pack(details.serializeBinary(), type, 'type.googleapis.com');
  const result = new status.Status();
  result.setMessage(message);
  return result.setDetails(wrapped);
};

const tooLargeOf = (limit: number) => new shared.MaximumAppendSizeExceeded().setMaxappendsize(limit);
const deletedOf = (stream: string) => new shared.StreamDeleted().setStreamIdentifier(identifierOf(stream));

const conflictOf = (actual: bigint, expected: Expected) => {
  const conflict = new shared.WrongExpectedVersion();
  if (actual < 0n) conflict.setCurrentNoStream(new empty.Empty());
  else conflict.setCurrentStreamRevision(String(actual));
  if (expected === 'any') return conflict.setExpectedAny(new empty.Empty());
  if (expected === 'stream_exists') return conflict.setExpectedStreamExists(new empty.Empty());
  return expected < 0n
    ? conflict.setExpectedNoStream(new empty.Empty())
    : conflict.setExpectedStreamPosition(String(expected));
};
