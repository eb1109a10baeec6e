import type { LogRow } from './stored-event.ts';

type Position = LogRow['position'];

/** Says of each position in turn whether it can come after those before it. Of counted positions, each must be the next. */
export const positionVerifier = (): ((position: Position) => string | undefined) => {
  let last: Position | undefined;
  return (position) => {
    const before = last;
    last = position;
    return typeof position === 'number'
      ? counted(position, Number(before ?? 0))
      : rising(position, String(before ?? ''));
  };
};

const counted = (position: number, before: number): string | undefined => {
  if (position === before + 1) return undefined;
  return position > before
    ? `Positions are missing: ${position} comes where ${before + 1} should.`
    : `Position ${position} comes after position ${before}.`;
};

const rising = (position: string, before: string): string | undefined =>
  position > before ? undefined : `Position ${position} comes after position ${before}.`;
