import { canonical, plusMs, refuse, type Context, type Instant, type Refused } from '@edict/kernel';

import type { AccountEvent, Given } from './account.messages.ts';
import type { Account } from './account.state.ts';

type Decision = readonly AccountEvent[] | Refused<AccountEvent>;

/** Policy of this project: no source names a figure. */
const LONGEST_DAYS = 366;
const DAY_MS = 86_400_000;

/** The secret itself is made and kept, as a hash, by the shell; here is that there is one, for what, and until when. */
export const issueToken = (data: Given<'IssueToken'>, account: Account, { now }: Context): Decision => {
  const { token, scope, until } = data;
  const known = account.tokens[token];
  if (known) return canonical(known.scope) === canonical(scope) ? [] : refuse('token/exists', 'There is one already.');
  if (account.disabled) return refuse('account/disabled', 'The account is disabled.');
  return lasting(until, account, now) ?? [{ type: 'TokenIssued', data: { token, scope, until } }];
};

const lasting = (until: Instant | null, { kind }: Account, now: Instant): Refused<never> | undefined => {
  if (until === null)
    return kind === 'operator' ? undefined : refuse('token/without-end', 'Every token has a day on which it ends.');
  if (until <= now) return refuse('token/ended', 'It would have ended already.');
  return until > plusMs(now, LONGEST_DAYS * DAY_MS)
    ? refuse('token/too-long', `No token lasts longer than ${LONGEST_DAYS} days.`)
    : undefined;
};

export const revokeToken = ({ token }: Given<'RevokeToken'>, account: Account, { now }: Context): Decision => {
  const known = account.tokens[token];
  if (!known) return refuse('token/unknown', 'There is no such token.');
  return known.revoked ? [] : [{ type: 'TokenRevoked', data: { token, at: now } }];
};
