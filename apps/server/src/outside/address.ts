import type { Channel } from '@edict/directives';
import type { Channels } from '@edict/engine';
import { Rejection } from '@edict/kernel';
import type { Barred } from '@edict/runtime';

import type { Flaw } from '../http/problem.ts';

/** Says which rule an address breaks, so that it can be mended: the decider says no more than that it is none. Of a calendar there is none. */
export const assertAddress = (channel: Channel, address = ''): void => {
  const rule = channel === 'calendar' ? undefined : ruleBroken[channel](address);
  if (rule) throw noAddress(channel, rule);
};

/** What is known now of where an address leads; what is not, or changes, stays with whoever sends. */
export const assertWayOpen = async (channels: Channels, channel: Channel, address = ''): Promise<void> => {
  const barred = channel === 'calendar' ? undefined : await channels[channel]?.barred?.(address);
  if (barred) throw noAddress(channel, BARRED[barred]);
};

const noAddress = (channel: Channel, rule: Rule): Rejection => {
  const flaw: Flaw = { pointer: '/address', rule, message: `address ${RULES[rule]}` };
  return new Rejection('subscription/address', `That is no address for ${channel}.`, [flaw]);
};

const RULES = {
  mailAddress: 'must be one mail address',
  webAddress: 'must be http:// or https://, a host, and a path if there is one, of 500 characters at most',
  webHost: 'must have a host in ASCII, or an IP address in its usual form',
  webNobody: 'must have no user and no password',
  webPort: 'must have a port from 1 to 65535, or none',
  webWhole: 'must have no fragment (#)',
  webPublic: 'must lead to the public Internet, or be listed in EDICT_WEBHOOK_ALLOW',
  webTls: 'must be https://, unless it is listed in EDICT_WEBHOOK_ALLOW',
} as const;
type Rule = keyof typeof RULES;

const BARRED: Readonly<Record<Barred, Rule>> = { notPublic: 'webPublic', withoutTls: 'webTls' };

const MAIL = /^[^\s@,;<>"()]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/;
const WEB = /^https?:\/\/([^\s/?#]+)(\/\S*)?$/;

const webRule = (address: string): Rule | undefined => {
  if (address.includes('#')) return 'webWhole';
  const authority = address.length > 500 ? undefined : WEB.exec(address)?.[1];
  return authority === undefined ? 'webAddress' : ruleOfPlace(authority);
};

const ruleOfPlace = (authority: string): Rule | undefined => {
  if (authority.includes('@')) return 'webNobody';
  const [, host = '', port] = /^(.*?)(?::([^:\]]*))?$/.exec(authority) ?? [];
  if (port !== undefined && !isPort(port)) return 'webPort';
  return URL.parse(`http://${host}/`)?.hostname === host.toLowerCase() ? undefined : 'webHost';
};

const isPort = (text: string): boolean => /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535;

const ruleBroken: Readonly<Record<'mail' | 'webhook', (address: string) => Rule | undefined>> = {
  mail: (address) => (MAIL.test(address) ? undefined : 'mailAddress'),
  webhook: webRule,
};
