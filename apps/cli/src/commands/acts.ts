import { randomUUID } from 'node:crypto';

import type { Client, Shape } from '@edict/client';

import { clientFor, ONLINE, ONLINE_USAGE } from '../access.ts';
import { EXIT, parsed, print, UsageError, type Command } from '../command.ts';
import { taskMeant, type TaskMeant } from '../meant.ts';

type Outcome = Shape<'Outcome'>;
type Entered = Readonly<{ occurredAt?: string; evidence?: string }>;

/** Beside what is meant: under which key, at which revision it was seen, and what was entered late. */
type Aside = Readonly<{ key: string; ifMatch?: number }>;
type Act = Readonly<{ task: TaskMeant; text: string; milestone?: string; entered: Entered; aside: Aside }>;

const OPTIONS = {
  ...ONLINE,
  key: { type: 'string' },
  'if-match': { type: 'string' },
  'occurred-at': { type: 'string' },
  evidence: { type: 'string' },
  milestone: { type: 'string' },
} as const;

type Verb = Readonly<{
  name: string;
  /** What the words are, if there are any. */
  words?: string;
  what: string;
  example: string;
  send(client: Client, act: Act): Promise<Outcome>;
}>;

const ASIDE = '[--occurred-at INSTANT --evidence TEXT] [--key KEY] [--if-match REVISION]';

/** One command for each act on a task: looks the task up, says which assignment or submission is meant, and sends it. */
const act = ({ name, words, what, example, send }: Verb): Command => ({
  usage: `${name} TASK${words ? ` ${words}` : ''} ${name === 'report' ? '[--milestone NAME] ' : ''}${ASIDE} ${ONLINE_USAGE}`,
  what,
  examples: [example],
  async run(args) {
    const { values, positionals } = parsed(args, OPTIONS);
    const [meant, text, ...more] = positionals;
    if (meant === undefined || more.length > 0 || (text === undefined) !== (words === undefined))
      throw new UsageError(`edict ${name} TASK${words ? ` ${words}` : ''}: that is what is wanted.`);
    const client = await clientFor(values);
    const outcome = await send(client, { text: text ?? '', task: await taskMeant(client, meant), ...said(values) });
    await print(values.json ? JSON.stringify(outcome) : `${outcome.stream} is at revision ${outcome.revision}.`);
    return EXIT.done;
  },
});

type Values = Readonly<{
  key?: string | undefined;
  'if-match'?: string | undefined;
  'occurred-at'?: string | undefined;
  evidence?: string | undefined;
  milestone?: string | undefined;
}>;

const said = ({ key, evidence, milestone, ...values }: Values) => {
  const { 'if-match': match, 'occurred-at': occurredAt } = values;
  if (match !== undefined && !/^\d+$/.test(match)) throw new UsageError('--if-match REVISION is a number.');
  return {
    entered: { ...(occurredAt ? { occurredAt } : {}), ...(evidence ? { evidence } : {}) },
    aside: { key: key ?? randomUUID(), ...(match ? { ifMatch: Number(match) } : {}) },
    ...(milestone ? { milestone } : {}),
  };
};

const at = ({ id }: TaskMeant) => ({ path: { id } });

export const acknowledge = act({
  name: 'acknowledge',
  what: 'Says that a task has arrived.',
  example: "acknowledge '155-KL/TW#5.b3-1' --unit ho-chi-minh-national-academy-of-politics",
  send: (client, { task, entered, aside }) =>
    client.post('/tasks/{id}/acknowledge', {
      ...at(task),
      body: { assignment: task.assignment, ...entered },
      ...aside,
    }),
});

export const report = act({
  name: 'report',
  words: 'TEXT',
  what: 'Reports progress on a task, or that a milestone of it is met.',
  example: "report '155-KL/TW#3.b5-2' 'Twenty of thirty drafts are finished.' --unit government-party-committee",
  send: (client, { task, text, milestone, entered, aside }) => {
    const body = { assignment: task.assignment, report: text, ...(milestone ? { milestone } : {}), ...entered };
    return client.post('/tasks/{id}/report', { ...at(task), body, ...aside });
  },
});

export const submit = act({
  name: 'submit',
  words: 'TEXT',
  what: 'Submits a task as done.',
  example: "submit '155-KL/TW#3.b5-2' 'All documents are issued.' --unit government-party-committee",
  send: (client, { task, text, entered, aside }) => {
    const body = { assignment: task.assignment, report: text, ...entered };
    return client.post('/tasks/{id}/submit', { ...at(task), body, ...aside });
  },
});

export const accept = act({
  name: 'accept',
  what: 'Accepts what was submitted last. For an issuer.',
  example: "accept '155-KL/TW#3.b5-2' --unit secretariat",
  send: (client, { task, entered, aside }) =>
    client.post('/tasks/{id}/accept', { ...at(task), body: { submission: task.submission, ...entered }, ...aside }),
});

export const giveBack = act({
  name: 'return',
  words: 'REASON',
  what: 'Returns what was submitted last for rework. For an issuer.',
  example: "return '155-KL/TW#3.b5-2' 'The annex is missing.' --unit secretariat",
  send: (client, { task, text, entered, aside }) => {
    const body = { submission: task.submission, reason: text, ...entered };
    return client.post('/tasks/{id}/return', { ...at(task), body, ...aside });
  },
});
