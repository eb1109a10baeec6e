import { randomUUID } from 'node:crypto';

import type { Proposed, Stored } from './log.ts';
import { shared, streams, type Shared, type Streams } from './protocol.ts';

const JSON_TYPE = 'application/json';
const OCTETS = 'application/octet-stream';

type ProposedMessage = Readonly<{
  getId(): Shared.UUID | undefined;
  getMetadataMap(): Readonly<{ get(key: string): string | undefined }>;
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
}>;

export const proposedFrom = (message: ProposedMessage): Proposed => {
  const id = message.getId();
  const map = message.getMetadataMap();
  return {
    id: id?.hasString() ? id.getString() : uuidFrom(id?.getStructured()),
    type: map.get('type') ?? '',
    json: map.get('content-type') === JSON_TYPE,
    data: message.getData_asU8(),
    meta: message.getCustomMetadata_asU8(),
  };
};

/** The unary append sends ids as two numbers of 64 bits. */
const uuidFrom = (structured: Shared.UUID.Structured | undefined): string => {
  if (!structured) return randomUUID();
  const hex = [structured.getMostSignificantBits(), structured.getLeastSignificantBits()]
    .map((bits) => BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0'))
    .join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

export const streamNameOf = (identifier: Shared.StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString();

export const identifierOf = (stream: string): Shared.StreamIdentifier => {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream));
  return identifier;
};

/** Since 22.6 an event carries its place in the whole log also where a stream is read. */
export const readResponse = (event: Stored): Streams.ReadResp => {
  const read = new streams.ReadResp.ReadEvent();
  read.setEvent(recorded(event));
  read.setCommitPosition(String(event.position));
  const response = new streams.ReadResp();
  response.setEvent(read);
  return response;
};

const recorded = (event: Stored): Streams.ReadResp.ReadEvent.RecordedEvent => {
  const message = new streams.ReadResp.ReadEvent.RecordedEvent();
  const id = new shared.UUID();
  id.setString(event.id);
  message.setId(id);
  message.setStreamIdentifier(identifierOf(event.stream));
  message.setStreamRevision(String(event.revision));
  message.setCommitPosition(String(event.position));
  message.setPreparePosition(String(event.position));
  const map = message.getMetadataMap();
  map.set('type', event.type);
  map.set('content-type', event.json ? JSON_TYPE : OCTETS);
  map.set('created', String(event.created));
  message.setData(event.data);
  message.setCustomMetadata(event.meta);
  return message;
};
