import { expect, it } from '@jest/globals';

import { filesWith, play } from './stage.ts';

const UNITS = `units:
${['centre', 'north', 'south', 'all']
  .map((id) => `  - {id: ${id}, kind: unit, level: province, parent: null, names: {en: ${id}}}`)
  .join('\n')}
  - {id: village, kind: unit, level: commune, parent: north, names: {en: village}}
  - {id: provinces, kind: group, level: null, parent: null, names: {en: provinces}, members: [north, south]}
successions:
  - {id: into-one, from: [north, south], to: all, kind: merge, effectiveOn: '2025-06-16', basis: Resolution 1}
`;
const DIRECTIVE = `directive:
  id: one-village
  number: 9-KL/TW
  type: conclusion
  issuers: [centre]
  title: What a village is late with
  language: en
  adoptedOn: 2025-06-02
  classification: open
clauses:
  - {ref: '1', kind: task-bearing, text: What is to be done}
tasks:
  - {ref: '1-1', clause: '1', statement: Do it, kind: once, accountable: [village], lead: [village], leadBasis: stated,
     urgency: false, due: {on: 2025-06-20, bound: by, firmness: firm}}
standingUnits:
  {createdBy: [provinces], each: true, functions: [receive], mandate: {from: issue, until: 2025-10-31, inclusive: true}}
`;

it('Where a task is taken to a committee that has been succeeded, its successor is told, and has it', async () => {
  const files = filesWith({ name: 'd.yaml', text: DIRECTIVE }, { name: 'u.yaml', text: UNITS });
  const script = ['north', 'south'].map((as) => ({ at: '2025-06-03T09:00', as, do: 'set-up-standing-unit' }) as const);
  const { summary, log } = await play(files, { script, from: '2025-06-02', until: '2025-06-30' });
  expect(summary.matters.map(({ unit, state }) => [unit, state])).toContainEqual(['all', 'received']);
  const told = log.flatMap(({ type, data }) =>
    type === 'NotificationRequested' ? [data as unknown as { unit: string; notice: string }] : [],
  );
  expect(told.filter(({ notice }) => notice === 'matter-handed-over').map(({ unit }) => unit)).toStrictEqual(['all']);
});
