import type { Client } from '@edict/client';

import { clientFor, ONLINE, ONLINE_USAGE } from '../access.ts';
import { EXIT, parsed, print, UsageError, type Command } from '../command.ts';
import { directiveMeant } from '../meant.ts';
import { allPages, type Page } from '../pages.ts';
import { type Cell, deadline, listed } from '../table.ts';

type List<Item> = Readonly<{
  name: string;
  /** What it is the list of, where that has to be said. */
  of?: string;
  what: string;
  example: string;
  ask(client: Client, meant: string, cursor: string | undefined): Promise<Page<Item>>;
  row(item: Item): readonly Cell[];
}>;

/** One command for each list: with --json one object a line, else a table. */
const list = <Item>({ name, of, what, example, ask, row }: List<Item>): Command => ({
  usage: `${name}${of ? ` ${of}` : ''} ${ONLINE_USAGE}`,
  what: `${what} With --json one JSON object a line.`,
  examples: [example],
  async run(args) {
    const { values, positionals } = parsed(args, ONLINE);
    const [meant = '', ...more] = positionals;
    if (more.length > 0 || (meant === '') !== (of === undefined))
      throw new UsageError(`edict ${name}${of ? ` ${of}` : ''}: that is what is wanted.`);
    const client = await clientFor(values);
    const items = await allPages((cursor) => ask(client, meant, cursor));
    if (values.json) for (const item of items) await print(JSON.stringify(item));
    else await print(listed(items.map(row)));
    return EXIT.done;
  },
});

const from = (cursor: string | undefined) => (cursor === undefined ? {} : { query: { cursor } });

const day = (instant: string | null): string => instant?.slice(0, 10) ?? '–';
const path = async (client: Client, meant: string) => ({ path: { id: await directiveMeant(client, meant) } });

export const directives = list({
  name: 'directives',
  what: 'Every directive that was issued.',
  example: 'directives',
  ask: (client, _, cursor) => client.get('/directives', from(cursor)),
  row: ({ number, slug, issuedOn, title }) => [number ?? slug, issuedOn, title],
});

export const tasks = list({
  name: 'tasks',
  of: 'DIRECTIVE',
  what: 'The tasks of a directive, in the order of its text.',
  example: 'tasks 155-KL/TW',
  ask: async (client, meant, cursor) =>
    client.get('/directives/{id}/tasks', { ...(await path(client, meant)), ...from(cursor) }),
  row: ({ ref, unit, state, dueAt, deadlineClass }) => [ref, state, deadline(deadlineClass), day(dueAt), unit ?? '–'],
});

export const inbox = list({
  name: 'inbox',
  what: 'What lies with a unit, in the order of deadlines.',
  example: 'inbox --unit government-party-committee',
  ask: (client, _, cursor) => client.get('/inbox', from(cursor)),
  row: ({ ref, state, dueAt, deadlineClass, id }) => [day(dueAt), deadline(deadlineClass), state, ref, id],
});

export const findings = list({
  name: 'findings',
  of: 'DIRECTIVE',
  what: 'What the text of a directive leaves open.',
  example: 'findings 155-KL/TW',
  ask: async (client, meant, cursor) =>
    client.get('/directives/{id}/findings', { ...(await path(client, meant)), ...from(cursor) }),
  row: ({ code, ref, message }) => [ref, code, message],
});

export const wouldMove = list({
  name: 'would-move',
  of: 'DIRECTIVE',
  what: 'Deadlines that the latest policy and calendar would move. None moves before somebody confirms it.',
  example: 'would-move 155-KL/TW',
  ask: async (client, meant, cursor) =>
    client.get('/directives/{id}/would-move', { ...(await path(client, meant)), ...from(cursor) }),
  row: ({ ref, unit, from: old, to }) => [ref, day(old), day(to), unit ?? '–'],
});

type Desk = Readonly<{ committee: string; state: 'set up' | 'missing' }>;

export const standingUnits = list<Desk>({
  name: 'standing-units',
  of: 'DIRECTIVE',
  what: 'The standing units that a directive expects: which exist, and which are missing.',
  example: 'standing-units 155-KL/TW',
  ask: async (client, meant) => {
    const { expected, missing } = await client.get('/directives/{id}/standing-units', await path(client, meant));
    const stateOf = (committee: string) => (missing.includes(committee) ? 'missing' : 'set up');
    return { items: expected.map((committee) => ({ committee, state: stateOf(committee) })), next: null };
  },
  row: ({ committee, state }) => [{ text: state, style: state === 'missing' ? 'yellow' : 'green' }, committee],
});
