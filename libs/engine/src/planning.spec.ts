import { describe, expect, it } from '@jest/globals';

import type { UnitsDocument } from '@edict/directives';

import { planning } from './commands.ts';

describe('Successions of files', () => {
  it('that are settled are planned before those that are not, else in the order of the text', () => {
    const units = ['a', 'b', 'c'].map((id) => ({ id, kind: 'unit' }));
    const given = (id: string, from: string, status: string) =>
      ({ id, from: [from], to: 'c', kind: 'merge', effectiveOn: '2025-07-01', basis: 'B', status }) as const;
    const successions = [given('p', 'a', 'planned'), given('d', 'b', 'decided'), given('e', 'a', 'decided')];
    const commands = planning({ units, successions } as unknown as UnitsDocument, 'Asia/Ho_Chi_Minh');
    expect(commands.map(({ stream }) => stream)).toStrictEqual(['succession-d', 'succession-e', 'succession-p']);
  });
});
