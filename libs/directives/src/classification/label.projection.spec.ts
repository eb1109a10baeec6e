import { describe, it } from '@jest/globals';
import { specifyProjection } from '@edict/kernel/testing';

import type { DirectiveEvent } from '../directive/directive.messages.ts';
import { conclusion, directiveIssued } from '../testing/directive-examples.ts';
import type { Label } from './label.ts';
import { labelView, type LabelRow } from './label.projection.ts';

const given = specifyProjection(labelView);
const open: Label = { level: 'open', compartments: [] };
const secret: Label = { level: 'secret', compartments: ['energy'] };
const reclassified = (from: Label, to: Label): DirectiveEvent => ({
  type: 'DirectiveReclassified',
  data: { from, to, basis: 'Decision 41' },
});
const row = (level: number, compartments: string): LabelRow => ({ directiveId: 'd1', level, compartments });

describe('The label that all that hangs on a directive has', () => {
  it('is what the document says of itself', () => {
    const directive = { ...conclusion.directive, classification: 'secret', compartments: ['b', 'a'] } as const;
    given('directive-d1', directiveIssued({ document: { ...conclusion, directive } })).then({
      d1: row(3, '["a","b"]'),
    });
  });

  it('is what it was last said to be', () => {
    given('directive-d1', directiveIssued(), reclassified(open, secret)).then({ d1: row(3, '["energy"]') });
    given('directive-d1', directiveIssued(), reclassified(open, secret), reclassified(secret, open)).then({
      d1: row(0, '[]'),
    });
  });

  it('is not there where nothing was issued', () =>
    given('directive-d1', reclassified(open, secret)).then({ d1: undefined as unknown as LabelRow }));
});
