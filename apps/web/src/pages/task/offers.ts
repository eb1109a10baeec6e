import type { Act, Task } from '../../api/tasks.ts';

/** `names`: what the act refers to, so that it cannot hit what came later; `words`: the field that takes what one writes. */
export type Offer = Readonly<{
  verb: Act['verb'];
  key: string;
  names: 'assignment' | 'submission';
  words?: 'report' | 'reason';
}>;

const ACKNOWLEDGE: Offer = { verb: 'acknowledge', key: 'a', names: 'assignment' };
const REPORT: Offer = { verb: 'report', key: 'p', names: 'assignment', words: 'report' };
const SUBMIT: Offer = { verb: 'submit', key: 'd', names: 'assignment', words: 'report' };
const ACCEPT: Offer = { verb: 'accept', key: 'a', names: 'submission' };
const RETURN: Offer = { verb: 'return', key: 'x', names: 'submission', words: 'reason' };

const OFFERS: Readonly<Record<string, readonly Offer[]>> = {
  assigned: [ACKNOWLEDGE, REPORT, SUBMIT],
  acknowledged: [SUBMIT, REPORT],
  inProgress: [SUBMIT, REPORT],
  returned: [SUBMIT, REPORT],
  submitted: [ACCEPT, RETURN],
};

/** What can be done to a task as it stands, the likeliest first; who may do it is for the server to say. */
export const actsOn = ({ state, kind }: Task): readonly Offer[] =>
  (OFFERS[state] ?? []).filter(({ verb }) => kind === 'once' || kind === 'conditional' || verb !== 'submit');
