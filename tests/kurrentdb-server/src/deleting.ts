import grpc from '@grpc/grpc-js';

import { grpcError, streamDeleted } from './errors.ts';
import type { Node } from './node.ts';
import { shared, streams, type Shared, type Streams } from './protocol.ts';
import { streamNameOf } from './wire.ts';
import { refusal } from './writing.ts';

type Call<Request> = Readonly<{ request: Request; metadata: grpc.Metadata }>;

export const softDelete =
  (node: Node) =>
  (call: Call<Streams.DeleteReq>, answer: grpc.sendUnaryData<Streams.DeleteResp>): void => {
    const error = refusal(node, call) ?? remove(node, call.request.getOptions()?.getStreamIdentifier(), false);
    if (error) answer(error);
    else answer(null, new streams.DeleteResp().setNoPosition(new shared.Empty()));
  };

export const tombstone =
  (node: Node) =>
  (call: Call<Streams.TombstoneReq>, answer: grpc.sendUnaryData<Streams.TombstoneResp>): void => {
    const error = refusal(node, call) ?? remove(node, call.request.getOptions()?.getStreamIdentifier(), true);
    if (error) answer(error);
    else answer(null, new streams.TombstoneResp().setNoPosition(new shared.Empty()));
  };

const remove = (node: Node, identifier: Shared.StreamIdentifier | undefined, hard: boolean) => {
  const stream = streamNameOf(identifier);
  const outcome = node.log.delete(stream, hard);
  if (outcome === 'gone') return streamDeleted(stream);
  return outcome === 'deleted'
    ? undefined
    : grpcError(grpc.status.FAILED_PRECONDITION, 'Delete failed due to WrongExpectedVersion.', {
        exception: 'wrong-expected-version',
        'stream-name': stream,
        'expected-version': '-2',
        'actual-version': '-1',
      });
};
