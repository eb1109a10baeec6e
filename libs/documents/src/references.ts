import type {
  Clause,
  DirectiveDocument,
  Reference as DocumentReference,
  TaskItem,
  UnitsDocument,
  WrittenSuccession,
} from '@edict/directives/document';

import type { Readable } from './read-document.ts';
import type { Path } from './problem.ts';

/** A place where a document names a unit. */
export type Reference = Readonly<{ unit: string; path: Path }>;

/** Every place of a document that names a unit. */
export const unitReferences = (file: Readable): readonly Reference[] => {
  switch (file.kind) {
    case 'directive':
      return ofDirective(file.document);
    case 'units':
      return ofUnits(file.document);
    case 'script':
      return file.document.flatMap(({ as, member }, index) => [
        ...(as === 'each' ? [] : one(as, [index, 'as'])),
        ...one(member, [index, 'member']),
      ]);
    case 'policy':
    case 'calendar':
    case 'form':
      return [];
  }
};

const one = (unit: string | null | undefined, path: Path): readonly Reference[] =>
  typeof unit === 'string' ? [{ unit, path }] : [];

const many = (units: readonly string[] | undefined, path: Path): readonly Reference[] =>
  (units ?? []).map((unit, index) => ({ unit, path: [...path, index] }));

const ofDirective = ({
  directive,
  clauses,
  tasks,
  standingUnits,
  successions = [],
}: DirectiveDocument): readonly Reference[] => [
  ...many(directive.issuers, ['directive', 'issuers']),
  ...directive.links.flatMap(({ issuers, effects = [] }, index) => [
    ...many(issuers, ['directive', 'links', index, 'issuers']),
    ...effects.flatMap(({ member }, n) => one(member, ['directive', 'links', index, 'effects', n, 'member'])),
  ]),
  ...ofClauses(clauses, ['clauses']),
  ...tasks.flatMap((task, index) => ofTask(task, ['tasks', index])),
  ...many(standingUnits?.createdBy, ['standingUnits', 'createdBy']),
  ...one(standingUnits?.beyondAuthority?.recommendTo, ['standingUnits', 'beyondAuthority', 'recommendTo']),
  ...ofSuccessions(successions),
];

const ofClauses = (clauses: readonly Clause[], path: Path): readonly Reference[] =>
  clauses.flatMap(({ byReference, children = [], due }, index) => [
    ...one(due?.orAsOrderedBy, [...path, index, 'due', 'orAsOrderedBy']),
    ...ofDocuments(byReference, [...path, index, 'byReference']),
    ...ofClauses(children, [...path, index, 'children']),
  ]);

const ofDocuments = (named: DocumentReference | undefined, path: Path): readonly Reference[] => {
  if (typeof named !== 'object') return [];
  return isList(named)
    ? named.flatMap((each, index) => ofDocuments(each, [...path, index]))
    : many(named.issuers, [...path, 'issuers']);
};

const isList = (named: DocumentReference): named is Extract<DocumentReference, readonly unknown[]> =>
  Array.isArray(named);

const ROLES = ['accountable', 'lead', 'coordinating', 'directs', 'reportsTo', 'concerns'] as const;

const ofTask = (task: TaskItem, path: Path): readonly Reference[] => [
  ...ROLES.flatMap((role) => many(task[role], [...path, role])),
  ...ofDocuments(task.byReference, [...path, 'byReference']),
  ...one(task.due?.orAsOrderedBy, [...path, 'due', 'orAsOrderedBy']),
  ...(task.milestones ?? []).flatMap(({ due }, index) =>
    one(due.orAsOrderedBy, [...path, 'milestones', index, 'due', 'orAsOrderedBy']),
  ),
];

const ofUnits = ({ units, successions = [] }: UnitsDocument): readonly Reference[] => [
  ...units.flatMap(({ members, oneOf, parent }, index) => [
    ...one(parent, ['units', index, 'parent']),
    ...many(members, ['units', index, 'members']),
    ...many(oneOf, ['units', index, 'oneOf']),
  ]),
  ...ofSuccessions(successions),
];

const ofSuccessions = (successions: readonly WrittenSuccession[]): readonly Reference[] =>
  successions.flatMap(({ from, to }, index) => [
    ...many(from, ['successions', index, 'from']),
    ...(typeof to === 'string' || to === null
      ? one(to, ['successions', index, 'to'])
      : many(to, ['successions', index, 'to'])),
  ]);
