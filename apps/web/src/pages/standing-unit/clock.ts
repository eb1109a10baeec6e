import type { Matter } from '../../api/matters.ts';

/** By what a matter waits for: past its time to be answered, still in it, without one, with others, or over. */
export type Clock = 'past' | 'running' | 'none' | 'elsewhere' | 'over';
export const ORDER: readonly Clock[] = ['past', 'running', 'none', 'elsewhere', 'over'];

export const isOver = ({ state }: Pick<Matter, 'state'>): boolean => state === 'answered' || state === 'refused';

export const clockOf = (matter: Pick<Matter, 'state' | 'answerBy'>, now: string): Clock => {
  const { state, answerBy } = matter;
  if (isOver(matter)) return 'over';
  if (state === 'recommended') return 'elsewhere';
  if (answerBy === null) return 'none';
  return answerBy <= now ? 'past' : 'running';
};
