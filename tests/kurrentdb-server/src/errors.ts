import grpc from '@grpc/grpc-js';

export type GrpcError = Error & Readonly<{ code: grpc.status; details: string; metadata: grpc.Metadata }>;

/** As the node puts it: a status, and in the trailers which exception it was. */
export const grpcError = (
  code: grpc.status,
  details: string,
  trailers: Readonly<Record<string, string>> = {},
): GrpcError => {
  const metadata = new grpc.Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata });
};

const { status } = grpc;
export const unavailable = () => grpcError(status.UNAVAILABLE, 'Server Is Not Ready');
export const denied = () => grpcError(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
export const exhausted = () => grpcError(status.RESOURCE_EXHAUSTED, 'Too many pings');

export const notLeader = ({ host, port }: Readonly<{ host: string; port: number }>) =>
  grpcError(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });

export const streamDeleted = (stream: string) =>
  grpcError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

export const tooLarge = (limit: number) =>
  grpcError(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  });
