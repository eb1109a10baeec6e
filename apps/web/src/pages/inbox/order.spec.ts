import { describe, expect, it } from '@jest/globals';

import { groupRule } from './order.ts';

describe('What those under one heading of the inbox have in common', () => {
  it.each(['none', 'standing'] as const)('is not that the text states no date: %s', (group) =>
    expect(groupRule(group)).toBe(`reason.group.${group}`),
  );

  it.each(['overdue', 'dueSoon', 'inTime', 'doneInTime', 'doneLate'] as const)('is their class: %s', (group) =>
    expect(groupRule(group)).toBe(`reason.class.${group}`),
  );
});
