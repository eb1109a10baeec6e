import { describe, expect, it } from '@jest/globals';
import { specifyProjection } from '@edict/kernel/testing';

import { calendarDocument, policyDocument } from '../testing/documents.ts';
import { editionOf, type ReferenceEvent } from './reference.decider.ts';
import { referenceView } from './reference.projection.ts';

const given = specifyProjection(referenceView);
const published = (document: Parameters<typeof editionOf>[0]): ReferenceEvent => ({
  type: 'ReferencePublished',
  data: editionOf(document),
});
const { policy, rules } = policyDocument();
const first = published({ policy, rules });
const second = published({ policy: { ...policy, version: policy.version + 1 }, rules });

const row = {
  editionId: `policy-vn-party@${policy.version}`,
  kind: 'policy',
  referenceId: 'vn-party',
  edition: policy.version,
  validFrom: policy.valid.from,
  validUntil: policy.valid.until,
  publishedAt: '2025-01-01T00:00:00.000Z',
};

describe('The row of an edition', () => {
  it('says what it is of, which it is, and when it is valid', () =>
    given('reference-policy-vn-party', first).then({ [row.editionId]: row }));

  it('stays beside that of a later one', () => {
    const later = { ...row, editionId: `policy-vn-party@${policy.version + 1}`, edition: policy.version + 1 };
    given('reference-policy-vn-party', first, second).then({ [row.editionId]: row, [later.editionId]: later });
  });

  it('tells a calendar from a policy', () => {
    const { calendar } = calendarDocument;
    given(`reference-calendar-${calendar.id}`, published(calendarDocument)).then({
      [`calendar-${calendar.id}@${calendar.version}`]: {
        ...row,
        editionId: `calendar-${calendar.id}@${calendar.version}`,
        kind: 'calendar',
        referenceId: calendar.id,
        edition: calendar.version,
        validFrom: calendar.covers.from,
        validUntil: calendar.covers.until,
      },
    });
  });

  it('belongs to references alone', () => {
    given('task-t1', first).then({});
    expect(Object.keys(referenceView.columns)).toStrictEqual(Object.keys(row));
  });
});
