import type { DirectiveDocument, Succession, TaskItem, UnitsDocument } from '@edict/directives/document';

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
  tasks,
  standingUnits,
  successions = [],
}: DirectiveDocument): readonly Reference[] => [
  ...many(directive.issuers, ['directive', 'issuers']),
  ...directive.links.flatMap(({ issuers }, index) => many(issuers, ['directive', 'links', index, 'issuers'])),
  ...tasks.flatMap((task, index) => ofTask(task, ['tasks', index])),
  ...many(standingUnits?.createdBy, ['standingUnits', 'createdBy']),
  ...one(standingUnits?.beyondAuthority?.recommendTo, ['standingUnits', 'beyondAuthority', 'recommendTo']),
  ...ofSuccessions(successions),
];

const ROLES = ['accountable', 'lead', 'coordinating', 'directs', 'reportsTo', 'concerns'] as const;

const ofTask = (task: TaskItem, path: Path): readonly Reference[] => [
  ...ROLES.flatMap((role) => many(task[role], [...path, role])),
  ...one(task.due?.orAsOrderedBy, [...path, 'due', 'orAsOrderedBy']),
  ...(task.milestones ?? []).flatMap(({ due }, index) =>
    one(due.orAsOrderedBy, [...path, 'milestones', index, 'due', 'orAsOrderedBy']),
  ),
];

const ofUnits = ({ units, successions = [] }: UnitsDocument): readonly Reference[] => [
  ...units.flatMap(({ members, parent }, index) => [
    ...one(parent, ['units', index, 'parent']),
    ...many(members, ['units', index, 'members']),
  ]),
  ...ofSuccessions(successions),
];

const ofSuccessions = (successions: readonly Succession[]): readonly Reference[] =>
  successions.flatMap(({ from, to }, index) => [
    ...many(from, ['successions', index, 'from']),
    ...one(to, ['successions', index, 'to']),
  ]);
