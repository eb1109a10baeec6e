import { describe, expect, it } from '@jest/globals';
import type { ScriptDocument } from '@edict/directives';

import { CONCLUSION, example, filesOf, play } from './stage.ts';

const files = filesOf(example(CONCLUSION));
const [lead, bureau, academy] = [
  'central-organising-commission',
  'central-party-office',
  'ho-chi-minh-national-academy-of-politics',
];
const pass = (at: string, to: string) => ({ at, as: lead, do: 'delegate', task: '7.p2-2', to, text: 'Your share.' });
const decide = (at: string, every: string, more: object = {}) => ({
  ...{ at, as: 'politburo', do: 'decide', task: '7.p2-2', every, text: 'So that it is seen.' },
  ...more,
});

const roundOf = async (script: ScriptDocument) => {
  const { summary, refusals } = await play(files, { script, until: '2025-08-02' });
  expect(refusals).toStrictEqual([]);
  return (unit: string) =>
    summary.tasks
      .find((task) => task.ref.startsWith('7.p2-2') && task.unit === unit)!
      .occurrences.map(({ from, state }) => `${from} ${state}`);
};

describe('A part of a report that is made again and again', () => {
  it('comes round as the whole does, whether it was passed on before that was decided or after, and from then on', async () => {
    const of = await roundOf([
      pass('2025-05-20T09:00', bureau),
      decide('2025-05-26T09:00', 'month'),
      pass('2025-07-10T09:00', academy),
      { at: '2025-07-31T09:00', as: academy, do: 'report', task: '7.p2-2-d2', text: 'Here it is.' },
    ]);
    expect(of(lead)).toStrictEqual(of(bureau));
    expect(of(bureau)).toStrictEqual([
      '2025-05-26 missed',
      '2025-06-01 missed',
      '2025-07-01 overdue',
      '2025-08-01 open',
    ]);
    expect(of(academy)).toStrictEqual(['2025-07-10 reported', '2025-08-01 open']);
  });

  it('comes round as whoever passed it on has decided, whatever is decided on the whole', async () => {
    const of = await roundOf([
      pass('2025-05-20T09:00', bureau),
      decide('2025-05-21T09:00', 'quarter', { as: lead, task: '7.p2-2-d1' }),
      decide('2025-05-26T09:00', 'month'),
    ]);
    expect(of(lead)).toHaveLength(4);
    expect(of(bureau)).toStrictEqual(['2025-05-21 overdue', '2025-07-01 open']);
  });
});
