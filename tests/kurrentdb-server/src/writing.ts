import type grpc from '@grpc/grpc-js';

import { denied, exhausted, notLeader, streamDeleted, tooLarge, unavailable, type GrpcError } from './errors.ts';
import type { Fault } from './faults.ts';
import { sizeOf, type Appended, type Expected, type Proposed } from './log.ts';
import { isKnown, type Authorized } from './authorized.ts';
import type { Node } from './node.ts';
import { shared, streams, type Streams } from './protocol.ts';
import { proposedFrom, streamNameOf } from './wire.ts';

/** The unary append: what the client uses once it has credentials. */
export const append =
  (node: Node) =>
  (
    call: grpc.ServerReadableStream<Streams.AppendReq, Streams.AppendResp>,
    answer: grpc.sendUnaryData<Streams.AppendResp>,
  ): void => {
    let options: Streams.AppendReq.Options | undefined;
    const events: Proposed[] = [];
    call.on('data', (request: Streams.AppendReq) => {
      options ??= request.getOptions();
      const message = request.getProposedMessage();
      if (message) events.push(proposedFrom(message));
    });
    call.on('error', () => undefined);
    call.on('end', () => {
      const stream = streamNameOf(options?.getStreamIdentifier());
      const refused = refusal(node, call);
      const fault = node.faults.take('append');
      const taken = () => take(node, stream, expectedOf(options), events);
      if (!refused && isWritten(fault)) taken();
      if (refused) answer(refused);
      else if (!fault) reply(answer, node, { stream, expected: expectedOf(options), outcome: taken() });
      else if (!unanswered(fault)) answer(errorOf(node, fault));
    });
  };

type Taken = Readonly<{ stream: string; expected: Expected; outcome: Appended | 'too large' }>;

const reply = (
  answer: grpc.sendUnaryData<Streams.AppendResp>,
  node: Node,
  { stream, expected, outcome }: Taken,
): void => {
  if (outcome === 'too large') answer(tooLarge(node.maxAppendBytes));
  else if (outcome === 'deleted') answer(streamDeleted(stream));
  else answer(null, unaryResponse(outcome, expected));
};

/** Whoever may not write, or wants the leader and has not found it. */
export const refusal = (node: Node, call: Authorized): GrpcError | undefined => {
  if (!isKnown(node, call)) return denied();
  const wantsLeader = call.metadata.get('requires-leader')[0] === 'true';
  return wantsLeader && !node.isLeader() ? notLeader(node.leader()) : undefined;
};

export const take = (
  node: Node,
  stream: string,
  expected: Expected,
  events: readonly Proposed[],
): Appended | 'too large' => {
  const size = events.reduce((sum, event) => sum + sizeOf(event), 0);
  return size > node.maxAppendBytes ? 'too large' : node.log.append(stream, expected, events);
};

export const isWritten = (fault: Fault | undefined): boolean => fault?.endsWith(', written') ?? false;
export const unanswered = (fault: Fault): boolean => fault.startsWith('unanswered');

export const errorOf = (node: Node, fault: Fault): GrpcError => {
  if (fault === 'denied') return denied();
  if (fault === 'not leader') return notLeader(node.leader());
  if (fault === 'exhausted') return exhausted();
  return unavailable();
};

type Expecting = Readonly<{
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
  getRevision(): string;
}>;

const expectedOf = (options: Expecting | undefined): Expected => {
  if (!options || options.hasAny()) return 'any';
  if (options.hasNoStream()) return -1n;
  return options.hasStreamExists() ? 'stream_exists' : BigInt(options.getRevision());
};

const unaryResponse = (outcome: Exclude<Appended, 'deleted'>, expected: Expected): Streams.AppendResp => {
  const response = new streams.AppendResp();
  if ('conflict' in outcome) response.setWrongExpectedVersion(conflictOf(outcome.conflict, expected));
  else response.setSuccess(successOf(outcome));
  return response;
};

const conflictOf = (actual: bigint, expected: Expected): Streams.AppendResp.WrongExpectedVersion => {
  const conflict = new streams.AppendResp.WrongExpectedVersion();
  if (actual < 0n) conflict.setCurrentNoStream(new shared.Empty());
  else conflict.setCurrentRevision(String(actual));
  if (expected === 'any') conflict.setExpectedAny(new shared.Empty());
  else if (expected === 'stream_exists') conflict.setExpectedStreamExists(new shared.Empty());
  else if (expected < 0n) conflict.setExpectedNoStream(new shared.Empty());
  else conflict.setExpectedRevision(String(expected));
  return conflict;
};

const successOf = ({
  revision,
  position,
}: Readonly<{ revision: bigint; position: bigint | undefined }>): Streams.AppendResp.Success => {
  const success = new streams.AppendResp.Success();
  success.setCurrentRevision(String(revision));
  if (position === undefined) return success.setNoPosition(new shared.Empty());
  const at = new streams.AppendResp.Position();
  at.setCommitPosition(String(position));
  at.setPreparePosition(String(position));
  return success.setPosition(at);
};
