import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { ReadReq, ReadResp } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';

import type { Reader } from './reader.ts';
import type { ReadEvent } from './stored-event.ts';

/** What the client keeps for itself: how it makes a call on its own connection, with its own credentials. */
type Internals = Readonly<{
  execute<T>(service: unknown, name: string, call: (service: StreamsService) => Promise<T>): Promise<T>;
  callArguments(options: { requiresLeader: boolean }): readonly [metadata: unknown, options: unknown];
}>;
type StreamsService = Readonly<{
  read(request: ReadReq, metadata: unknown, options: unknown): AsyncIterable<ReadResp>;
}>;
type Options = InstanceType<typeof ReadReq.Options>;

/**
 * Reads on the connection that appends take, past the native code: 2 to 5 ms where one reads at a time, a deadline that reaches the
 * server, and the same way out when a leader dies. It rests on stubs that the client ships and does not document.
 */
export const grpcReader: Reader = {
  async stream(client, stream, from, count) {
    const { streams, shared } = await stubs();
    return read(client, count, (options) => {
      const identifier = new shared.StreamIdentifier();
      identifier.setStreamName(Buffer.from(stream).toString('base64'));
      const of = new streams.ReadReq.Options.StreamOptions();
      of.setStreamIdentifier(identifier);
      of.setRevision(String(from));
      options.setStream(of);
      options.setNoFilter(new shared.Empty());
    });
  },
  async last(client, prefix) {
    const { streams, shared } = await stubs();
    const [last] = await read(client, 1, (options) => {
      const all = new streams.ReadReq.Options.AllOptions();
      all.setEnd(new shared.Empty());
      options.setAll(all);
      options.setReadDirection(streams.ReadReq.Options.ReadDirection.BACKWARDS);
      const names = new streams.ReadReq.Options.FilterOptions.Expression();
      names.setPrefixList([prefix]);
      const filter = new streams.ReadReq.Options.FilterOptions();
      filter.setStreamIdentifier(names);
      filter.setCount(new shared.Empty());
      filter.setCheckpointintervalmultiplier(1);
      options.setFilter(filter);
    });
    return last;
  },
};

/** Loaded when first used, as the client itself is. */
const stubs = async () => ({
  streams: (await import('@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js')).default,
  shared: (await import('@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js')).default,
  service: (await import('@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js')).default,
});

const read = async (
  client: KurrentDBClient,
  count: number,
  choose: (options: Options) => void,
): Promise<readonly ReadEvent[]> => {
  const { streams, shared, service } = await stubs();
  const options = new streams.ReadReq.Options();
  const ids = new streams.ReadReq.Options.UUIDOption();
  ids.setString(new shared.Empty());
  options.setUuidOption(ids);
  options.setCount(String(count));
  choose(options);
  const request = new streams.ReadReq();
  request.setOptions(options);
  const { execute, callArguments } = client as unknown as Internals;
  return execute(service.StreamsClient, 'read', async (connection) => {
    const events: ReadEvent[] = [];
    const responses = connection.read(request, ...callArguments({ requiresLeader: true }));
    for await (const response of responses) events.push(...eventsIn(response));
    return events;
  });
};

/** Other responses say that there is no such stream, or where it begins and ends. */
const eventsIn = (response: ReadResp): readonly ReadEvent[] => {
  const recorded = response.getEvent()?.getEvent();
  if (!recorded) return [];
  const content = recorded.getMetadataMap();
  const event = {
    streamId: Buffer.from(recorded.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString(),
    id: recorded.getId()?.getString() ?? '',
    revision: BigInt(recorded.getStreamRevision()),
    type: content.get('type') ?? '',
    isJson: content.get('content-type') === 'application/json',
    data: parsed(recorded.getData_asU8()),
    metadata: parsed(recorded.getCustomMetadata_asU8()),
    position: {
      commit: BigInt(recorded.getCommitPosition()),
      prepare: BigInt(recorded.getPreparePosition()),
    },
  };
  return [{ event }];
};

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return bytes;
  }
};
