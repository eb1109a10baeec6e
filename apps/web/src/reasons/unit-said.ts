import type { EventLine } from '../api/tasks.ts';

type End = Readonly<{ to: string | null; on: string | null }>;
type Told = End & Readonly<{ successors: readonly End[]; from: readonly string[]; withdrawn?: boolean }>;

/** What ended a unit on a day: the event that noted the succession, or else the file in which it was registered with it; and whether anybody follows. */
export type Ended = Readonly<{ by: EventLine; isFollowed: boolean }>;

export const endedBy = (lines: readonly EventLine[], unit: string, day: string): Ended | undefined =>
  lines.flatMap((line) => endIn(line, unit, day) ?? []).at(-1);

const endIn = (line: EventLine, unit: string, day: string): Ended | undefined => {
  const ending = endsIn(line, unit).filter(({ on }) => on === day);
  return ending.length === 0 ? undefined : { by: line, isFollowed: ending.some(({ to }) => to !== null) };
};

/** The ends that an event tells of. */
const endsIn = ({ type, data }: EventLine, unit: string): readonly End[] => {
  const told = data as Told;
  if (type === 'UnitRegistered' || type === 'UnitRegistrationCorrected') return told.successors;
  const isEnding = type === 'SuccessionNoted' && told.withdrawn !== true && told.from.includes(unit);
  return isEnding ? [told] : [];
};
