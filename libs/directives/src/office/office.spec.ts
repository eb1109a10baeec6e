import { describe, expect, it } from '@jest/globals';
import { instant, plusMs, type Actor, type Instant } from '@edict/kernel';
import { alarmLaw, answersAlways, at, specify, specifyProjection, type Step } from '@edict/kernel/testing';
import fc from 'fast-check';

import type { Account } from '../account/account.state.ts';
import { registered } from '../testing/issued.ts';
import { office } from './office.decider.ts';
import type { OfficeCommand, OfficeEvent } from './office.messages.ts';
import type { Office } from './office.state.ts';
import { appointmentView, officeView } from './office.projection.ts';

const NOW = instant('2025-06-10T02:00:00Z');
const LATER = instant('2025-07-01T02:00:00Z');
const DAY = 86_400_000;
const admin: Actor = { id: 'root', unit: 'installation', capacity: 'administrator', origin: 'person' };
const here = (now: Instant = NOW, actor = admin) => at(now, actor, now, 'office-1');

const ann: Account = {
  kind: 'person',
  disabled: false,
  grants: [],
  clearance: null,
  sessionsEndedAt: null,
  means: [],
  subject: null,
  tokens: {},
};
const holder = (changes: Partial<Account> = {}) => ({ value: { ...ann, ...changes }, source: 'account-ann@0' });

type Data<T extends OfficeCommand['type']> = Extract<OfficeCommand, { type: T }>['data'];
type Happened<T extends OfficeEvent['type']> = Extract<OfficeEvent, { type: T }>['data'];

const POST = { unit: 'ministry', capacity: 'officer', title: 'Chief of office' } as const;
const establish: OfficeCommand = { type: 'EstablishOffice', data: { ...POST, registration: registered('ministry') } };
const established: OfficeEvent = { type: 'OfficeEstablished', data: POST };
const appoint = (changes: Partial<Data<'Appoint'>> = {}): OfficeCommand => ({
  type: 'Appoint',
  data: { account: 'ann', as: 'holder', until: null, basis: 'Decision 4', holder: holder(), ...changes },
});
const appointed = (changes: Partial<Happened<'Appointed'>> = {}): OfficeEvent => ({
  type: 'Appointed',
  data: { appointment: 1, account: 'ann', as: 'holder', from: NOW, until: null, basis: 'Decision 4', ...changes },
});
const endAppointment = (appointment = 1): OfficeCommand => ({
  type: 'EndAppointment',
  data: { appointment, reason: 'Retired' },
});
const ended = (moment: Instant): OfficeEvent => ({
  type: 'AppointmentEnded',
  data: { appointment: 1, at: moment, reason: 'Retired' },
});
const close: OfficeCommand = { type: 'CloseOffice', data: { reason: 'Merged' } };
const closed: OfficeEvent = { type: 'OfficeClosed', data: { at: NOW, reason: 'Merged' } };

const given = specify(office);

