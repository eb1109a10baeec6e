import { expect, it } from '@jest/globals';
import type { ScriptDocument } from '@edict/directives';

import { CONCLUSION, example, filesOf, play } from './stage.ts';

const files = filesOf(example(CONCLUSION));
const plain = { ...files, units: { ...files.units, successions: [] } };
const [gone, heir, other] = [
  'ho-chi-minh-national-academy-of-politics',
  'central-organising-commission',
  'central-inspection-commission',
];
const office = 'central-party-office';
const task = '5.b3-1';

it('What a unit had passed on before it was split, who gets the whole accepts, and then the whole is submitted', async () => {
  const split = {
    at: '2025-05-20T09:00',
    as: office,
    do: 'merge',
    kind: 'split',
    from: gone,
    on: '2025-05-26',
    basis: 'D',
  };
  const script: ScriptDocument = [
    { at: '2025-05-19T09:00', as: gone, do: 'delegate', task, to: 'government', due: '2025-05-28', text: 'The rooms.' },
    { ...split, to: heir, succession: 's1' },
    { ...split, to: other, succession: 's2' },
    { at: '2025-05-26T09:00', as: office, do: 'decide', task, succession: 's1', to: heir, text: 'It trains.' },
    { at: '2025-05-27T09:00', as: 'government', do: 'submit', task: `${task}-d1`, text: 'There are rooms.' },
    { at: '2025-05-28T09:00', as: other, do: 'accept', task: `${task}-d1` },
    { at: '2025-05-28T10:00', as: heir, do: 'accept', task: `${task}-d1` },
    { at: '2025-05-29T09:00', as: heir, do: 'submit', task, text: 'Held.' },
  ];
  const { summary, refusals } = await play(plain, { script, until: '2025-05-30' });
  expect(refusals).toMatchObject([{ as: other, do: 'accept', code: 'task/not-the-issuer' }]);
  expect(
    summary.tasks.filter(({ ref }) => ref.startsWith(task)).map(({ ref, unit, state }) => [ref, unit, state]),
  ).toStrictEqual([
    [task, heir, 'submitted'],
    [`${task}-d1`, 'government', 'accepted'],
  ]);
});
