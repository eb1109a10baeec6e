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
  'reports-to': { type: 'string', multiple: true },
  each: { type: 'boolean' },
  urgent: { type: 'boolean' },
  due: { type: 'string' },
  bound: { type: 'string' },
  firmness: { type: 'string' },
  phrase: { type: 'string' },
  milestone: { type: 'string', multiple: true },
  after: { type: 'string', multiple: true },
  every: { type: 'string' },
  output: { type: 'string' },
  source: { type: 'string' },
  'source-type': { type: 'string', default: 'document' },
  'source-title': { type: 'string' },
  'source-issuer': { type: 'string', multiple: true },
  'source-date': { type: 'string' },
  'occurred-at': { type: 'string' },
  key: { type: 'string' },
} as const;

type Body = BodyOf<'/directives/{id}/tasks', 'post'>;
type Values = ReturnType<typeof parsed<typeof OPTIONS>>['values'];

const WHOM_USAGE =
  '[--accountable UNIT…] [--lead UNIT…] [--coordinating UNIT…] [--reports-to UNIT…] [--each] [--urgent]';
const WHEN_USAGE =
  '[--due DAY|MONTH] [--phrase TEXT] [--bound BOUND] [--firmness FIRMNESS] [--milestone NAME=DAY|MONTH…] [--after REF…] [--every INTERVAL]';
const SOURCE_USAGE =
  '--source NUMBER [--source-type TYPE] [--source-title TEXT] [--source-issuer UNIT…] [--source-date DAY]';

export const enterTask: Command = {
  usage: `enter-task DIRECTIVE --ref REF --clause REF --statement TEXT [--kind KIND] ${WHOM_USAGE} ${WHEN_USAGE} [--output TEXT] ${SOURCE_USAGE} [--occurred-at INSTANT] [--key KEY] ${ONLINE_USAGE}`,
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
    source: sourceIn(source, values),
    ...said({ output: values.output, occurredAt: values['occurred-at'] }),
  } as Body;
};

/** What was said of it: nothing is sent of the rest. */
const said = (parts: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));

const sourceIn = (number: string, values: Values) => ({
  ...{ number, type: values['source-type'], title: values['source-title'] ?? number },
  ...said({ issuers: values['source-issuer'], date: values['source-date'] }),
});

const whom = ({ accountable = [], lead = [], coordinating, each, urgent, 'reports-to': reportsTo }: Values) => ({
  ...{ accountable, lead },
  ...said({ coordinating, reportsTo, each, urgent }),
});

const when = (values: Values) => {
  const { every, milestone, after } = values;
  return { ...dueIn(values), ...said({ every, after, milestones: milestone?.map(milestoneIn) }) };
};

const dueIn = ({ due, phrase, bound, firmness }: Values) => {
  if (due !== undefined || phrase !== undefined)
    return { due: { ...dayIn(due), ...said({ phrase }), bound: bound ?? 'by', firmness: firmness ?? 'firm' } };
  if ((bound ?? firmness) === undefined) return {};
  throw new UsageError('--bound and --firmness say how --due or --phrase is meant: name one of the two.');
};

/** A day, or a month: what else is written there, the server refuses. */
const dayIn = (text: string | undefined) => {
  if (text === undefined) return {};
  return /^\d{4}-\d\d$/.test(text) ? { month: text } : { on: text };
};

const milestoneIn = (text: string) => {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new UsageError(`${text}: --milestone NAME=DAY is wanted.`);
  return {
    name: text.slice(0, at).trim(),
    due: { ...dayIn(text.slice(at + 1).trim()), bound: 'by', firmness: 'firm' },
  };
};
