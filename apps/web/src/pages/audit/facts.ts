import type { Client, Shape } from '@edict/client';

import type { Task } from '../../api/tasks.ts';
import { NOTHING, type Words } from './words.ts';

/** `label` as in the catalogue; `deadlineClass`: what is said is that class. */
export type Fact = Readonly<{ label: string; said: string; deadlineClass?: string }>;

type AsOf = Readonly<{ asOf?: string }>;

/** How something is asked for as of a moment, and what is told of the answer. */
export type Facts = Readonly<{
  ask(api: Client, id: string, query: AsOf): Promise<object>;
  tell(answer: object, words: Words): readonly Fact[];
}>;

const factsBy = <T extends object>(
  ask: (api: Client, id: string, query: AsOf) => Promise<T>,
  tell: (answer: T, words: Words) => readonly Fact[],
): Facts => ({ ask, tell: (answer, words) => tell(answer as T, words) });

const ofTask = factsBy(
  (api, id, query): Promise<Task> => api.get('/tasks/{id}', { path: { id }, query }),
  ({ state, deadlineClass, dueAt, unit, decidedAt, extensions }, words) => [
    { label: 'directives.state', said: words.say(`state.${state}`) },
    { label: 'audit.class', said: words.say(`class.${deadlineClass}`), deadlineClass },
    { label: 'deadline.title', said: words.day(dueAt) },
    { label: 'matters.liesWith', said: words.unit(unit) },
    { label: 'audit.resultSent', said: words.moment(decidedAt) },
    { label: 'handOffs.extensions', said: String(extensions) },
  ],
);

const ofMatter = factsBy(
  (api, id, query): Promise<Shape<'MatterSummary'>> => api.get('/matters/{id}', { path: { id }, query }),
  ({ state, unit, answerBy, answeredAt, recommendedTo }, words) => [
    { label: 'directives.state', said: words.say(`matterState.${state}`) },
    { label: 'matters.liesWith', said: words.unit(unit) },
    { label: 'audit.recommendedTo', said: words.unit(recommendedTo) },
    { label: 'matters.answerBy', said: words.day(answerBy) },
    { label: 'audit.answeredAt', said: words.moment(answeredAt) },
  ],
);

type Stands = Readonly<{ directive: Shape<'Directive'> | undefined; figures: Shape<'StatisticsAt'> }>;

/** The largest page that the server gives. */
const MOST = 500;

/** Looked for page by page. `undefined`: nobody knew of it. */
const directiveIn = async (api: Client, id: string, query: AsOf): Promise<Stands['directive']> => {
  for (let cursor: string | null | undefined; cursor !== null;) {
    const asked = { ...query, limit: MOST, ...(cursor === undefined ? {} : { cursor }) };
    const { items, next } = await api.get('/directives', { query: asked });
    const found = items.find(({ directiveId }) => directiveId === id);
    if (found) return found;
    cursor = next;
  }
  return undefined;
};

const ofDirective = factsBy(
  async (api, id, query): Promise<Stands> => {
    const [directive, figures] = await Promise.all([
      directiveIn(api, id, query),
      api.get('/statistics', { query: { ...query, directiveId: id } }),
    ]);
    return { directive, figures };
  },
  ({ directive, figures }, { say }) => {
    if (!directive) return [];
    const { doneInTime, doneLate, openOverdue, openInTime, percentDone } = figures;
    return [
      { label: 'audit.force', said: say(`force.${directive.force}`) },
      { label: 'directives.marking', said: say(`level.${directive.classification}`) },
      { label: 'class.doneInTime', said: String(doneInTime) },
      { label: 'class.doneLate', said: String(doneLate) },
      { label: 'class.overdue', said: String(openOverdue) },
      { label: 'class.inTime', said: String(openInTime) },
      { label: 'onePage.head.done', said: percentDone === null ? NOTHING : percentDone.toFixed(1) },
    ];
  },
);

const OF: Readonly<Record<string, Facts>> = { task: ofTask, matter: ofMatter, directive: ofDirective };

export const idIn = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

/** `null`: of what has this stream no past is told but its events. */
export const factsOf = (stream: string): Facts | null => OF[stream.split('-', 1)[0]!] ?? null;