describe('An office', () => {
  it('is established once, in a unit that is registered', () => {
    given().when(establish, here()).then(established);
    given(established).when(establish, here()).thenNothing();
    given(established)
      .when({ type: 'EstablishOffice', data: { ...establish.data, capacity: 'leader' } }, here())
      .thenRefused('office/established');
    given()
      .when(
        { type: 'EstablishOffice', data: { ...POST, registration: { value: null, source: 'unit-ministry@-1' } } },
        here(),
      )
      .thenRefused('unit/unknown');
  });

  it('that is not there can be neither held nor closed', () => {
    for (const command of [appoint(), endAppointment(), close])
      given().when(command, here()).thenRefused('office/unknown');
  });

  it('has one holder at a time, and then the next', () => {
    given(established).when(appoint(), here()).then(appointed());
    given(established, appointed())
      .when(appoint({ account: 'bob' }), here())
      .thenRefused('office/held');
    given(established, appointed({ until: LATER }))
      .when(appoint({ account: 'bob', from: LATER }), here())
      .then(appointed({ appointment: 2, account: 'bob', from: LATER }));
  });

  it('has a substitute beside its holder, for a time that ends, and one at a time', () => {
    given(established, appointed())
      .when(appoint({ account: 'bob', as: 'substitute', until: LATER }), here())
      .then(appointed({ appointment: 2, account: 'bob', as: 'substitute', until: LATER }));
    given(established)
      .when(appoint({ as: 'substitute' }), here())
      .thenRefused('office/without-end');
    given(established, appointed({ as: 'substitute', until: LATER }))
      .when(appoint({ account: 'bob', as: 'substitute', until: LATER }), here())
      .thenRefused('office/held');
  });

  it('is held by a person whose account is there and enabled', () => {
    const refused = (changes: Partial<Data<'Appoint'>>, code: string) =>
      given(established).when(appoint(changes), here()).thenRefused(code);
    refused({ holder: { value: null, source: 'account-ann@-1' } }, 'account/unknown');
    refused({ holder: holder({ kind: 'machine' }) }, 'office/not-a-person');
    refused({ holder: holder({ disabled: true }) }, 'account/disabled');
  });

  it('is given by nobody to themselves, and for no time that has passed', () => {
    given(established)
      .when(appoint(), here(NOW, { ...admin, id: 'ann' }))
      .thenRefused('account/not-to-oneself');
    given(established)
      .when(appoint({ from: plusMs(NOW, -1) }), here())
      .thenRefused('account/from-the-past');
  });

  it('is not held by somebody whose duties lie apart from it', () => {
    const auditor = { grant: 1, capacity: 'auditor', unit: 'audit', from: NOW, until: LATER } as const;
    given(established)
      .when(appoint({ holder: holder({ grants: [auditor] }) }), here())
      .thenRefused('account/duties-apart');
    given(established)
      .when(appoint({ from: LATER, holder: holder({ grants: [auditor] }) }), here())
      .then(appointed({ from: LATER }));
  });

  it('appointed again as it is changes nothing', () =>
    given(established, appointed())
      .when(appoint({ from: NOW }), here())
      .thenNothing());

  it('is left on the day the appointment ends, once', () => {
    given(established, appointed()).when(endAppointment(), here(LATER)).then(ended(LATER));
    given(established, appointed({ from: LATER }))
      .when(endAppointment(), here())
      .then(ended(LATER));
    given(established, appointed(), ended(NOW)).when(endAppointment(), here()).thenNothing();
    given(established).when(endAppointment(), here()).thenRefused('appointment/unknown');
  });

  it('that is closed is held by nobody any more', () => {
    given(established, appointed()).when(close, here()).then(closed);
    given(established, closed).when(close, here()).thenNothing();
    given(established, closed).when(appoint(), here()).thenRefused('office/closed');
    const state = [
      established,
      appointed(),
      appointed({ appointment: 2, account: 'bob', from: LATER }),
      appointed({ appointment: 3, account: 'cy', until: plusMs(NOW, -1) }),
      closed,
    ].reduce<Office | null>((state, event) => office.evolve(state, event), null);
    expect(state?.appointments.map(({ until }) => until)).toStrictEqual([NOW, LATER, plusMs(NOW, -1)]);
  });
});

describe('The views of offices', () => {
  it('know each office, and whether it is closed', () => {
    const row = { officeId: '1', unit: 'ministry', capacity: 'officer', title: '"Chief of office"', closedAt: null };
    specifyProjection(officeView)('office-1', established, appointed()).then({ 1: row });
    specifyProjection(officeView)('office-1', established, closed).then({ 1: { ...row, closedAt: NOW } });
  });

  it('know where somebody has ever been appointed', () =>
    specifyProjection(appointmentView)('office-1', established, appointed(), ended(LATER)).then({
      '1/1': { place: '1/1', officeId: '1', accountId: 'ann' },
    }));
});

const scripts = fc.array(
  fc.record<Step<OfficeCommand>>({
    command: fc.constantFrom<OfficeCommand>(
      establish,
      appoint(),
      appoint({ account: 'bob', as: 'substitute', until: LATER }),
      endAppointment(),
      close,
    ),
    now: fc.nat(60).map((days) => plusMs(NOW, days * DAY)),
    actor: fc.constant(admin),
  }),
  { maxLength: 10 },
);

describe('Whatever becomes of an office', () => {
  it('it answers', () => answersAlways(office, scripts));
  it('it waits for nothing', () => alarmLaw(office, scripts));
});
