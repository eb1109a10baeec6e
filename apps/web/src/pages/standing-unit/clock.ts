import type { Matter } from '../../api/matters.ts';

/** By what a matter waits for: past its time to be answered, still in it, without one, with others, or over. */
export type Clock = 'past' | 'running' | 'none' | 'elsewhere' | 'over';
export const ORDER: readonly Clock[] = ['past', 'running', 'none', 'elsewhere', 'over'];

const OVER = ['answered', 'refused'];

export const clockOf = ({ state, answerBy }: Pick<Matter, 'state' | 'answerBy'>, now: string): Clock => {
  if (OVER.includes(state)) return 'over';
  if (state === 'recommended') return 'elsewhere';
  if (answerBy === null) return 'none';
  return answerBy <= now ? 'past' : 'running';
};
