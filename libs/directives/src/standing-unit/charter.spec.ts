import { describe, expect, it } from '@jest/globals';
import { plusMs } from '@edict/kernel';
import { alarmLaw, answersAlways, person, ring, type Step } from '@edict/kernel/testing';
import fc from 'fast-check';

import { directiveDocument, policyDocument, SOURCES, standingUnits } from '../testing/documents.ts';
import { issued, ISSUED_AT, registered, registration } from '../testing/issued.ts';
import { charter, standing } from '../testing/matter-examples.ts';
import { charterOf } from './charter.ts';
import { standingUnit, type StandingUnitCommand } from './standing-unit.decider.ts';

const chartered = (rule: Parameters<typeof standingUnits>[0] = {}, parts: Parameters<typeof issued>[0] = {}) => {
  const document = directiveDocument({ standingUnits: standingUnits(rule) });
  const provinces = { kind: 'group', members: ['ha-noi', 'hue'], complete: true, source: 'unit-provinces@0' } as const;
  return charterOf({ issued: issued({ document, named: { provinces }, ...parts }), watchFrom: null, label: null });
};

describe('What a directive says of its standing units', () => {
  it('is nothing where there is no directive, or it foresees none', () => {
    expect(charterOf({ issued: null, watchFrom: null, label: null })).toBeNull();
    expect(charterOf({ issued: issued(), watchFrom: null, label: null })).toBeNull();
  });

  it('names every member of a group, as it stood on the day of issue, with the rules of that day', () => {
    expect(chartered()).toStrictEqual(charter());
    expect(chartered({ createdBy: ['provinces', 'hue', 'ministry'] })?.committees).toStrictEqual([
      'ha-noi',
      'hue',
      'ministry',
    ]);
  });

  it('names the group itself where not each of its members sets one up', () =>
    expect(chartered({ each: false })?.committees).toStrictEqual(['provinces']));

  it.each([
    [
      { from: null, until: '2025-10-31', inclusive: true },
      { fromOn: 'issue', untilOn: '2025-10-31' },
    ],
    [
      { from: '2025-07-01', until: '2025-10-31', inclusive: true },
      { fromOn: '2025-07-01', untilOn: '2025-10-31' },
    ],
    [
      { from: 'issue', until: '2025-11-01', inclusive: false },
      { fromOn: 'issue', untilOn: '2025-10-31' },
    ],
    [
      { from: 'issue', until: null, inclusive: false },
      { fromOn: 'issue', untilOn: null },
    ],
    [
      { from: 'issue', until: null, inclusive: true },
      { fromOn: 'issue', untilOn: null },
    ],
  ])('turns the mandate %j into its first and last day', (mandate, days) =>
    expect(chartered({ mandate })).toMatchObject(days),
  );

  it('takes its figures from the policy', () => {
    const figures = {
      remindAt: '09:00',
      quietHours: null,
      sunsetNoticeDays: 30,
      responseWorkingDays: null,
      handOverTo: 'superior',
    } as const;
    const { handOverTo, ...rules } = figures;
    const policy = { value: policyDocument(figures), source: SOURCES.policy };
    expect(chartered({}, { policy })).toStrictEqual(charter({ handOverTo, rules: { ...charter().rules, ...rules } }));
  });
});

describe('Setting up a standing unit', () => {
  it('looks up the charter in the directive, and the committee in the registry', () => {
    const facts = standingUnit.facts!(
      {
        stream: standing.stream,
        type: 'SetUpStandingUnit',
        data: { directiveId: 'd1', committee: 'ha-noi' },
      },
      standingUnit.initialState,
    ) as Record<string, { stream: string; select(history: readonly object[]): unknown }>;
    expect(Object.keys(facts)).toStrictEqual(['charter', 'registration']);
    expect(facts['charter']!.stream).toBe('directive-d1');
    const document = directiveDocument({ standingUnits: standingUnits({ createdBy: ['ha-noi', 'hue'] }) });
    expect(facts['charter']!.select([{ type: 'DirectiveIssued', data: issued({ document }) }])).toStrictEqual(
      charter(),
    );
    expect(facts['charter']!.select([])).toBeNull();
    expect(facts['registration']!.stream).toBe('unit-ha-noi');
    const known = registration('ha-noi');
    expect(facts['registration']!.select([{ type: 'UnitRegistered', data: known }])).toMatchObject(known);
  });

  it('is for a person to do; what follows rings of itself, and looks nothing up', () => {
    expect(standingUnit.category).toBe('standingUnit');
    expect(standingUnit.origins).toStrictEqual({
      SetUpStandingUnit: ['person'],
      AnnounceSunset: ['ring'],
      EndMandate: ['ring'],
      TransferMandate: ['saga'],
      InheritMandate: ['saga'],
    });
    for (const type of ['AnnounceSunset', 'EndMandate'] as const)
      expect(
        standingUnit.facts!(
          { stream: standing.stream, type, data: { untilOn: '2025-10-31' } },
          standingUnit.initialState,
        ),
      ).toStrictEqual({});
  });
});

const DAY = 86_400_000;
const moment = fc.integer({ min: 0, max: 250 }).map((days) => plusMs(ISSUED_AT, days * DAY));
const day = moment.map((each) => each.slice(0, 10));

const setUp = fc
  .record({
    untilOn: fc.option(day),
    sunsetNoticeDays: fc.integer({ min: 0, max: 60 }),
    handOverTo: fc.constantFrom('committee', 'superior', 'issuer'),
    foreseen: fc.constantFrom(true, true, true, false),
    actor: fc.constantFrom('ha-noi', 'ha-noi', 'hue').map(person),
  })
  .map(({ untilOn, sunsetNoticeDays, handOverTo, foreseen, actor }) => {
    const value = foreseen ? charter({ untilOn, handOverTo, rules: { ...charter().rules, sunsetNoticeDays } }) : null;
    const fact = { value, source: 'directive-d1@0' };
    const data = { directiveId: 'd1', committee: 'ha-noi', charter: fact, registration: registered('ha-noi') };
    return { actor, command: { type: 'SetUpStandingUnit', data } satisfies StandingUnitCommand };
  });
const ringing = fc
  .record({ type: fc.constantFrom('AnnounceSunset', 'EndMandate'), untilOn: day })
  .map(({ type, untilOn }) => ({ actor: ring, command: { type, data: { untilOn } } satisfies StandingUnitCommand }));

const scripts = fc
  .array(fc.tuple(fc.oneof(setUp, setUp, ringing), moment), { minLength: 1, maxLength: 6 })
  .map((acts) =>
    acts
      .map(([act, now]): Step<StandingUnitCommand> => ({ ...act, now, stream: standing.stream }))
      .toSorted((a, b) => (a.now < b.now ? -1 : 1)),
  );

describe('Whatever a standing unit has been through', () => {
  it('each of its alarms, in time or late, appends, and then is gone for good', () => alarmLaw(standingUnit, scripts));

  it('every command is answered, twice the same, with events that are plain JSON', () =>
    answersAlways(standingUnit, scripts));

  it('an event of a newer version changes nothing', () =>
    expect(standingUnit.evolve(standingUnit.initialState, { type: 'MandateExtended', data: {} } as never)).toBe(
      standingUnit.initialState,
    ));
});
