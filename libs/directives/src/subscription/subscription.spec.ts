import { describe, expect, it } from '@jest/globals';
import { idFrom } from '@edict/kernel';
import { answersAlways, at, person, specify, type Step } from '@edict/kernel/testing';
import fc from 'fast-check';

import { subscription, type SubscriptionCommand, type SubscriptionEvent } from './subscription.decider.ts';

const STREAM = 'subscription-ha-noi';
const by = at('2025-06-01T00:00Z', person('politburo'), undefined, STREAM);
const given = specify(subscription);

type Where = Extract<SubscriptionCommand, { type: 'OpenSubscription' }>['data'];
const mail: Where = { channel: 'mail', address: 'office@hanoi.example' };
const open = (where: Where): SubscriptionCommand => ({ type: 'OpenSubscription', data: where });
const idOf = ({ channel, address }: Where) => idFrom(STREAM, channel, address);
const opened = (where: Where): SubscriptionEvent => ({
  type: 'SubscriptionOpened',
  data: { subscription: idOf(where), ...where },
});
const end: SubscriptionCommand = { type: 'EndSubscription', data: { subscription: idOf(mail), reason: 'Moved.' } };
const ended: SubscriptionEvent = { type: 'SubscriptionEnded', data: { subscription: idOf(mail), reason: 'Moved.' } };

describe('The subscriptions of a unit', () => {
  it.each<Where>([
    mail,
    { ...mail, language: 'vi' },
    { channel: 'webhook', address: 'https://hooks.example/edict?unit=ha-noi' },
    { channel: 'calendar', address: 'a'.repeat(64) },
  ])('are opened once for each address: %j', (where) => {
    given().when(open(where), by).then(opened(where));
    given(opened(where)).when(open(where), by).thenNothing();
  });

  it.each<Where>([
    { channel: 'mail', address: 'office' },
    { channel: 'mail', address: 'a@b\r\nBcc: everybody@example' },
    { channel: 'mail', address: 'a@b, c@d' },
    { channel: 'webhook', address: 'ftp://hooks.example' },
    { channel: 'webhook', address: 'https://user:password@hooks.example/' },
    { channel: 'webhook', address: `https://hooks.example/${'a'.repeat(500)}` },
    { channel: 'calendar', address: 'the secret itself' },
  ])('take no address that is none: %j', (where) => given().when(open(where), by).thenRefused('subscription/address'));

  it('have a language where they are of words', () => {
    const calendar: Where = { channel: 'calendar', address: 'a'.repeat(64) };
    given()
      .when(open({ ...calendar, language: 'ru' }), by)
      .then(opened(calendar));
  });

  it('end, and can be opened again', () => {
    given(opened(mail)).when(end, by).then(ended);
    given(opened(mail), ended).when(end, by).thenNothing();
    given(opened(mail), ended).when(open(mail), by).then(opened(mail));
    given().when(end, by).thenRefused('subscription/unknown');
  });

  it('are twenty at most, of those that are in force', () => {
    const many = Array.from({ length: 20 }, (_, n) => opened({ channel: 'mail', address: `a${n}@b` }));
    given(...many)
      .when(open(mail), by)
      .thenRefused('subscription/too-many');
    given(opened(mail), ended, ...many.slice(1))
      .when(open(mail), by)
      .then(opened(mail));
  });

  it('wait for nothing, and answer always', () => {
    given(opened(mail)).thenWaitsFor();
    const steps: fc.Arbitrary<readonly Step<SubscriptionCommand>[]> = fc.array(
      fc.record({
        command: fc.constantFrom(open(mail), end, open({ channel: 'mail', address: 'toString' })),
        now: fc.constant(by.now),
        actor: fc.constant(by.actor),
      }),
      { maxLength: 6 },
    );
    answersAlways(subscription, steps);
    const unknown = subscription.evolve({}, { type: 'SomethingNewer', data: {} } as never);
    expect([unknown, subscription.evolve({}, ended)]).toStrictEqual([{}, {}]);
  });
});
