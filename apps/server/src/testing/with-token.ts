import { OPERATOR } from '@edict/directives';
import { byPerson } from '@edict/runtime';

import type { Access } from '../access/access.ts';
import { starter } from '../access/door.ts';
import { hashOf } from '../access/secrets.ts';

/** The operator of a data folder that there is not, with a token that is known. */
export const withToken = async ({ engine, tokens }: Access, token: string): Promise<void> => {
  const stream = `account-${OPERATOR}`;
  const data = { token: OPERATOR, scope: { reading: false, capacities: null, units: null }, until: null };
  await engine.execute({ stream, type: 'OpenAccount', data: { kind: 'operator' } }, byPerson(starter, 'operator'));
  await engine.execute({ stream, type: 'IssueToken', data }, byPerson({ ...starter, id: OPERATOR }, 'token'));
  await tokens.keep({ account: OPERATOR, token: OPERATOR, name: 'tests' }, hashOf(token), null);
};
