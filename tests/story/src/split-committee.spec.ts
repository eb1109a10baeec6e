import { expect, it } from '@jest/globals';
import type { ScriptDocument } from '@edict/directives';

import { filesWith, play } from './stage.ts';

const UNITS = `units:
${['centre', 'north', 'east', 'west', 'south', 'village']
  .map((id) => `  - {id: ${id}, kind: unit, level: province, parent: null, names: {en: ${id}}}`)
  .join('\n')}
  - {id: provinces, kind: group, level: null, parent: null, names: {en: provinces}, members: [north, south]}
`;
const DIRECTIVE = `directive:
  id: one-for-each
  number: 9-KL/TW
  type: conclusion
  issuers: [centre]
  title: What a committee leaves that is split
  language: en
  adoptedOn: 2025-06-02
  classification: open
clauses:
  - {ref: '1', kind: task-bearing, text: What is to be done}
tasks:
  - {ref: '1-1', clause: '1', statement: Do it, kind: once, accountable: [provinces], lead: [provinces], each: true,
     leadBasis: stated, urgency: false, due: {on: 2025-07-20, bound: by, firmness: firm}}
standingUnits:
  {createdBy: [provinces], each: true, functions: [receive], mandate: {from: issue, until: 2025-10-31, inclusive: true}}
`;

it('What a committee leaves that is split, is decided on thing by thing in a script: tasks, matters and its standing unit', async () => {
  const split = { at: '2025-06-10T09:00', as: 'centre', do: 'merge', kind: 'split', from: 'north', on: '2025-06-16' };
  const decide = { at: '2025-06-17T09:00', as: 'centre', do: 'decide', text: 'It lies there.' };
  const script: ScriptDocument = [
    { at: '2025-06-03T09:00', as: 'north', do: 'set-up-standing-unit' },
    {
      at: '2025-06-04T09:00',
      as: 'north',
      do: 'receive-matter',
      matter: 'cars',
      from: 'village',
      kind: 'obstacle',
      text: 'x',
    },
    { ...split, to: 'east', succession: 'e', basis: 'D' },
    { ...split, to: 'west', succession: 'w', basis: 'D' },
    { ...decide, task: '1-1', member: 'north', succession: 'e', to: 'east' },
    { ...decide, matter: 'cars', succession: 'w', to: 'west' },
    { ...decide, standingUnit: 'north', succession: 'w', to: 'west' },
    { ...decide, standingUnit: 'south', succession: 'w', to: 'west' },
    { at: '2025-06-18T09:00', as: 'west', do: 'answer-matter', matter: 'cars', text: 'Here they are.' },
  ];
  const files = filesWith({ name: 'd.yaml', text: DIRECTIVE }, { name: 'u.yaml', text: UNITS });
  const { summary, refusals } = await play(files, { script, from: '2025-06-02', until: '2025-06-20' });
  expect(refusals).toMatchObject([{ do: 'decide', code: 'succession/not-held' }]);
  expect(
    summary.successions.map(({ holdings, moved, open, balanced }) => [holdings, moved, open, balanced]),
  ).toStrictEqual([
    [3, 1, 0, true],
    [3, 2, 0, true],
  ]);
  expect(summary.matters).toMatchObject([{ unit: 'west', state: 'answered' }]);
  expect(summary.standingUnits.setUp).toContain('west');
});
