import { categoryOf, type Message } from '@edict/kernel';
import type { Meta, Recorded } from '@edict/runtime';
import { CONCLUSION, example, filesOf, play } from '@edict/story';

/** What one command wrote: events of one stream. */
export type Act = Readonly<{ stream: string; meta: Meta; messages: readonly Message[] }>;

/** A task that somebody can still acknowledge and submit. */
export type OpenTask = Readonly<{ stream: string; unit: string }>;

export type Template = Readonly<{ common: readonly Act[]; copied: readonly Act[]; open: readonly OpenTask[] }>;

/** Of these there is one of each, however many directives are issued. */
const COMMON = ['unit', 'reference'];

/**
 * The history of Conclusion 155-KL/TW with nobody acting, from its issue to 1 November, as one copies it to get a long log. Without the
 * activation of the sagas: they then begin where the copied part ends, and do not react to it. And without the mergers of July, which are
 * of units and not of a directive: what is copied would all have come late to them.
 */
export const templateOf155 = async (): Promise<Template> => {
  const files = filesOf(example(CONCLUSION));
  const { log } = await play({ ...files, units: { ...files.units, successions: [] } });
  const acts = actsIn(log.filter(({ stream }) => categoryOf(stream) !== 'saga'));
  const isCommon = ({ stream }: Act) => COMMON.includes(categoryOf(stream));
  return { common: acts.filter(isCommon), copied: acts.filter((act) => !isCommon(act)), open: openIn(log) };
};

const actsIn = (log: readonly Recorded[]): readonly Act[] =>
  [...Map.groupBy(log, ({ stream, meta }) => `${stream} ${meta['commandId']!}`).values()].map((events) => {
    const { hash: _, ...meta } = events[0]!.meta;
    return {
      stream: events[0]!.stream,
      meta,
      messages: events.map(({ type, data }) => ({ type, data: data as object })),
    };
  });

const openIn = (log: readonly Recorded[]): readonly OpenTask[] => {
  const lapsed = new Set(log.filter(({ type }) => type === 'TaskLapsed').map(({ stream }) => stream));
  const assigned = log.filter(({ type, stream }) => type === 'TaskAssigned' && !lapsed.has(stream));
  return assigned.flatMap(({ stream, data }) => {
    const { kind, unit } = (data as { task: { kind: string; unit: string } }).task;
    return kind === 'once' ? [{ stream, unit }] : [];
  });
};

/** The n-th copy: every uuid in it, in names of streams as in data, is replaced by one that no other copy has. */
export const copyOf = <T>(n: number, original: T): T =>
  JSON.parse(
    JSON.stringify(original).replaceAll(UUID, (_, first: string, rest: string) => `${moved(n, first)}${rest}`),
  ) as T;

const UUID = /\b([0-9a-f]{8})((?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/g;

/** The factor is odd: no two of 2^32 copies of one id are the same. */
const moved = (n: number, first: string): string =>
  ((Number.parseInt(first, 16) + Math.imul(n, 0x9e3779b1)) >>> 0).toString(16).padStart(8, '0');
