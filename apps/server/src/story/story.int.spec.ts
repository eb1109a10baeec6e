import { beforeAll, describe, expect, it } from '@jest/globals';

import { tellStory } from './story.ts';

describe('The story of the first start', () => {
  let lines: readonly string[];

  beforeAll(async () => {
    lines = (await tellStory()).split('\n');
  });

  it('fits on one screen', () => {
    expect(lines.length).toBeLessThanOrEqual(40);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('says what fell overdue and when, who was asked, who refused, who took it, and how it ends', () => {
    const story = lines.join('\n');
    expect(story).toMatch(/512 tasks from 50/);
    expect(story).toMatch(/2025-06-01 00:00 {2}5\.b3-1 +overdue/);
    expect(story).toMatch(/2025-06-26 00:00 {2}3\.b5-2 +overdue/);
    expect(story).toMatch(/refused +desk of government-party-committee: none set up/);
    expect(story).toMatch(/taken +secretariat of politburo/);
    expect(story).toMatch(/taken +desk of government-party-committee, escalation/);
    expect(story).toMatch(/upward +desk of government-party-committee → competent-authorities/);
    expect(story).toMatch(/Asked once more on 2025-11-01: 1 of 1 refuse \(matter\/outside-mandate\)/);
    expect(story).toMatch(/70 standing units expected, 1 set up, 69 missing/);
  });
});
