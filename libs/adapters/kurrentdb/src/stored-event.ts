import { canonical, type Json } from '@edict/kernel';
import { StoreUnavailable, type Meta, type NewEvent, type Position, type Recorded } from '@edict/runtime';

/** Numbers before 1.3 of the client, and where its types say otherwise. */
type Long = bigint | number;
type Place = Readonly<{ commit: Long; prepare: Long }>;

/** An event as either reader gives it, and a subscription. */
export type ReadEvent = Readonly<{
  event?:
    | Readonly<{
        streamId: string;
        id: string;
        revision: Long;
        type: string;
        isJson: boolean;
        data: unknown;
        metadata?: unknown;
        position?: Place | undefined;
      }>
    | undefined;
}>;

const DIGITS = 20;
/** What servers before 22.6 say instead of a place when a stream is read. */
const NOWHERE = (1n << 64n) - 1n;

/** Two numbers of 64 bits, padded, so that they sort as texts. */
export const positionOf = ({ commit, prepare }: Place): Position => `${padded(commit)}/${padded(prepare)}`;

/** `''` is before everything: there is no such place. */
export const placeOf = (position: Position): Readonly<{ commit: bigint; prepare: bigint }> | undefined => {
  if (position === '') return undefined;
  const [commit = '', prepare = ''] = position.split('/');
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
};

const padded = (number: Long): string => String(number).padStart(DIGITS, '0');

/** As it goes over the wire, and how many bytes of the server's limit it takes. Throws where JSON has no text for it. */
export const wireEvent = ({ id, type, data, meta }: NewEvent) => {
  const texts = { data: canonical(data), metadata: canonical(meta) };
  const bytes = Buffer.byteLength(texts.data) + Buffer.byteLength(texts.metadata) + 2 * type.length;
  const event = {
    id,
    type,
    contentType: 'application/json' as const,
    data: JSON.parse(texts.data) as Record<string, unknown>,
    metadata: JSON.parse(texts.metadata) as Record<string, string>,
  };
  return { event, bytes };
};

/** Throws `StoreUnavailable` for what cannot have been written by Edict. */
export const recordedFrom = ({ event }: ReadEvent, prefix: string): Recorded => {
  if (!event?.streamId.startsWith(prefix))
    throw new StoreUnavailable('corrupt', 'The server gave an event without one.');
  const stream = event.streamId.slice(prefix.length);
  const revision = Number(event.revision);
  const meta = metaFrom(event.metadata);
  if (!event.isJson || !meta)
    throw new StoreUnavailable(
      'corrupt',
      `${stream}@${revision} was not written by Edict: it is no JSON, or has other metadata.`,
    );
  const { id, type, data } = event;
  return { id, type, data: data as Json, meta, stream, revision, position: placed(event.position, stream) };
};

const placed = (place: Place | undefined, stream: string): Position => {
  if (place && BigInt(place.commit) < NOWHERE) return positionOf(place);
  throw new StoreUnavailable(
    'io',
    `The server does not say where in the log the events of ${stream} are. It is older than 23.10.`,
  );
};

/** The server's own additions begin with a dollar sign. */
const metaFrom = (metadata: unknown): Meta | undefined => {
  if (typeof metadata !== 'object' || metadata === null || ArrayBuffer.isView(metadata)) return undefined;
  const own = Object.entries(metadata).filter(([key]) => !key.startsWith('$'));
  return own.every((entry): entry is [string, string] => typeof entry[1] === 'string')
    ? Object.fromEntries(own)
    : undefined;
};
