import { describe, expect, it } from '@jest/globals';
import { fold, instant, plusMs, type Instant } from '@edict/kernel';
import {
  alarmLaw,
  answersAlways,
  at,
  EVENT_ID,
  person,
  ring,
  saga,
  specify,
  specifyProjection,
  type Step,
} from '@edict/kernel/testing';
import fc from 'fast-check';

import type { DirectiveEvent } from '../directive/directive.messages.ts';
import { delivery, type Delivery, type DeliveryCommand, type DeliveryEvent } from './delivery.decider.ts';
import { PATIENCE_MS, WAITS_MS } from './delivery.policy.ts';
import { deliveryView } from './delivery.projection.ts';
import { mayLeave } from './leaving.ts';

const T0 = instant('2025-06-25T17:00Z');
const of: Delivery = {
  notificationId: 'n1',
  unit: 'ha-noi',
  notice: 'overdue',
  about: 'task-t1',
  directiveId: 'd1',
  subscription: 's1',
  channel: 'mail',
};
const plan: DeliveryCommand = { type: 'PlanDelivery', data: { ...of, releaseAt: T0 } };
const planned: DeliveryEvent = { type: 'DeliveryPlanned', data: { ...of, callAt: T0 } };
const call = (attempt = 1): DeliveryCommand => ({ type: 'CallDelivery', data: { attempt } });
const miss = (attempt = 1): DeliveryCommand => ({ type: 'MissDelivery', data: { attempt } });
const due = (attempt = 1, from = T0): DeliveryEvent => ({
  type: 'DeliveryDue',
  data: { attempt, missedAt: plusMs(from, PATIENCE_MS) },
});
const failed = (attempt = 1, callAt = plusMs(T0, WAITS_MS[0]!), reason = 'no'): DeliveryEvent => ({
  type: 'DeliveryFailed',
  data: { attempt, reason, callAt },
});
const parked: DeliveryEvent = { type: 'DeliveryParked', data: { attempt: 1, reason: 'no' } };
const withheld: DeliveryEvent = { type: 'DeliveryWithheld', data: { attempt: 1, reason: 'classified' } };
const record = (outcome: 'delivered' | 'failed' | 'refused' | 'withheld', attempt = 1): DeliveryCommand => ({
  type: 'RecordDelivery',
  data: { attempt, outcome, reason: 'no' },
});
const replay: DeliveryCommand = { type: 'ReplayDelivery', data: { reason: 'The server is back.' } };
const drop: DeliveryCommand = { type: 'DropDelivery', data: { reason: 'The office is closed.' } };
const machine = at(T0, saga);
const operator = at(T0, person('politburo'));

const given = specify(delivery);
const all: readonly DeliveryCommand[] = [call(), miss(), record('delivered'), replay, drop];

