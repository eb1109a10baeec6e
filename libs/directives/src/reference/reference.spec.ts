import { describe, expect, it } from '@jest/globals';
import { instant } from '@edict/kernel';
import { alarmLaw, answersAlways, at, person, specify, type Step } from '@edict/kernel/testing';
import fc from 'fast-check';

import { calendarDocument, policyDocument } from '../testing/documents.ts';
import { staffForm } from '../testing/forms.ts';
import {
  editionOf,
  editionOn,
  reference,
  referenceStream,
  type Edition,
  type ReferenceCommand,
  type ReferenceEvent,
} from './reference.decider.ts';

const NOW = '2025-05-01T02:00:00.000Z';
const registrar = { ...person('party-office'), capacity: 'secretariat' };
const stream = 'reference-policy-vn-party';
const here = (actor = registrar, of = stream) => at(NOW, actor, NOW, of);

const edition = (version: number, changes: Partial<Pick<Edition, 'validFrom' | 'validUntil'>> = {}): Edition => {
  const { policy, rules } = policyDocument();
  return { ...editionOf({ policy: { ...policy, version }, rules }), ...changes };
};
const publish = (data: Edition): ReferenceCommand => ({ type: 'PublishReference', data });
const published = (data: Edition): ReferenceEvent => ({ type: 'ReferencePublished', data });

const given = specify(reference);

describe('A reference', () => {
  it('is published by a secretariat and by nobody else', () => {
    given()
      .when(publish(edition(1)), here())
      .then(published(edition(1)));
    given()
      .when(publish(edition(1)), here(person('party-office')))
      .thenRefused('reference/not-the-registrar');
  });

  it('has a stream of its own, by its kind and its id', () => {
    const calendar = editionOf(calendarDocument);
    given().when(publish(calendar), here(registrar, 'reference-calendar-vn')).then(published(calendar));
    given().when(publish(calendar), here()).thenRefused('reference/other-stream');
    const form = editionOf(staffForm());
    given().when(publish(form), here(registrar, 'reference-form-staff-at-the-merger')).then(published(form));
    given().when(publish(form), here()).thenRefused('reference/other-stream');
    expect(referenceStream('policy', 'vn-party')).toBe(stream);
  });

  it('is no calendar in which nobody ever works', () => {
    const { calendar, ...days } = calendarDocument;
    const never = editionOf({ ...days, calendar: { ...calendar, weeklyDaysOff: [1, 2, 3, 4, 5, 6, 7] } });
    given().when(publish(never), here(registrar, 'reference-calendar-vn')).thenRefused('reference/never-worked');
    given(published(never)).when(publish(never), here(registrar, 'reference-calendar-vn')).thenNothing();
  });

  it('is published once in each version', () => {
    given(published(edition(1)))
      .when(publish(edition(1)), here())
      .thenNothing();
    given(published(edition(1)))
      .when(publish(edition(2)), here())
      .then(published(edition(2)));
    given(published(edition(1)), published(edition(2)))
      .when(publish(edition(1)), here())
      .thenNothing();
  });

  it('reads the same in whatever order its fields stand', () => {
    const { content, ...rest } = edition(1);
    given(published(edition(1)))
      .when(publish({ content, ...rest } as Edition), here())
      .thenNothing();
  });

  it('never reads otherwise under a version that is taken', () =>
    given(published(edition(1)))
      .when(publish(edition(1, { validUntil: '2025-12-31' })), here())
      .thenRefused('reference/version-taken'));

  it('is published by persons only', () => expect(reference.origins).toStrictEqual({ PublishReference: ['person'] }));

  it('goes to streams of references', () => expect(reference.category).toBe('reference'));

  it('waits for nothing', () => given(published(edition(1))).thenWaitsFor());
});

describe('The edition of a day', () => {
  const versionOn = (day: string, ...editions: readonly Edition[]) => editionOn(editions, day)?.version;
  const may = edition(1, { validFrom: '2025-05-01', validUntil: '2025-05-31' });

  it('is valid from its first day to its last, both included', () =>
    expect(['2025-04-30', '2025-05-01', '2025-05-31', '2025-06-01'].map((day) => versionOn(day, may))).toStrictEqual([
      undefined,
      1,
      1,
      undefined,
    ]));

  it('is the latest version of those that are valid, in whatever order they came', () => {
    const open = { validFrom: '2025-01-01', validUntil: null };
    expect(versionOn('2025-05-10', edition(10, open), edition(9, open), may)).toBe(10);
    expect(versionOn('2026-05-10', edition(2, open), may)).toBe(2);
  });
});

describe('A file', () => {
  it('of a policy is in force as long as it says', () =>
    expect(editionOf(policyDocument())).toStrictEqual({
      kind: 'policy',
      version: 4,
      validFrom: '2025-01-01',
      validUntil: null,
      content: policyDocument(),
    }));

  it('of a form is in force for the days of which it says figures', () =>
    expect(editionOf(staffForm())).toStrictEqual({
      kind: 'form',
      version: 1,
      validFrom: '2025-01-01',
      validUntil: null,
      content: staffForm(),
    }));

  it('of a calendar is in force for the days that it covers', () =>
    expect(editionOf(calendarDocument)).toStrictEqual({
      kind: 'calendar',
      version: 2,
      validFrom: '2025-01-01',
      validUntil: '2025-12-31',
      content: calendarDocument,
    }));
});

describe('Whatever is published', () => {
  const data = fc.constantFrom(edition(1), edition(2), edition(1, { validUntil: '2025-12-31' }));
  const scripts = fc.array(
    fc
      .tuple(fc.constantFrom(registrar, person('x')), data, fc.constantFrom(stream, 'reference-policy-x'))
      .map(([actor, each, of]): Step<ReferenceCommand> => ({
        command: publish(each),
        actor,
        now: instant(NOW),
        stream: of,
      })),
  );

  it('the alarm law holds', () => alarmLaw(reference, scripts));
  it('it is answered', () => answersAlways(reference, scripts));
});
