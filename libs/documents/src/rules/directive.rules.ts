import type { Clause, DirectiveDocument, Link, ReportForm, Succession } from '@edict/directives/document';

import { quoted, type Flaw, type Path } from '../problem.ts';
import { isDay } from '../schema.ts';
import { flaw, reversed, twice, type Named } from './common.ts';
import { taskFlaws } from './task.rules.ts';

export const directiveFlaws = (document: DirectiveDocument): readonly Flaw[] => {
  const { directive, standingUnits, successions = [], openIssues = [], reportForms = [] } = document;
  const clauses = clausesOf(document.clauses, ['clauses']);
  return [
    ...reversed(directive.effective, ['directive', 'effective']),
    ...reversed(directive.horizon, ['directive', 'horizon']),
    ...linkFlaws(directive.links, new Set(clauses.map(({ name }) => name))),
    ...twice(clauses, 'clause/ref-twice', 'The clause'),
    ...taskFlaws(document.tasks, new Set(clauses.map(({ name }) => name))),
    ...(standingUnits ? mandateFlaws(standingUnits.mandate) : []),
    ...successionFlaws(successions),
    ...twice(idsOf(openIssues, 'openIssues'), 'issue/id-twice', 'The open issue'),
    ...twice(idsOf(reportForms, 'reportForms'), 'form/id-twice', 'The report form'),
    ...reportForms.flatMap(sumFlaws),
  ];
};

/** Only what implements another document names its clauses; by which of its own, they are there. */
const linkFlaws = (links: readonly Link[], own: ReadonlySet<string>): readonly Flaw[] =>
  links.flatMap(({ rel, clauses = [] }, index) => {
    const path = ['directive', 'links', index, 'clauses'];
    if (clauses.length > 0 && rel !== 'implements')
      return [flaw(path, 'link/clauses', `Only what implements a document names its clauses; this one ${rel} it.`)];
    return clauses.flatMap(({ by = [] }, n) =>
      by.flatMap((ref, m) =>
        own.has(ref) ? [] : [flaw([...path, n, 'by', m], 'clause/unknown', `There is no clause ${quoted(ref)}.`)],
      ),
    );
  });

/** Also the units files have successions. */
export const successionFlaws = (successions: readonly Succession[]): readonly Flaw[] => [
  ...twice(idsOf(successions, 'successions'), 'succession/id-twice', 'The succession'),
  ...successions.flatMap(({ from, to }, index) =>
    to !== null && from.includes(to)
      ? [
          flaw(
            ['successions', index, 'to'],
            'succession/itself',
            `${quoted(to)} cannot succeed itself; a successor has an id of its own.`,
          ),
        ]
      : [],
  ),
];

/** Every clause of a directive, by its ref. */
export const clausesIn = ({ clauses }: DirectiveDocument): readonly string[] =>
  clausesOf(clauses, []).map(({ name }) => name);

const clausesOf = (clauses: readonly Clause[], path: Path): readonly Named[] =>
  clauses.flatMap(({ ref, children = [] }, index) => [
    { name: ref, path: [...path, index, 'ref'] },
    ...clausesOf(children, [...path, index, 'children']),
  ]);

const idsOf = (items: readonly Readonly<{ id: string }>[], key: string): readonly Named[] =>
  items.map(({ id }, index) => ({ name: id, path: [key, index, 'id'] }));

type Mandate = NonNullable<DirectiveDocument['standingUnits']>['mandate'];

const mandateFlaws = ({ from, until }: Mandate): readonly Flaw[] => {
  const path = ['standingUnits', 'mandate'];
  if (from === null || from === 'issue') return [];
  if (!isDay(from)) return [flaw([...path, 'from'], 'date/not-a-day', `${quoted(from)} is no day of the calendar.`)];
  return reversed({ from, until }, path);
};

const sumFlaws = ({ total, parts }: ReportForm, index: number): readonly Flaw[] => {
  const sum = parts.reduce((so, { value }) => so + value, 0);
  if (total === null || parts.length === 0 || Math.abs(total - sum) < 1e-6) return [];
  return [flaw(['reportForms', index, 'total'], 'form/sum', `The total is ${total}, but the parts add up to ${sum}.`)];
};
