import { describe, expect, it } from '@jest/globals';
import { instant, type Happened } from '@edict/kernel';
import { EVENT_ID, specifyProjection } from '@edict/kernel/testing';

import {
  actRefused,
  ANSWER_BY,
  answered,
  atSecretariat,
  directed,
  handedOver,
  received,
  recommended,
  refusedBecause,
  responseMissed,
} from '../testing/matter-examples.ts';
import type { MatterEvent } from './matter.messages.ts';
import { matterView, type MatterRow } from './matter.projection.ts';

const given = specifyProjection(matterView);
const HAPPENED = '2025-01-01T00:00:00.000Z';

const row: MatterRow = {
  matterId: 'm-1',
  directiveId: 'd1',
  kind: 'obstacle',
  concerning: 't1',
  from: 'ministry',
  subject: '"No building is free"',
  office: 'standingUnit',
  unit: 'ha-noi',
  state: 'received',
  refusedBecause: null,
  receivedAt: HAPPENED,
  answerBy: ANSWER_BY,
  responseMissed: 0,
  recommendedTo: null,
  answer: null,
  answeredAt: null,
  handedOverFrom: null,
  behalf: null,
  repeats: null,
  collective: 0,
  specialCare: 0,
  endangers: '[]',
  consultations: '[]',
};

const after = (...events: readonly MatterEvent[]) => ({
  is: (changes: Partial<MatterRow>) =>
    given('matter-m-1', received(), ...events).then({ 'm-1': { ...row, ...changes } }),
});

describe('The row of a matter', () => {
  it('begins with what is asked, where it lies, and until when', () => {
    after().is({});
    given('matter-m-1', atSecretariat({ concerning: null, from: null })).then({
      'm-1': { ...row, concerning: null, from: null, office: 'secretariat', answerBy: null },
    });
  });

  it('says why it was refused', () =>
    given('matter-m-1', refusedBecause('matter/outside-mandate')).then({
      'm-1': { ...row, state: 'refused', refusedBecause: 'matter/outside-mandate', answerBy: null },
    }));

  it('says what has become of it', () => {
    const recommendation = { state: 'recommended', recommendedTo: 'government', answerBy: null };
    after(directed()).is({ state: 'directed' });
    after(recommended()).is(recommendation);
    after(answered()).is({ state: 'answered', answer: '"The old school"', answeredAt: HAPPENED });
    after(recommended(), answered()).is({
      ...recommendation,
      state: 'answered',
      answer: '"The old school"',
      answeredAt: HAPPENED,
    });
  });

  it('keeps that the response was missed, also once it comes', () => {
    after(responseMissed).is({ responseMissed: 1 });
    after(responseMissed, answered()).is({
      responseMissed: 1,
      state: 'answered',
      answer: '"The old school"',
      answeredAt: HAPPENED,
    });
  });

  it('says where it lies after it was handed over, and who had it', () =>
    after(handedOver).is({ office: 'secretariat', unit: 'ha-noi', handedOverFrom: 'ha-noi' }));

  it('is not changed by an act that was refused', () => after(actRefused('DirectMatter')).is({}));

  it('keeps sealed text sealed', () => {
    const sealed = { sealed: 'x', keyId: 'k' };
    given('matter-m-1', received({ subject: sealed })).then({
      'm-1': { ...row, subject: '{"keyId":"k","sealed":"x"}' },
    });
  });

  it('ignores events of newer versions, and what begins in the middle', () => {
    after({ type: 'MatterPraised', data: {} } as never).is({});
    given('matter-m-1', directed()).then({ 'm-1': undefined as never });
  });

  it('belongs to matters alone, and to the table "matter"', () => {
    given('task-t1', received()).then({});
    expect(matterView.table).toBe('matter');
    expect(Object.keys(matterView.columns)).toStrictEqual(Object.keys(row));
  });

  it('takes its times from when things occurred', () => {
    const happened = { id: EVENT_ID, stream: 'matter-m-1', recordedAt: instant('2025-07-01T00:00Z') };
    const occurredAt = instant('2025-06-01T00:00Z');
    const seen = (event: MatterEvent): Happened<MatterEvent> => ({ ...event, ...happened, occurredAt });
    const first = matterView.evolve(undefined, seen(received()));
    expect(first?.receivedAt).toBe(occurredAt);
    expect(matterView.evolve(first, seen(answered()))?.answeredAt).toBe(occurredAt);
  });
});
