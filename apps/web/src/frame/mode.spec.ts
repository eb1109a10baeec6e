import { describe, expect, it } from '@jest/globals';

import { modeOf, titleOf } from './mode.ts';

const now = new Date('2026-11-30T13:00:00.000Z');
const [then, virtual] = ['2025-06-01T05:00:00.000Z', '2025-05-16T17:00:00.000Z'];

describe('The mode of the console', () => {
  it('is one at a time, and a rehearsal that is shown before anything else', () => {
    expect(modeOf(null, null, now)).toStrictEqual({ is: 'now', at: now.toISOString() });
    expect(modeOf(null, then, now)).toStrictEqual({ is: 'past', at: then });
    expect(modeOf({ at: virtual }, null, now)).toStrictEqual({ is: 'rehearsal', at: virtual });
    expect(modeOf({ at: virtual }, then, now)).toStrictEqual({ is: 'rehearsal', at: virtual });
  });

  it('is in the title unless it is now', () => {
    const titled = (open: string | undefined, page: string, is: 'now' | 'past' | 'rehearsal') =>
      titleOf({ open, page, mode: { is, word: is, when: 'WHEN' } });
    expect(titled(undefined, 'Inbox', 'now')).toBe('Inbox · Edict');
    expect(titled('12-CT/TW', 'Directives', 'past')).toBe('12-CT/TW · Directives · past WHEN · Edict');
    expect(titled('12-CT/TW', 'Rehearsal', 'rehearsal')).toBe('12-CT/TW · rehearsal WHEN · Edict');
  });
});
