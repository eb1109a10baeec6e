import type { EventLine } from '../../api/tasks.ts';

/** When something was recorded, each moment once, the earliest first. */
export const momentsOf = (lines: readonly EventLine[]): readonly string[] =>
  [...new Set(lines.flatMap(({ at }) => at ?? []))].toSorted();

/** The event before the moment that is shown. `null`: now, where every event lies before. `undefined`: there is none. */
export const stepBack = (moments: readonly string[], at: string | null): string | undefined =>
  moments.findLast((each) => at === null || each < at);

/** The event after it; after the last comes now, which is `null`. */
export const stepForth = (moments: readonly string[], at: string | null): string | null =>
  at === null ? null : (moments.find((each) => each > at) ?? null);

export const knownBy = (lines: readonly EventLine[], at: string | null): number =>
  at === null ? lines.length : lines.filter((line) => (line.at ?? '') <= at).length;

/** What lies before the first event: enough to stand there, where nothing is known yet. */
const LEAD = 0.04;

/** From a little before the first event to now, in milliseconds. */
export type Span = Readonly<{ from: number; to: number }>;

export const spanOf = (moments: readonly string[], now: Date): Span => {
  const first = Date.parse(moments[0] ?? now.toISOString());
  const to = Math.max(now.getTime(), Date.parse(moments.at(-1) ?? now.toISOString()) + 1);
  return { from: Math.floor(first - Math.max(1, (to - first) * LEAD)), to };
};

/** Where a moment lies between the ends, in per cent. */
export const shareOf = ({ from, to }: Span, at: number): number =>
  Math.min(100, Math.max(0, ((at - from) / (to - from)) * 100));

/** Moments to be named below, evenly from the first to the last. */
export const scaleOf = ({ from, to }: Span, parts: number): readonly number[] =>
  Array.from({ length: parts + 1 }, (_, n) => from + ((to - from) * n) / parts);
