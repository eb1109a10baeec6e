import { describe, expect, it } from '@jest/globals';

import type { EventLine } from '../../api/tasks.ts';
import { alike } from './alike.ts';

const line = (type: string, at: string): EventLine => ({ type, at }) as EventLine;

describe('What happened more than once', () => {
  it('is one line, with when first and last', () =>
    expect(alike([line('Reminded', '1'), line('Submitted', '2'), line('Reminded', '3')])).toStrictEqual([
      { type: 'Reminded', times: 2, first: '1', last: '3' },
      { type: 'Submitted', times: 1, first: '2', last: '2' },
    ]));
});
