import { canonical, linkText, type Json } from '@edict/kernel/text';

import { checkpointLines, type CheckpointLines } from './checkpoint-lines.ts';
import { isHash, type Hash } from './hash.ts';
import { wayUp } from './way-up.ts';

/** An event with its place in the sealed log and the way from there to the root. `index`: `null` while it is in no checkpoint yet. */
export type SealedEvent = Readonly<{
  revision: number;
  id: string;
  type: string;
  data: unknown;
  meta: Readonly<Record<string, string>>;
  index: number | null;
  proof: readonly string[];
}>;

/** All that somebody needs to check a stream without trusting who gives it to them: nothing else is asked for. */
export type Evidence = Readonly<{ checkpoint: string; stream: string; events: readonly SealedEvent[] }>;

/** SHA-256, in whichever way there is one. */
export type Digest = (octets: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;

/**
 * `content`: its hash is that of something else, or of another place in the stream. `proof`: it is not where it is said to be in what was
 * sealed. `notYet`: in no checkpoint, which is so for a second after it was written.
 */
export type EventFlaw = 'content' | 'proof' | 'notYet';
export type CheckpointFlaw = 'torn' | 'edited' | 'root';

export type CheckedEvent = Readonly<{ revision: number; flaw: EventFlaw | null }>;
export type Checked = Readonly<{
  checkpoint: CheckpointLines | undefined;
  checkpointFlaw: CheckpointFlaw | null;
  events: readonly CheckedEvent[];
}>;

/**
 * Recomputes every hash of a stream from its beginning, and the way of each to the root of the checkpoint. What it does not show: that the
 * stream goes on no further, and that the checkpoint is the one that others hold.
 */
export const checkEvidence = async (evidence: Evidence, digest: Digest): Promise<Checked> => {
  const hashes = hashing(digest);
  const checkpoint = checkpointLines(evidence.checkpoint);
  if (!checkpoint) return { checkpoint, checkpointFlaw: 'torn', events: await eventsIn(evidence, NOTHING, hashes) };
  const checkpointFlaw = await flawOf(checkpoint, hashes);
  const root = checkpointFlaw === null ? hexOf(fromBase64(checkpoint.root)) : undefined;
  const genesis = await hashes.ofText(checkpoint.origin.slice(ORIGIN.length));
  const events = await eventsIn(evidence, { root, genesis, size: checkpoint.size }, hashes);
  return { checkpoint, checkpointFlaw, events };
};

type Sealed = Readonly<{ root: Hash | undefined; genesis: Hash; size: number }>;
const NOTHING: Sealed = { root: undefined, genesis: '', size: 0 };

/** After a damaged event it goes on from the hash that this has: what is listed is what is damaged. */
const eventsIn = async ({ stream, events }: Evidence, sealed: Sealed, hashes: Hashing): Promise<CheckedEvent[]> => {
  const checked: CheckedEvent[] = [];
  let previous = sealed.genesis;
  for (const [n, event] of events.entries()) {
    const { hash = '', ...meta } = event.meta;
    const text = textOf(() => linkText(previous, stream, n, { ...event, data: event.data as Json, meta }));
    const isWhole = event.revision === n && text !== undefined && hash === (await hashes.ofText(text));
    checked.push({ revision: event.revision, flaw: isWhole ? await flawInPlace(event, sealed, hashes) : 'content' });
    previous = hash;
  }
  return checked;
};

/** `undefined`: it has something in it that no event has, such as half a character. */
const textOf = (text: () => string): string | undefined => {
  try {
    return text();
  } catch {
    return undefined;
  }
};

type Shown = Readonly<{
  type: string;
  data: unknown;
  at?: string | undefined;
  actor: Readonly<{ id?: string | undefined }>;
}>;

/** Whether what somebody is shown of an event is what was sealed: what happened, when it was recorded, and by whom. */
export const saysTheSame = ({ type, data, at, actor }: Shown, { meta, ...event }: SealedEvent): boolean =>
  canonical([type, data, at ?? null, actor.id ?? null]) ===
  canonical([event.type, event.data, meta['recordedAt'] ?? null, meta['actor'] ?? null]);

const ORIGIN = 'edict/';

type Hashing = Readonly<{
  ofText(text: string): Promise<Hash>;
  leaf(leaf: Hash): Promise<Hash>;
  node(left: Hash, right: Hash): Promise<Hash>;
}>;

const hashing = (digest: Digest): Hashing => {
  const of = async (octets: Uint8Array<ArrayBuffer>): Promise<Hash> => hexOf(await digest(octets));
  return {
    ofText: (text) => of(new TextEncoder().encode(text)),
    leaf: (leaf) => of(octetsOf(`00${leaf}`)),
    node: (left, right) => of(octetsOf(`01${left}${right}`)),
  };
};

const flawOf = async (
  { text, sum, root, frontier, size }: CheckpointLines,
  hashes: Hashing,
): Promise<CheckpointFlaw | null> => {
  if ((await hashes.ofText(text)) !== sum) return 'edited';
  let reached = size === 0 ? await hashes.ofText('') : frontier.at(-1)!;
  for (const left of frontier.slice(0, -1).toReversed()) reached = await hashes.node(left, reached);
  return toBase64(reached) === root ? null : 'root';
};

const flawInPlace = async (
  { index, proof, meta }: SealedEvent,
  { root, size }: Sealed,
  hashes: Hashing,
): Promise<EventFlaw | null> => {
  if (index === null) return 'notYet';
  const steps = proof.every(isHash) ? wayUp({ index, size }, proof) : undefined;
  if (!steps) return 'proof';
  let reached = await hashes.leaf(meta['hash']!);
  for (const { beside, isLeft } of steps)
    reached = await (isLeft ? hashes.node(beside, reached) : hashes.node(reached, beside));
  return reached === root ? null : 'proof';
};

const octetsOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

const hexOf = (octets: Uint8Array): string => Array.from(octets, (each) => each.toString(16).padStart(2, '0')).join('');

const toBase64 = (hex: string): string => btoa(String.fromCharCode(...octetsOf(hex)));

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
