import { randomUUID } from 'node:crypto';

import type { Client } from '@edict/client';

import { clientFor, ONLINE, ONLINE_USAGE } from '../access.ts';
import { EXIT, parsed, print, sole, UsageError, type Command } from '../command.ts';
import { directiveMeant, taskMeant } from '../meant.ts';
import { listed } from '../table.ts';

const OPTIONS = {
  ...ONLINE,
  all: { type: 'boolean' },
  reason: { type: 'string' },
  evidence: { type: 'string' },
  key: { type: 'string' },
} as const;

export const confirmDeadline: Command = {
  usage: `confirm-deadline TASK|--all DIRECTIVE --reason TEXT [--evidence TEXT] [--key KEY] ${ONLINE_USAGE}`,
  what: 'Confirms what a new calendar or policy makes of the date of a task; with --all every one that would-move lists, with the result of each. For an issuer.',
  examples: [
    "confirm-deadline '155-KL/TW#3.b5-2' --reason 'Edition 2 of the calendar' --unit politburo",
    "confirm-deadline --all 155-KL/TW --reason 'Edition 2 of the calendar' --unit politburo",
  ],
  async run(args) {
    const { values, positionals } = parsed(args, OPTIONS);
    const name = sole(positionals, values.all ? 'the directive' : 'the task');
    const { reason, evidence } = values;
    if (reason === undefined) throw new UsageError('--reason TEXT is missing.');
    const client = await clientFor(values);
    const said = { reason, ...(evidence === undefined ? {} : { evidence }) };
    const key = values.key ?? randomUUID();
    const told = await (values.all ? confirmAll(client, name, said, key) : confirmOne(client, name, said, key));
    await print(values.json ? JSON.stringify(told.answer) : told.text);
    return told.refused > 0 ? EXIT.refused : EXIT.done;
  },
};

type Said = Readonly<{ reason: string; evidence?: string }>;
type Told = Readonly<{ answer: object; text: string; refused: number }>;

const confirmOne = async (client: Client, name: string, said: Said, key: string): Promise<Told> => {
  const { id } = await taskMeant(client, name);
  const { dueAt: from } = await client.get('/tasks/{id}', { path: { id } });
  if (from === null) throw new UsageError(`${name} has no deadline.`);
  const answer = await client.post('/tasks/{id}/confirm-deadline', { path: { id }, body: { ...said, from }, key });
  return { answer, text: `${answer.stream} is at revision ${answer.revision}.`, refused: 0 };
};

const confirmAll = async (client: Client, name: string, body: Said, key: string): Promise<Told> => {
  const id = await directiveMeant(client, name);
  const answer = await client.post('/directives/{id}/confirm-deadlines', { path: { id }, body, key });
  const rows = answer.items.map(({ ref, from, to, unit, outcome, code }) => [
    ...[outcome, ref, from.slice(0, 10), to.slice(0, 10)],
    ...[unit ?? '–', code ?? ''],
  ]);
  return { answer, text: listed(rows), refused: answer.refused };
};
