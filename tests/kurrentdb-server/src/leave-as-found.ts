import type { KurrentDBClient, Position } from '@kurrent/kurrentdb-client';

const SIDE_BY_SIDE = 32;

/** Where the log of a server ends now; `undefined`: there is nothing in it. */
export const headOf = (url: string): Promise<Position | undefined> =>
  withClient(url, async (client) => {
    for await (const { event } of client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1 }))
      return event?.position;
    return undefined;
  });

/** Deletes what was written under the prefixes after a position. The server's next scavenge takes it from its disk. */
export const removeStreams = (url: string, prefixes: readonly string[], after: Position | undefined): Promise<void> =>
  withClient(url, async (client) => {
    if (prefixes.length === 0) return;
    const filter = { filterOn: 'streamName' as const, prefixes: [...prefixes], checkpointInterval: 1 };
    const streams = new Set<string>();
    for await (const { event } of client.readAll({ fromPosition: after ?? 'start', filter }))
      if (event) streams.add(event.streamId);
    const left = [...streams];
    for (let n = 0; n < left.length; n += SIDE_BY_SIDE)
      await Promise.all(left.slice(n, n + SIDE_BY_SIDE).map((stream) => client.deleteStream(stream)));
  });

const withClient = async <T>(url: string, work: (client: KurrentDBClient) => Promise<T>): Promise<T> => {
  const { default: kurrent } = await import('@kurrent/kurrentdb-client');
  const client = kurrent.KurrentDBClient.connectionString(url);
  try {
    return await work(client);
  } finally {
    await client.dispose();
  }
};
