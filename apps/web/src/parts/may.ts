import { useOffice } from '../api/tasks.ts';
import { useMoment } from './moment.ts';

/** In which capacities it may be done at all, by the command that does it: what docs/permissions.md says of it. */
export const MAY = {
  FileFormReport: ['officer'],
  ReceiveMatter: ['officer', 'secretariat', 'standingUnit'],
  AnswerMatter: ['officer', 'secretariat', 'standingUnit'],
  SetUpStandingUnit: ['officer', 'secretariat'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Whether it is offered, now and in the capacity in which one acts; whether one may do it to this is for the server to say. */
export const useMay = (command: keyof typeof MAY): boolean => {
  const capacity = useOffice()?.capacity;
  const isNow = useMoment() === null;
  const capacities: readonly string[] = MAY[command];
  return isNow && capacity !== undefined && capacities.includes(capacity);
};
