import type { Clause, DirectiveDocument, Link } from '@edict/directives/document';

import { quoted, type Flaw, type Path } from '../problem.ts';
import { isDay } from '../schema.ts';
import { flaw, idsOf, reversed, twice, type Named } from './common.ts';
import { effectFlaws } from './effect.rules.ts';
import { formFlaws } from './figure.rules.ts';
import { successionFlaws } from './succession.rules.ts';
import { dueFlaws, taskFlaws } from './task.rules.ts';
import { windowFlaws } from './window.rules.ts';

export const directiveFlaws = (document: DirectiveDocument): readonly Flaw[] => {
  const { directive, standingUnits, successions = [], openIssues = [], reportForms = [] } = document;
  const clauses = clausesOf(document.clauses, ['clauses']);
  return [
    ...windowFlaws(directive.effective, ['directive', 'effective']),
    ...windowFlaws(directive.horizon, ['directive', 'horizon']),
    ...linkFlaws(directive.links, new Set(clauses.map(({ name }) => name))),
    ...effectFlaws(directive.links, new Set(document.tasks.map(({ ref }) => ref))),
    ...twice(clauses, 'clause/ref-twice', 'The clause'),
    ...clauseDueFlaws(document.clauses, ['clauses']),
    ...taskFlaws(document.tasks, new Set(clauses.map(({ name }) => name))),
    ...(standingUnits ? mandateFlaws(standingUnits.mandate) : []),
    ...successionFlaws(successions),
    ...twice(idsOf(openIssues, 'openIssues'), 'issue/id-twice', 'The open issue'),
    ...twice(idsOf(reportForms, 'reportForms'), 'form/id-twice', 'The report form'),
    ...reportForms.flatMap(formFlaws),
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

/** Every clause of a directive, by its ref. */
export const clausesIn = ({ clauses }: DirectiveDocument): readonly string[] =>
  clausesOf(clauses, []).map(({ name }) => name);

const clausesOf = (clauses: readonly Clause[], path: Path): readonly Named[] =>
  clauses.flatMap(({ ref, children = [] }, index) => [
    { name: ref, path: [...path, index, 'ref'] },
    ...clausesOf(children, [...path, index, 'children']),
  ]);

const clauseDueFlaws = (clauses: readonly Clause[], path: Path): readonly Flaw[] =>
  clauses.flatMap(({ due, children = [] }, index) => [
    ...(due ? dueFlaws(due, [...path, index, 'due']) : []),
    ...clauseDueFlaws(children, [...path, index, 'children']),
  ]);

type Mandate = NonNullable<DirectiveDocument['standingUnits']>['mandate'];

const mandateFlaws = ({ from, until }: Mandate): readonly Flaw[] => {
  const path = ['standingUnits', 'mandate'];
  if (from === null || from === 'issue') return [];
  if (!isDay(from)) return [flaw([...path, 'from'], 'date/not-a-day', `${quoted(from)} is no day of the calendar.`)];
  return reversed({ from, until }, path);
};
