import { describe, expect, it } from '@jest/globals';

import { history } from '../testing/history.ts';
import { milestoneBy } from './milestone-said.ts';

const reported = (milestone: string | null) => ['ProgressReported', { milestone }] as const;
const missed = (milestone: string) => ['MilestoneMissed', { milestone }] as const;

describe('A milestone', () => {
  it('was met by the report that names it, and by no other', () => {
    expect(milestoneBy(history(reported('draft'), reported('plan'), reported(null)), 'draft', 'met')?.revision).toBe(0);
    expect(milestoneBy(history(reported('plan'), reported(null)), 'draft', 'met')).toBeUndefined();
  });

  it('was missed by the event that names it', () =>
    expect(milestoneBy(history(missed('draft'), missed('plan')), 'draft', 'missed')?.revision).toBe(0));

  it('that is ahead has come by nothing', () =>
    expect(milestoneBy(history(reported('draft'), missed('draft')), 'draft', 'open')).toBeUndefined());
});
