import type { BodyOf, Client } from '@edict/client';

import { UsageError } from '../command.ts';
import { directiveMeant, taskMeant } from '../meant.ts';
import { momentIn } from '../moment.ts';
import { allPages } from '../pages.ts';
import { done, needed, optional, several, type Does, type Typed } from '../several.ts';
import { listed } from '../table.ts';

const day = (instant: string): string => instant.slice(0, 10);

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const LISTED = {
  of: text,
  directive: text,
  task: text,
  state: text,
  kind: text,
  office: text,
  from: text,
  'recommended-to': text,
  behalf: text,
  collective: flag,
  'special-care': flag,
  'as-of': text,
} as const;

/** What is wrong with it, the server says. */
const narrowedBy = async (client: Client, typed: Typed) => {
  const [directive, task, asOf] = [typed.text('directive'), typed.text('task'), typed.text('as-of')];
  return {
    ...optional('unit', typed.text('of')),
    ...(directive === undefined ? {} : { directiveId: await directiveMeant(client, directive) }),
    ...(task === undefined ? {} : { concerning: (await taskMeant(client, task)).id }),
    ...optional('state', typed.text('state')),
    ...optional('kind', typed.text('kind')),
    ...optional('office', typed.text('office')),
    ...optional('from', typed.text('from')),
    ...optional('recommendedTo', typed.text('recommended-to')),
    ...optional('behalf', typed.text('behalf')),
    ...(typed.is('collective') ? { collective: 'true' } : {}),
    ...(typed.is('special-care') ? { specialCare: 'true' } : {}),
    ...(asOf === undefined ? {} : { asOf: momentIn(asOf) }),
  };
};

const list: Does = {
  usage:
    'list [--of UNIT] [--directive NAME] [--task TASK] [--state STATE] [--kind KIND] [--office OFFICE] [--from UNIT] [--recommended-to UNIT] [--behalf WHOSE] [--collective] [--special-care] [--as-of INSTANT]',
  what: 'What the desks were asked, and what was escalated to them. It is narrowed by where it lies, what and whose it is, and its state.',
  words: 0,
  options: LISTED,
  async ask(client, typed) {
    const where = await narrowedBy(client, typed);
    const all = await allPages((cursor) =>
      client.get('/matters', { query: { ...where, ...optional('cursor', cursor) } as never }),
    );
    const rows = all.map(({ kind, state, unit, receivedAt, task, id }) => [
      ...[day(receivedAt), kind, state],
      ...[unit, task ?? '–', id],
    ]);
    return { text: listed(rows), json: all };
  },
};

const MARKS = {
  repeats: { type: 'string' },
  collective: { type: 'boolean' },
  'special-care': { type: 'boolean' },
  endangers: { type: 'string', multiple: true },
} as const;
const EVIDENCED = { evidence: { type: 'string' }, 'occurred-at': { type: 'string' } } as const;
const MARKS_USAGE = '[--repeats ID] [--collective] [--special-care] [--endangers TASK…]';

const marksIn = async (client: Client, typed: Typed) => {
  const endangers: string[] = [];
  for (const name of typed.texts('endangers') ?? []) endangers.push((await taskMeant(client, name)).id);
  return {
    ...optional('repeats', typed.text('repeats')),
    ...(typed.is('collective') ? { collective: true as const } : {}),
    ...(typed.is('special-care') ? { specialCare: true as const } : {}),
    ...(endangers.length > 0 ? { endangers } : {}),
  };
};

const evidence = (typed: Typed) => ({
  ...optional('evidence', typed.text('evidence')),
  ...optional('occurredAt', typed.text('occurred-at')),
});

const receive: Does = {
  usage: `receive DESK SUBJECT --directive DIRECTIVE --kind KIND [--task TASK] [--from UNIT] [--behalf organisation|citizen] [--office standingUnit|secretariat] ${MARKS_USAGE}`,
  what: 'Brings a matter to the desk of a committee, or enters what reached it: content, proposal, recommendation, obstacle, petition or hotlineCall.',
  words: 2,
  options: {
    ...MARKS,
    ...EVIDENCED,
    directive: { type: 'string' },
    kind: { type: 'string' },
    task: { type: 'string' },
    from: { type: 'string' },
    behalf: { type: 'string' },
    office: { type: 'string' },
  },
  async ask(client, typed) {
    const [desk = '', subject = ''] = typed.words;
    const task = typed.text('task');
    const body = {
      ...{ desk, subject, kind: needed(typed, 'kind', 'KIND') },
      directiveId: await directiveMeant(client, needed(typed, 'directive', 'DIRECTIVE')),
      ...(task === undefined ? {} : { concerning: (await taskMeant(client, task)).id }),
      ...optional('from', typed.text('from')),
      ...optional('behalf', typed.text('behalf')),
      ...optional('office', typed.text('office')),
      ...(await marksIn(client, typed)),
      ...evidence(typed),
    } as BodyOf<'/matters', 'post'>;
    const outcome = await client.post('/matters', { body, key: typed.key });
    return done(`${outcome.stream} is received.`, outcome);
  },
};

