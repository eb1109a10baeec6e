import { randomUUID } from 'node:crypto';

import type { BodyOf } from '@edict/client';

import { clientFor, ONLINE, ONLINE_USAGE } from '../access.ts';
import { EXIT, parsed, print, sole, UsageError, type Command } from '../command.ts';
import { directiveMeant } from '../meant.ts';

const OPTIONS = {
  ...ONLINE,
  ref: { type: 'string' },
  clause: { type: 'string' },
  statement: { type: 'string' },
  kind: { type: 'string', default: 'once' },
  accountable: { type: 'string', multiple: true },
  lead: { type: 'string', multiple: true },
  coordinating: { type: 'string', multiple: true },
  each: { type: 'boolean' },
  due: { type: 'string' },
  milestone: { type: 'string', multiple: true },
  after: { type: 'string', multiple: true },
  every: { type: 'string' },
  source: { type: 'string' },
  'source-type': { type: 'string', default: 'document' },
  'source-title': { type: 'string' },
  key: { type: 'string' },
} as const;

type Body = BodyOf<'/directives/{id}/tasks', 'post'>;
type Values = ReturnType<typeof parsed<typeof OPTIONS>>['values'];

export const enterTask: Command = {
  usage: `enter-task DIRECTIVE --ref REF --clause REF --statement TEXT [--kind KIND] [--accountable UNIT…] [--lead UNIT…] [--coordinating UNIT…] [--each] [--due DAY|MONTH] [--milestone NAME=DAY|MONTH…] [--after REF…] [--every INTERVAL] --source NUMBER [--source-type TYPE] [--source-title TEXT] [--key KEY] ${ONLINE_USAGE}`,
  what: 'Enters a task that a directive takes over from another document, with that document as its source.',
  examples: [
    "enter-task 155-KL/TW --ref 1-1 --clause 1 --statement 'Hand the archives over.' --accountable government-party-committee --lead government-party-committee --due 2025-08-31 --source 386-BC/BTCTW --source-type report --unit politburo",
  ],
  async run(args) {
    const { values, positionals } = parsed(args, OPTIONS);
    const name = sole(positionals, 'the directive');
    const body = bodyOf(values);
    const client = await clientFor(values);
    const path = { id: await directiveMeant(client, name) };
    const outcome = await client.post('/directives/{id}/tasks', { path, body, key: values.key ?? randomUUID() });
    await print(values.json ? JSON.stringify(outcome) : `${name} has the task ${body.ref}.`);
    return EXIT.done;
  },
};

const bodyOf = (values: Values): Body => {
  const { ref, clause, statement, source, kind } = values;
  if (ref === undefined || clause === undefined || statement === undefined || source === undefined)
    throw new UsageError('--ref, --clause, --statement and --source are wanted.');
  return {
    ...{ ref, clause, statement, kind },
    ...whom(values),
    ...when(values),
    source: { number: source, type: values['source-type'], title: values['source-title'] ?? source },
  } as Body;
};

const whom = ({ accountable = [], lead = [], coordinating, each }: Values) => ({
  ...{ accountable, lead },
  ...(coordinating ? { coordinating } : {}),
  ...(each ? { each } : {}),
});

const when = ({ due, every, milestone, after }: Values) => ({
  ...(every === undefined ? {} : { every }),
  ...(due === undefined ? {} : { due: dueBy(due) }),
  ...(milestone ? { milestones: milestone.map(milestoneIn) } : {}),
  ...(after ? { after } : {}),
});

/** A day, or a month: what else is written there, the server refuses. */
const dueBy = (text: string) => ({
  ...(/^\d{4}-\d\d$/.test(text) ? { month: text } : { on: text }),
  bound: 'by',
  firmness: 'firm',
});

const milestoneIn = (text: string) => {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new UsageError(`${text}: --milestone NAME=DAY is wanted.`);
  return { name: text.slice(0, at).trim(), due: dueBy(text.slice(at + 1).trim()) };
};
