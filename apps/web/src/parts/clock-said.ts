import type { Matter } from '../api/matters.ts';

/** By when a matter is to be answered: what was recommended is answered elsewhere, and its clock has ended. Names a message. */
export const clockWord = ({ recommendedTo, answerBy }: Pick<Matter, 'recommendedTo' | 'answerBy'>): string => {
  if (answerBy !== null) return 'clock.by';
  return recommendedTo === null ? 'clock.none' : 'clock.ended';
};
