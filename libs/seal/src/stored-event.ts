import { canonical, linkHash, type Json } from '@edict/kernel';

import { isHash, type Hash } from './hash.ts';

/** A row of the log as it is stored. Positions that are numbers were counted: 1, 2, 3 …; texts only need to sort. */
export type LogRow = Readonly<{ position: number | string; stream: string; revision: number; body: string }>;

type Meta = Readonly<Record<string, string>>;
type Content = Readonly<{ id: string; type: string; data: Json; meta: Meta }>;

/** An event as its body tells it. */
export type StoredEvent = Readonly<{ content: Content; hash: Hash; commandId: string; recordedAt: string }>;

/** The event, or what is wrong with the text. */
export const readBody = (body: string): StoredEvent | string => {
  const value = parsed(body);
  if (value === undefined) return 'The body is not JSON.';
  if (textOf(value) !== body) return 'The body is not the canonical text of what it says.';
  if (!isContent(value)) return 'The body is not an event: {data, id, meta, type} with texts in meta.';
  const { hash, commandId, recordedAt } = value.meta;
  if (!isHash(hash) || !commandId) return 'The event has no hash, or no command that caused it.';
  if (!isInstant(recordedAt)) return 'The event was recorded at no instant (24 characters, UTC).';
  return { content: value, hash, commandId, recordedAt };
};

/** What is left of the hash in a body that cannot be read: the link to the next event, which need not suffer. */
export const hashIn = (body: unknown): Hash | undefined =>
  [...String(body).matchAll(/"hash":"([0-9a-f]{64})"/g)].at(-1)?.[1];

/** The hash that the event must have if it comes after `previous`. */
export const linkOf = (previous: Hash, { stream, revision }: LogRow, { content }: StoredEvent): Hash => {
  const { hash: _, ...meta } = content.meta;
  return linkHash(previous, stream, revision, { ...content, meta });
};

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** `undefined`: it has none, or is nested too deep to be an event. */
const textOf = (value: unknown): string | undefined => {
  try {
    return canonical(value);
  } catch {
    return undefined;
  }
};

const isContent = (value: unknown): value is Content => {
  if (!isObject(value) || Object.keys(value).join() !== 'data,id,meta,type') return false;
  const { id, meta, type } = value;
  return typeof id === 'string' && isType(type) && isObject(meta) && Object.values(meta).every(isText);
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isText = (value: unknown): value is string => typeof value === 'string';

const isType = (value: unknown): value is string => isText(value) && /^[A-Za-z]+$/.test(value);

/** There and back again: a thirtieth of February comes back as another day. */
const isInstant = (text: string | undefined): text is string => {
  if (text?.length !== 24) return false;
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString() === text;
};
