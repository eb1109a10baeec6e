import type { Client, Shape } from '@edict/client';

import { UsageError } from '../command.ts';
import { done, needed, optional, several, type Does, type Told } from '../several.ts';
import { listed } from '../table.ts';
import { offices } from './offices.ts';

const administrator = 'administrator';
const OF_GRANT = {
  for: { type: 'string' },
  basis: { type: 'string' },
  from: { type: 'string' },
  until: { type: 'string' },
} as const;

const list: Does = {
  usage: 'list',
  what: 'The accounts that you may see, and what each acts as now.',
  words: 0,
  as: administrator,
  async ask(client) {
    const all = await client.get('/accounts');
    const rows = all.map(({ id = '', kind = '', name = '', login, disabled, grants = [] }) => [
      id,
      kind,
      login ?? '–',
      disabled ? 'suspended' : grants.map(({ capacity, unit }) => `${capacity}@${unit}`).join(' ') || '–',
      name,
    ]);
    return { text: listed(rows), json: all };
  },
};

const show: Does = {
  usage: 'show ACCOUNT',
  what: 'An account: its grants with their numbers, its clearance, its tokens. “me” is your own.',
  words: 1,
  as: administrator,
  async ask(client, { words: [id = ''] }) {
    const account = await (id === 'me' ? client.get('/accounts/me') : client.get('/accounts/{id}', { path: { id } }));
    return { text: JSON.stringify(account, null, 2), json: [account] };
  },
};

const open: Does = {
  usage: 'open NAME (--login LOGIN | --machine)',
  what: 'Opens an account. Of a person it prints the invitation, told this once: hand it over. A machine gets tokens.',
  words: 1,
  options: { login: { type: 'string' }, machine: { type: 'boolean' } },
  as: administrator,
  async ask(client, typed) {
    const [name = ''] = typed.words;
    if (typed.is('machine') === (typed.text('login') !== undefined))
      throw new UsageError('A person has --login LOGIN, a machine --machine: one of the two.');
    const kind = typed.is('machine') ? 'machine' : 'person';
    const body = { kind, name, ...optional('login', typed.text('login')) } as const;
    const opened = await client.post('/accounts', { body, key: typed.key });
    const invited = opened.invitation === null ? '' : `\nInvitation, told this once: ${opened.invitation}`;
    return done(`Opened as ${opened.id}.${invited}`, opened);
  },
};

const grant: Does = {
  usage: 'grant ACCOUNT CAPACITY --for UNIT --basis TEXT [--from INSTANT] [--until INSTANT]',
  what: 'Gives authority: a capacity, for a unit, over a period.',
  words: 2,
  options: OF_GRANT,
  as: administrator,
  async ask(client, typed) {
    const [id = '', capacity = ''] = typed.words;
    const unit = needed(typed, 'for', 'UNIT');
    const span = { ...optional('from', typed.text('from')), ...optional('until', typed.text('until')) };
    const body = { capacity, unit, basis: needed(typed, 'basis', 'TEXT'), ...span } as Shape<'GiveGrantDto'>;
    const given = await client.post('/accounts/{id}/grants', { path: { id }, body, key: typed.key });
    return done(`${id} acts as ${capacity} for ${unit}.`, given);
  },
};

const withdraw: Does = {
  usage: 'withdraw ACCOUNT NUMBER REASON',
  what: 'Withdraws a grant, from now on. “show” tells their numbers.',
  words: 3,
  as: administrator,
  async ask(client, { words: [id = '', number = '', reason = ''], key }) {
    const said = { path: { id, number }, body: { reason }, key };
    return done(
      `Grant ${number} of ${id} is withdrawn.`,
      await client.post('/accounts/{id}/grants/{number}/withdraw', said),
    );
  },
};

const clear: Does = {
  usage: 'clear ACCOUNT LEVEL --basis TEXT [--compartment NAME …]',
  what: 'Says up to which level somebody reads, and which compartments.',
  words: 2,
  options: { basis: { type: 'string' }, compartment: { type: 'string', multiple: true } },
  as: administrator,
  async ask(client, typed) {
    const [id = '', level = ''] = typed.words;
    const compartments = [...(typed.texts('compartment') ?? [])];
    const body = { level, compartments, basis: needed(typed, 'basis', 'TEXT') } as Shape<'SetClearanceDto'>;
    const set = await client.post('/accounts/{id}/clearance', { path: { id }, body, key: typed.key });
    return done(`${id} reads up to ${level}.`, set);
  },
};

type Reasoned = (
  client: Client,
  id: string,
  said: Readonly<{ body: { reason: string }; key: string }>,
) => Promise<object>;

/** What is done to an account for a reason, and needs nothing else. */
const forReason = (verb: string, what: string, told: string, send: Reasoned): Does => ({
  usage: `${verb} ACCOUNT REASON`,
  what,
  words: 2,
  as: administrator,
  async ask(client, { words: [id = '', reason = ''], key }): Promise<Told> {
    return done(`${id} ${told}`, await send(client, id, { body: { reason }, key }));
  },
});

const suspend = forReason(
  'suspend',
  'Disables an account at once, with all its sessions and tokens.',
  'is suspended.',
  (client, id, said) => client.post('/accounts/{id}/disable', { path: { id }, ...said }),
);
const resume = forReason('resume', 'Enables an account again.', 'may sign in again.', (client, id, said) =>
  client.post('/accounts/{id}/enable', { path: { id }, ...said }),
);
const endSessions = forReason(
  'end-sessions',
  'Ends all sessions of an account.',
  'is signed out everywhere.',
  (client, id, said) => client.post('/accounts/{id}/end-sessions', { path: { id }, ...said }),
);

const TAKEN_UP = 'They were invited under this key before, and have taken it up since.';

const invite: Does = {
  usage: 'invite ACCOUNT REASON',
  what: 'Takes away by what somebody was known, and prints a new invitation, told this once.',
  words: 2,
  as: administrator,
  async ask(client, { words: [id = '', reason = ''], key }) {
    const invited = await client.post('/accounts/{id}/invite', { path: { id }, body: { reason }, key });
    const { invitation } = invited;
    return done(invitation === null ? TAKEN_UP : `Invitation, told this once: ${invitation}`, invited);
  },
};

export const accounts = several(
  {
    name: 'accounts',
    what: 'Who may sign in, and what they may act as. In the capacity of an administrator, unless --as says another.',
    examples: [
      'accounts',
      "accounts open 'Ann Nguyen' --login ann.nguyen",
      "accounts grant 377382a2-872e-52f5-a595-b42487faf286 officer --for government-party-committee --basis 'Decision 12'",
      "accounts suspend 377382a2-872e-52f5-a595-b42487faf286 'Left the ministry.'",
    ],
  },
  {
    list,
    show,
    open,
    grant,
    withdraw,
    clear,
    suspend,
    resume,
    'end-sessions': endSessions,
    invite,
    ...offices,
  },
);
