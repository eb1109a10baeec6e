import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { checkEvidence, type CheckpointFlaw, type Evidence, type EventFlaw } from '@edict/seal/evidence';

import { UsageError } from './command.ts';

/** `events`: of the stream that is proved; `size`: under the checkpoint, of the whole log. */
export type ProofVerdict = Readonly<{
  ok: boolean;
  stream: string;
  events: number;
  size: number | null;
  problems: readonly Readonly<{ revision: number | null; problem: string }>[];
}>;

const OF_CHECKPOINT: Readonly<Record<CheckpointFlaw, string>> = {
  torn: 'The checkpoint is not whole.',
  edited: 'The checkpoint was changed: its checksum is another one.',
  root: 'The root of the checkpoint is not that of its frontier.',
};
const OF_EVENT: Readonly<Record<EventFlaw, string>> = {
  content: 'It was changed, or is not at its place in the stream.',
  proof: 'It is not where it is said to be under the checkpoint.',
  notYet: 'It is under no checkpoint yet.',
};

/** Recomputes what a proof says that was saved from the console or from `/streams/{stream}/evidence`; it asks nobody. */
export const verdictOnProof = async (file: string): Promise<ProofVerdict> => {
  const evidence = await readProof(file);
  const { checkpoint, checkpointFlaw, events } = await checkEvidence(evidence, async (octets) =>
    createHash('sha256').update(octets).digest(),
  );
  const problems = [
    ...(checkpointFlaw ? [{ revision: null, problem: OF_CHECKPOINT[checkpointFlaw] }] : []),
    ...events.flatMap(({ revision, flaw }) => (flaw ? [{ revision, problem: OF_EVENT[flaw] }] : [])),
  ];
  const size = checkpoint?.size ?? null;
  return { ok: problems.length === 0, stream: evidence.stream, events: events.length, size, problems };
};

const readProof = async (file: string): Promise<Evidence> => {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new UsageError(`${file} cannot be read: ${(cause as NodeJS.ErrnoException).code ?? String(cause)}`, {
      rule: 'file/unreadable',
      file,
      cause,
    });
  });
  const proof = jsonIn(text);
  const wrong = wrongIn(proof);
  if (wrong !== undefined)
    throw new UsageError(`${file} is no proof of a stream: ${wrong}`, { rule: 'proof/invalid', file });
  return proof as Evidence;
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The first field that is not what it must be. */
const wrongIn = (proof: unknown): string | undefined => {
  if (!isObject(proof)) return 'it is no JSON object.';
  if (typeof proof['checkpoint'] !== 'string') return 'checkpoint must be a text.';
  if (typeof proof['stream'] !== 'string') return 'stream must be a text.';
  if (!Array.isArray(proof['events']) || proof['events'].length === 0) return 'events must be a list, and not empty.';
  const n = proof['events'].findIndex((event) => !isEvent(event));
  return n < 0 ? undefined : `events[${n}] must have revision, id, type, data, meta, index and proof.`;
};

const isEvent = (event: unknown): boolean =>
  isObject(event) &&
  areTexts([event['id'], event['type']]) &&
  [event['revision'], event['index'] ?? 0].every(Number.isSafeInteger) &&
  event['data'] !== undefined &&
  isObject(event['meta']) &&
  areTexts(Object.values(event['meta'])) &&
  areTexts(event['proof']);

const areTexts = (list: unknown): boolean => Array.isArray(list) && list.every((each) => typeof each === 'string');

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