describe('A delivery', () => {
  it('is planned once, and waits for its time', () => {
    given().when(plan, machine).then(planned);
    given(planned).when(plan, machine).thenNothing();
    given(planned).thenWaitsFor({ key: 'CallDelivery/1', at: T0, ring: call() });
  });

  it('is due when its time has come, and not before', () => {
    given(planned).when(call(), at(T0, ring)).then(due());
    given(planned)
      .when(call(), at(plusMs(T0, -1), ring))
      .thenNothing();
    given(planned).when(call(2), at(T0, ring)).thenNothing();
    given(planned, due()).when(call(), at(T0, ring)).thenNothing();
  });

  it('has succeeded when its receiver has taken it, and waits for nothing more', () => {
    const succeeded: DeliveryEvent = { type: 'DeliverySucceeded', data: { attempt: 1 } };
    given(planned, due()).when(record('delivered'), machine).then(succeeded);
    given(planned, due(), succeeded).thenWaitsFor();
    given(planned, due(), succeeded).when(record('failed'), machine).thenNothing();
  });

  it('is tried again after a wait when it failed', () => {
    given(planned, due()).when(record('failed'), machine).then(failed());
    given(planned, due(), failed()).thenWaitsFor({
      key: 'CallDelivery/2',
      at: plusMs(T0, WAITS_MS[0]!),
      ring: call(2),
    });
  });

  it('has failed when nobody has said in time what came of it', () => {
    const late = plusMs(T0, PATIENCE_MS);
    given(planned, due()).thenWaitsFor({ key: 'MissDelivery/1', at: late, ring: miss() });
    given(planned, due())
      .when(miss(), at(late, ring))
      .then(failed(1, plusMs(late, WAITS_MS[0]!), 'no-outcome'));
    given(planned, due())
      .when(miss(), at(plusMs(late, -1), ring))
      .thenNothing();
    given(planned).when(miss(), at(late, ring)).thenNothing();
  });

  it('does not take what is said late of an attempt for what is said of the next one', () => {
    const again = plusMs(T0, WAITS_MS[0]!);
    given(planned, due(), failed(), due(2, again)).when(record('failed', 1), at(again, saga)).thenNothing();
  });

  it(`is parked after ${WAITS_MS.length + 1} attempts, and waits for nobody but an operator`, () => {
    let history: readonly DeliveryEvent[] = [planned];
    let now: Instant = T0;
    for (let attempt = 1; attempt <= WAITS_MS.length + 1; attempt++) {
      const step = (command: DeliveryCommand) => {
        const state = fold(delivery, history);
        history = [...history, ...(delivery.decide(command, state, at(now, saga)) as readonly DeliveryEvent[])];
      };
      step(call(attempt));
      step(record('failed', attempt));
      const last = history.at(-1)!;
      if (last.type === 'DeliveryFailed') now = last.data.callAt;
    }
    expect(history.at(-1)).toStrictEqual({ type: 'DeliveryParked', data: { attempt: 7, reason: 'no' } });
    given(...history).thenWaitsFor();
  });

  it('is parked at once when its receiver will never take it, and kept back when it may not leave', () => {
    given(planned, due()).when(record('refused'), machine).then(parked);
    given(planned, due())
      .when(record('withheld'), machine)
      .then({ type: 'DeliveryWithheld', data: { attempt: 1, reason: 'no' } });
  });

  it.each([
    ['parked', parked],
    ['kept back', withheld],
  ])('is replayed or dropped by an operator when it is %s', (_, end) => {
    const { reason } = replay.data as { reason: string };
    const replayed: DeliveryEvent = { type: 'DeliveryReplayed', data: { reason, callAt: T0 } };
    given(planned, due(), end).when(replay, operator).then(replayed);
    given(planned, due(), end, replayed).thenWaitsFor({ key: 'CallDelivery/2', at: T0, ring: call(2) });
    const dropped: DeliveryEvent = { type: 'DeliveryDropped', data: { reason: 'The office is closed.' } };
    given(planned, due(), end).when(drop, operator).then(dropped);
    given(planned, due(), end, dropped).when(drop, operator).thenNothing();
    given(planned, due(), end, dropped).when(replay, operator).thenRefused('delivery/not-parked');
  });

  it('is left alone while somebody works on it, and unknown before it is planned', () => {
    for (const act of [replay, drop]) {
      given(planned).when(act, operator).thenRefused('delivery/not-parked');
      given(planned, due()).when(act, operator).thenRefused('delivery/not-parked');
    }
    for (const command of all) given().when(command, operator).thenRefused('delivery/unknown');
  });

  const steps: fc.Arbitrary<readonly Step<DeliveryCommand>[]> = fc.array(
    fc.record({
      command: fc.constantFrom(plan, ...all, record('failed'), record('refused'), record('failed', 2), call(2)),
      now: fc.nat(10 * 86_400_000).map((ms) => plusMs(T0, ms)),
      actor: fc.constant(saga),
    }),
    { maxLength: 12 },
  );
  it('answers always, and every one of its alarms rings once', () => {
    answersAlways(delivery, steps);
    alarmLaw(delivery, steps);
  });
});

describe('The row of a delivery', () => {
  const rows = specifyProjection(deliveryView);
  const row = { ...of, deliveryId: 'x', state: 'waiting', attempt: 1, at: T0, reason: null };
  const changedAt = '2025-01-01T00:00:00.000Z';
  const callAt = plusMs(T0, WAITS_MS[0]!);

  it.each<[object, readonly DeliveryEvent[]]>([
    [{}, []],
    [{ state: 'due', at: plusMs(T0, PATIENCE_MS) }, [due()]],
    [{ state: 'delivered', at: null }, [due(), { type: 'DeliverySucceeded', data: { attempt: 1 } }]],
    [{ attempt: 2, at: callAt, reason: 'no' }, [due(), failed()]],
    [{ state: 'parked', at: null, reason: 'no' }, [due(), parked]],
    [{ state: 'withheld', at: null, reason: 'classified' }, [due(), withheld]],
    [{ state: 'dropped', at: null, reason: 'r' }, [due(), parked, { type: 'DeliveryDropped', data: { reason: 'r' } }]],
    [{ attempt: 2, reason: 'r' }, [due(), parked, { type: 'DeliveryReplayed', data: { reason: 'r', callAt: T0 } }]],
    [{}, [{ type: 'SomethingNewer', data: {} } as never]],
  ])('is %j', (more, events) => rows('delivery-x', planned, ...events).then({ x: { ...row, ...more, changedAt } }));

  it('belongs to deliveries alone', () => rows('task-t1', planned).then({}));
});

describe('What may leave', () => {
  const issued = (classification: string, compartments: readonly string[] = []) =>
    ({ type: 'DirectiveIssued', data: { document: { directive: { classification, compartments } } } }) as never;
  const to = (level: string) => ({ type: 'DirectiveReclassified', data: { to: { level, compartments: [] } } }) as never;
  const history = (...events: readonly DirectiveEvent[]) =>
    events.map((event) => ({ ...event, id: EVENT_ID, stream: 'directive-d1', recordedAt: T0, occurredAt: T0 }));

  it('is what everybody may read, and nothing else', () => {
    expect(mayLeave(history(issued('open')))).toBe(true);
    for (const level of ['internal', 'confidential', 'secret', 'top-secret', 'something else'])
      expect(mayLeave(history(issued(level)))).toBe(false);
    expect(mayLeave(history(issued('open', ['personnel'])))).toBe(false);
    expect(mayLeave([])).toBe(false);
  });

  it('changes with the label, either way', () => {
    expect(mayLeave(history(issued('open'), to('internal')))).toBe(false);
    expect(mayLeave(history(issued('internal'), to('open')))).toBe(true);
  });
});