type Act = 'direct' | 'answer' | 'recommend' | 'mark' | 'consult' | 'answer-consultation';
type Body = (client: Client, typed: Typed) => Promise<object> | object;

const act = (verb: Act, does: Omit<Does, 'ask'>, bodyOf: Body): Does => ({
  ...does,
  options: { ...EVIDENCED, ...does.options },
  async ask(client, typed) {
    const [id = ''] = typed.words;
    const body = { ...(await bodyOf(client, typed)), ...evidence(typed) } as never;
    const outcome = await client.post(`/matters/{id}/${verb}`, { path: { id }, body, key: typed.key });
    return done(`${outcome.stream} is at revision ${outcome.revision}.`, outcome);
  },
});

const direct = act(
  'direct',
  {
    usage: 'direct ID TEXT --how route|guide --to UNIT',
    what: 'Passes a matter on, or says how to go about it.',
    words: 2,
    options: { how: { type: 'string' }, to: { type: 'string' } },
  },
  (_, typed) => ({ text: typed.words[1], how: needed(typed, 'how', 'route|guide'), to: needed(typed, 'to', 'UNIT') }),
);

const answer = act(
  'answer',
  {
    usage: 'answer ID TEXT [--outcome consider|solve|adjust]',
    what: 'Answers a matter. The authority to which it was recommended says with what outcome.',
    words: 2,
    options: { outcome: { type: 'string' } },
  },
  (_, typed) => ({ answer: typed.words[1], ...optional('outcome', typed.text('outcome')) }),
);

const recommend = act(
  'recommend',
  {
    usage: 'recommend ID TEXT --to UNIT',
    what: 'Recommends a matter to the competent authority.',
    words: 2,
    options: { to: { type: 'string' } },
  },
  (_, typed) => ({ recommendation: typed.words[1], to: needed(typed, 'to', 'UNIT') }),
);

const mark = act(
  'mark',
  {
    usage: `mark ID REASON ${MARKS_USAGE}`,
    what: 'Says what a matter repeats, that several brought it, that it needs special care, or what else it endangers.',
    words: 2,
    options: MARKS,
  },
  async (client, typed) => ({ reason: typed.words[1], ...(await marksIn(client, typed)) }),
);

const consult = act(
  'consult',
  {
    usage: 'consult ID QUESTION --of UNIT [--on DAY]',
    what: 'Consults another unit on a matter, by a day of its own: the one named, or the one that the policy makes it.',
    words: 2,
    options: { of: { type: 'string' }, on: { type: 'string' } },
  },
  (_, typed) => ({ question: typed.words[1], unit: needed(typed, 'of', 'UNIT'), ...optional('on', typed.text('on')) }),
);

const answerConsultation = act(
  'answer-consultation',
  {
    usage: 'answer-consultation ID NUMBER TEXT',
    what: 'Answers what one was consulted on.',
    words: 3,
  },
  (_, typed) => {
    const [, number = '', text] = typed.words;
    if (!/^\d+$/.test(number)) throw new UsageError(`${number}: the number of a consultation is wanted.`);
    return { consultation: Number(number), answer: text };
  },
);

export const matters = several(
  {
    name: 'matters',
    what: 'What the desks were asked, and what was escalated to them: bringing, directing, consulting, answering.',
    examples: [
      'matters',
      "matters receive government-party-committee 'No funds for benefits.' --directive 155-KL/TW --kind obstacle --unit ministry-of-finance-party-committee",
      "matters consult 2f6d1f5e-… 'Are there funds?' --of ministry-of-finance-party-committee --on 2025-06-30 --unit government-party-committee",
    ],
  },
  { list, receive, direct, answer, recommend, mark, consult, 'answer-consultation': answerConsultation },
);
