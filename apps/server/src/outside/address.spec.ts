import { describe, expect, it } from '@jest/globals';
import type { Channel } from '@edict/directives';
import type { Rejection } from '@edict/kernel';
import type { Barred } from '@edict/runtime';

import { assertAddress, assertWayOpen } from './address.ts';

const ruleOf = (channel: Channel, address: string | undefined): string | undefined => {
  try {
    assertAddress(channel, address);
    return undefined;
  } catch (error) {
    const { code, fields } = error as Rejection;
    expect([code, fields[0]!.pointer]).toStrictEqual(['subscription/address', '/address']);
    return fields[0]!.rule;
  }
};

describe('The address of a webhook', () => {
  it.each([
    'https://hooks.example',
    'https://hooks.example/edict?unit=ha-noi',
    'http://10.1.2.3:8080/',
    'https://[2a00:1450::1]:65535/x',
    'https://HOOKS.example:1/',
    'https://xn--h-0ga.example/',
  ])('is one: %s', (address) => expect(ruleOf('webhook', address)).toBeUndefined());

  it.each([
    ['https://hooks.example:99999/', 'webPort'],
    ['https://hooks.example:65536', 'webPort'],
    ['https://hooks.example:0/', 'webPort'],
    ['https://hooks.example:080/', 'webPort'],
    ['https://hooks.example:/', 'webPort'],
    ['https://hooks.example:x/', 'webPort'],
    ['https://[::1]:99999/', 'webPort'],
    ['https://ann:secret@hooks.example/', 'webNobody'],
    ['https://ann@hooks.example/', 'webNobody'],
    ['https://hooks.example/#there', 'webWhole'],
    ['https://hà-nội.example/', 'webHost'],
    ['https://0x7f.1/', 'webHost'],
    ['https://2130706433/', 'webHost'],
    ['https://0177.0.0.1/', 'webHost'],
    ['https://127.1/', 'webHost'],
    ['https://[::0001]/', 'webHost'],
    ['https://[fe80::1%25eth0]/', 'webHost'],
    ['https://[::1/', 'webHost'],
    ['https://256.1.1.1/', 'webHost'],
    ['https://%65xample.org/', 'webHost'],
    ['https://exa<mple.org/', 'webHost'],
    ['https://a\\b/', 'webHost'],
    ['ftp://hooks.example', 'webAddress'],
    ['https://', 'webAddress'],
    ['https://hooks.example?x', 'webAddress'],
    ['https://hooks.example/a b', 'webAddress'],
    [`https://hooks.example/${'a'.repeat(500)}`, 'webAddress'],
    ['', 'webAddress'],
    [undefined, 'webAddress'],
  ])('is none, and it is said why: %s', (address, rule) => expect(ruleOf('webhook', address)).toBe(rule));
});

describe('Where the address of a webhook leads', () => {
  const rulesOf = async (barred: Barred | undefined, channel: Channel = 'webhook') => {
    const webhook = { send: async () => undefined, barred: async () => barred };
    const asked = assertWayOpen({ webhook, mail: { send: webhook.send } }, channel, 'https://hooks.example/');
    return asked.then(
      () => [],
      (error: unknown) => (error as Rejection).fields.map(({ rule }) => rule),
    );
  };

  it('is said as far as it is known', async () => {
    expect(await rulesOf('notPublic')).toStrictEqual(['webPublic']);
    expect(await rulesOf('withoutTls')).toStrictEqual(['webTls']);
    expect(await rulesOf(undefined)).toStrictEqual([]);
  });

  it('is nothing of mail, nor of a calendar, nor where no webhooks are sent', async () => {
    for (const channel of ['mail', 'calendar'] as const) expect(await rulesOf('notPublic', channel)).toStrictEqual([]);
    await expect(assertWayOpen({}, 'webhook', 'https://10.0.0.1/')).resolves.toBeUndefined();
  });
});

describe('The address of mail', () => {
  it('is one, and a calendar has none', () => {
    expect(ruleOf('mail', 'office@hanoi.example')).toBeUndefined();
    expect(ruleOf('calendar', undefined)).toBeUndefined();
  });

  it.each(['none', '', undefined, 'a@b, c@d', 'a@b\r\nBcc: x@y', 'Ann <a@b>', 'a@hà-nội.example'])(
    'is none, and it is said why: %j',
    (address) => expect(ruleOf('mail', address)).toBe('mailAddress'),
  );
});
