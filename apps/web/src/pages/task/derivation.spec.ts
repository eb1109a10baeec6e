import { describe, expect, it } from '@jest/globals';

import type { EventLine } from '../../api/tasks.ts';
import { derivedIn } from './derivation.ts';

const line = (data: object): EventLine => ({ data }) as EventLine;
const [JUNE, JULY] = ['2025-06-25T17:00:00.000Z', '2025-07-10T17:00:00.000Z'];

describe('What a date was reckoned from', () => {
  const assigned = line({ task: { deadline: { dueAt: JUNE } } });
  const extended = line({ deadline: { dueAt: JULY } });

  it('is kept by the event that set it', () => {
    expect(derivedIn([assigned, line({ report: 'Half.' })], JUNE)).toStrictEqual({ dueAt: JUNE });
    expect(derivedIn([assigned, extended], JULY)).toStrictEqual({ dueAt: JULY });
  });

  it('is of the date that is shown, and of no other', () => {
    expect(derivedIn([assigned, extended], JUNE)).toStrictEqual({ dueAt: JUNE });
    expect(derivedIn([line({ task: { deadline: null } }), line({})], null)).toBeUndefined();
  });
});
