import { describe, expect, it } from '@jest/globals';

import type { Task } from '../../api/tasks.ts';
import { OFFERS } from './acts.ts';
import { actsOn, bodyOf, isAsked } from './offers.ts';

const task = (more: object = {}): Task =>
  ({
    state: 'acknowledged',
    kind: 'once',
    dueAt: '2025-06-30T17:00:00.000Z',
    request: null,
    started: false,
    assignment: 2,
    ...more,
  }) as unknown as Task;
const verbs = (more?: object) => actsOn(task(more)).map(({ verb }) => verb);

describe('What is offered on a task', () => {
  it('is to submit what can be complete, and only that', () => {
    expect(verbs()).toContain('submit');
    expect(verbs({ kind: 'standing', dueAt: null })).not.toContain('submit');
  });

  it('is more time where there is a date, and none is asked for yet', () => {
    expect(verbs()).toContain('requestExtension');
    expect(verbs({ dueAt: null })).not.toContain('requestExtension');
    expect(verbs({ request: { request: 1 } })).not.toContain('requestExtension');
  });

  it('is to grant or refuse more time first, where it is asked for', () =>
    expect(verbs({ request: { request: 1 } }).slice(0, 2)).toStrictEqual(['grantExtension', 'refuseExtension']));

  it('is an end where it is never complete, an order where it has a date, and a beginning where it waits for an event', () => {
    expect(verbs()).toContain('overrideDeadline');
    expect(verbs()).not.toContain('lapse');
    expect(verbs({ kind: 'standing', dueAt: null })).toContain('lapse');
    expect(verbs({ kind: 'until' })).not.toContain('overrideDeadline');
    expect(verbs()).not.toContain('start');
    expect(verbs({ kind: 'conditional' })).toContain('start');
    expect(verbs({ kind: 'conditional' })).not.toContain('overrideDeadline');
    expect(verbs({ kind: 'conditional', started: true })).not.toContain('start');
    expect(verbs({ kind: 'conditional', started: true })).toContain('overrideDeadline');
    expect(verbs({ state: 'unassigned' })).toContain('assign');
  });

  it('says what is of an order with the order', () => {
    const order = actsOn(task()).find(({ verb }) => verb === 'overrideDeadline')!;
    const said = { 'order.number': '160-KL/TW', 'order.issuer': 'politburo', toOn: '2025-07-31' };
    expect(bodyOf(order, task(), said)).toStrictEqual({
      order: { number: '160-KL/TW', issuer: 'politburo' },
      toOn: '2025-07-31',
    });
  });

  it('names the assignment, submission or request that was seen', () => {
    const asked = task({ request: { request: 3 } });
    const [grant] = actsOn(asked);
    expect(bodyOf(grant!, asked, { toOn: '2025-07-31' })).toStrictEqual({ request: 3, toOn: '2025-07-31' });
    const submit = actsOn(task()).find(({ verb }) => verb === 'submit')!;
    expect(bodyOf(submit, task(), { report: 'Done.' })).toStrictEqual({ assignment: 2, report: 'Done.' });
  });

  it('has a key for each that no other has at the same time', () => {
    for (const state of ['assigned', 'acknowledged', 'returned', 'submitted', 'delegated', 'unassigned', 'suspended']) {
      const keys = actsOn(task({ state, request: null })).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

describe('What is done by one key', () => {
  it('is only that something has arrived: all else is asked for its words, or asked once', () =>
    expect(Object.values(OFFERS).flatMap((offer) => (isAsked(offer) ? [] : [offer.verb]))).toStrictEqual([
      'acknowledge',
    ]));
});
