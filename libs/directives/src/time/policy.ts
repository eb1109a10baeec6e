import { atTime, dayOf, plusDays, type Instant, type LocalDate } from '@edict/kernel';

import type { PolicyDocument } from '../document/index.ts';

type Rules = PolicyDocument['rules'];

/** The figures of a policy without where they come from: that stands in the reference, and a fact names its source. */
export type Policy = Readonly<{ id: string; version: number; zone: string }> &
  Readonly<{ [Name in keyof Rules]: NonNullable<Rules[Name]>['value'] }>;

export const policyOf = ({ policy: { id, version, zone }, rules }: PolicyDocument): Policy => {
  const values = Object.entries(rules).map(([name, { value }]) => [name, value] as const);
  return { ...(Object.fromEntries(values) as Omit<Policy, 'id' | 'version' | 'zone'>), id, version, zone };
};

/** In which term a number was given; `null` where the policy knows of none on that day. */
export const termOn = ({ terms }: Policy, day: LocalDate): string | null =>
  terms.find(({ from, until }) => from <= day && (until === null || day <= until))?.name ?? null;

export type Quiet = Readonly<{ zone: string; hours: Policy['quietHours'] }>;

/** Now, or when the quiet hours that it falls into are over. They may run past midnight. */
export const afterQuietHours = (at: Instant, { zone, hours }: Quiet): Instant => {
  if (!hours) return at;
  const today = dayOf(at, zone);
  const until = atTime(today, hours.until, zone);
  const isOvernight = hours.until <= hours.from;
  if (isOvernight && at < until) return until; // they began the day before
  if (at < atTime(today, hours.from, zone)) return at;
  if (isOvernight) return atTime(plusDays(today, 1), hours.until, zone);
  return at < until ? until : at;
};
