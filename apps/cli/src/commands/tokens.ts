import type { Shape } from '@edict/client';

import { UsageError } from '../command.ts';
import { done, optional, several, type Does, type Typed } from '../several.ts';
import { listed } from '../table.ts';

const DAY_MS = 86_400_000;
const STANDARD_DAYS = 90;

const list: Does = {
  usage: 'list',
  what: 'Your tokens, by id and name, and until when they last. A secret is shown by nobody any more.',
  words: 0,
  async ask(client) {
    const all = await client.get('/tokens');
    const rows = all.map(({ id, until, revoked, reading, name }) => [
      id,
      revoked ? 'revoked' : (until ?? '–'),
      reading ? 'reading' : 'acting',
      name ?? '–',
    ]);
    return { text: listed(rows), json: all };
  },
};

const create: Does = {
  usage:
    'create NAME [--days DAYS | --until INSTANT] [--reading] [--capacity CAPACITY …] [--for UNIT …] [--account ACCOUNT]',
  what: `Makes a token for a program, for ${STANDARD_DAYS} days unless told otherwise, and prints its secret, told this once. --account: of a machine.`,
  words: 1,
  options: {
    days: { type: 'string' },
    until: { type: 'string' },
    reading: { type: 'boolean' },
    capacity: { type: 'string', multiple: true },
    for: { type: 'string', multiple: true },
    account: { type: 'string' },
  },
  async ask(client, typed) {
    const made = await client.post('/tokens', { body: bodyOf(typed), key: typed.key, ...forMachine(typed) });
    return done(made.secret, made);
  },
};

const bodyOf = (typed: Typed): Shape<'IssueTokenDto'> => {
  const [name = ''] = typed.words;
  const [capacities, units] = [typed.texts('capacity'), typed.texts('for')];
  return {
    name,
    until: typed.text('until') ?? inDays(typed.text('days') ?? String(STANDARD_DAYS)),
    ...optional('account', typed.text('account')),
    ...(typed.is('reading') ? { reading: true } : {}),
    ...(capacities ? { capacities: [...capacities] } : {}),
    ...(units ? { units: [...units] } : {}),
  };
};

const inDays = (days: string): string => {
  if (!/^[1-9]\d{0,2}$/.test(days)) throw new UsageError('--days DAYS is a whole number from 1.');
  return new Date(Date.now() + Number(days) * DAY_MS).toISOString();
};

/** What is somebody else's is an administrator's to give and to take. */
const forMachine = (typed: Typed) =>
  typed.text('account') === undefined || typed.text('as') !== undefined ? {} : { capacity: 'administrator' };

const revoke: Does = {
  usage: 'revoke TOKEN [--account ACCOUNT]',
  what: 'Revokes a token by its id, at once and for good. --account: of somebody else.',
  words: 1,
  options: { account: { type: 'string' } },
  async ask(client, typed) {
    const [token = ''] = typed.words;
    const said = { path: { token }, body: optional('account', typed.text('account')), key: typed.key };
    const outcome = await client.post('/tokens/{token}/revoke', { ...said, ...forMachine(typed) });
    return done(`${token} is void.`, outcome);
  },
};

export const tokens = several(
  {
    name: 'tokens',
    what: 'Tokens by which programs are known: with an end, and with no more authority than they name.',
    examples: [
      'tokens',
      "tokens create 'Nightly import' --reading --days 30",
      'tokens revoke 377382a2-872e-52f5-a595-b42487faf286',
    ],
  },
  { list, create, revoke },
);
