import type { Instant } from '@edict/kernel';

import type { Grant } from './principal.ts';

type Asked = Readonly<{ capacity: string | undefined; unit: string | undefined }>;
/** `unit`: `null` where none was named and none follows. */
export type Acting = Readonly<{ capacity: string; unit: string | null }>;

/** Where nothing is said and nothing follows. */
const STANDARD = 'officer';

/** As what somebody acts: what they ask for, if a grant that is in force gives it; what they leave open, if their grants leave one choice. */
export const actingAs = (grants: readonly Grant[], asked: Asked, now: Instant): Acting | undefined => {
  const matching = grants.filter(
    (grant) =>
      isInForce(grant, now) && covers(grant.capacity, asked.capacity) && (grant.unit === '*' || isUnit(grant, asked)),
  );
  const capacity = asked.capacity ?? choice(matching.map((grant) => grant.capacity)) ?? STANDARD;
  const held = matching.filter((grant) => covers(grant.capacity, capacity));
  if (held.length === 0) return undefined;
  return { capacity, unit: asked.unit ?? choice(held.map(({ unit }) => unit)) ?? null };
};

export const isInForce = ({ from, until }: Pick<Grant, 'from' | 'until'>, now: Instant): boolean =>
  (from === null || from <= now) && (until === null || now < until);

const covers = (granted: string, asked: string | undefined): boolean =>
  asked === undefined || granted === '*' || granted === asked;

const isUnit = ({ unit }: Grant, asked: Asked): boolean => asked.unit === undefined || unit === asked.unit;

const choice = (named: readonly string[]): string | undefined => {
  const [only, ...others] = new Set(named);
  return others.length > 0 || only === '*' ? undefined : only;
};
