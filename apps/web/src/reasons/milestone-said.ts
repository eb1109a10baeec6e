import type { EventLine } from '../api/tasks.ts';

const BRINGS: Readonly<Record<string, string>> = { met: 'ProgressReported', missed: 'MilestoneMissed' };

/** By which event a milestone was met or missed. Nothing has happened to one that is ahead. */
export const milestoneBy = (lines: readonly EventLine[], name: string, state: string): EventLine | undefined =>
  lines.findLast(
    ({ type, data }) => type === BRINGS[state] && (data as Readonly<{ milestone?: string | null }>).milestone === name,
  );
