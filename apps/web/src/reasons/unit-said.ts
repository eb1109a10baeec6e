import type { EventLine } from '../api/tasks.ts';

type Successor = Readonly<{ succession: string; to: string | null; on: string | null }>;
type Told = Readonly<{
  successors?: readonly Successor[];
  from?: readonly string[];
  to?: string | null;
  on?: string | null;
  withdrawn?: boolean;
}>;

/** What ended a unit on a day: the event that noted the succession, or else the file in which it was registered with it; and whether anybody follows. */
export type Ended = Readonly<{ by: EventLine; isFollowed: boolean }>;

export const endedBy = (lines: readonly EventLine[], unit: string, day: string): Ended | undefined =>
  lines.flatMap((line) => endIn(line, unit, day) ?? []).at(-1);

const endIn = (line: EventLine, unit: string, day: string): Ended | undefined => {
  const { successors = [], from = [], to = null, on, withdrawn } = line.data as Told;
  if (line.type === 'SuccessionNoted')
    return on === day && withdrawn !== true && from.includes(unit) ? { by: line, isFollowed: to !== null } : undefined;
  if (line.type !== 'UnitRegistered' && line.type !== 'UnitRegistrationCorrected') return undefined;
  const ending = successors.filter((each) => each.on === day);
  return ending.length === 0 ? undefined : { by: line, isFollowed: ending.some((each) => each.to !== null) };
};
