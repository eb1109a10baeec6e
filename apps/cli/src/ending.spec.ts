import { describe, expect, it } from '@jest/globals';

import { endingOf } from './ending.ts';

describe('A fault', () => {
  it('is told to programs as everything else that fails', () =>
    expect(endingOf(new Error('The disk is gone.'))).toStrictEqual({
      code: 1,
      problems: [{ file: null, line: null, column: null, path: '', rule: 'edict/fault', message: 'The disk is gone.' }],
    }));
});
