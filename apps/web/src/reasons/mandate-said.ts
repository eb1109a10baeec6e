import type { EventLine } from '../api/tasks.ts';

const BRINGS: Readonly<Record<string, readonly string[]>> = {
  working: ['StandingUnitSetUp', 'MandateInherited'],
  endNear: ['MandateEndNeared'],
  ended: ['MandateEnded'],
  transferred: ['MandateTransferred'],
};

/** By which event a mandate came into its state. One that joined another changed nothing of that: the first goes on as it was. */
export const mandateBy = (lines: readonly EventLine[], state: string): EventLine | undefined =>
  lines.findLast(
    ({ type, data }) =>
      (BRINGS[state] ?? []).includes(type) && (data as Readonly<{ joined?: boolean }>).joined !== true,
  );
