import { describe, expect, it } from '@jest/globals';

import { owedAmong, stuckAmong } from './halts.ts';

const tasks = ['1', '2', '3'].map((id) => ({ id, ref: id === '3' ? '5-1' : '3.b1-2' }));

describe('What stands still', () => {
  it('is one line for all that need the same decision of the same units, the most first', () => {
    const by = ['secretariat'];
    expect(
      stuckAmong(
        [
          { task: '3', needs: 'lead', by },
          { task: '1', needs: 'extension', by },
          { task: '2', needs: 'extension', by },
        ],
        tasks,
      ),
    ).toStrictEqual([
      { ref: '3.b1-2', needs: 'extension', by, tasks: 2 },
      { ref: '5-1', needs: 'lead', by, tasks: 1 },
    ]);
  });

  it('is another line where another decides', () =>
    expect(
      stuckAmong(
        [
          { task: '1', needs: 'part', by: ['ministry-of-finance'] },
          { task: '2', needs: 'part', by: ['ministry-of-home-affairs'] },
        ],
        tasks,
      ),
    ).toHaveLength(2));

  it('waits by what is owed, each task once, and names who owes it most', () => {
    const owed = (...pairs: readonly (readonly [string, 'acknowledge' | 'accept'])[]) =>
      pairs.map(([unit, step]) => ({ unit, step }));
    expect(
      owedAmong([
        { task: '1', owed: owed(['politburo', 'accept'], ['secretariat', 'accept']) },
        { task: '2', owed: owed(['finance', 'acknowledge']) },
        { task: '3', owed: owed(['finance', 'acknowledge']) },
        { task: '4', owed: owed(['home', 'acknowledge']) },
      ]),
    ).toStrictEqual([
      { step: 'acknowledge', tasks: 3, units: 2, most: ['finance', 'home'] },
      { step: 'accept', tasks: 1, units: 2, most: ['politburo', 'secretariat'] },
    ]);
  });
});
