import type { Link, TaskEffect } from '@edict/directives/document';

import { quoted, type Flaw, type Path } from '../problem.ts';
import { flaw, twice } from './common.ts';

const CHANGING = ['amends', 'supersedes', 'revokes', 'reaffirms'];

/** What becomes of the tasks of another document is said by one that changes it, whole, and once of each. */
export const effectFlaws = (links: readonly Link[], tasks: ReadonlySet<string>): readonly Flaw[] =>
  links.flatMap((link, index) => {
    const { rel, effects = [], others } = link;
    const path = ['directive', 'links', index];
    if (effects.length === 0 && others === undefined) return [];
    if (!CHANGING.includes(rel))
      return [
        flaw(path, 'link/effects', `Only what changes a document says what becomes of its tasks; this one ${rel} it.`),
      ];
    return [
      ...(link.number === null || link.issuers.length === 0 ? [flaw(path, 'link/not-identified', NOT_IDENTIFIED)] : []),
      ...effects.flatMap((effect, n) => wholeFlaws(effect, [...path, 'effects', n], tasks)),
      ...twice(
        effects.map(({ ref, member }, n) => ({
          name: `${ref} ${member ?? ''}`.trim(),
          path: [...path, 'effects', n, 'ref'],
        })),
        'effect/twice',
        'What becomes of',
      ),
    ];
  });

const NOT_IDENTIFIED = 'It is not said which document that is; name its number and who issued it.';

const wholeFlaws = ({ effect, toOn, by }: TaskEffect, path: Path, tasks: ReadonlySet<string>): readonly Flaw[] => [
  ...((effect === 'change') === (toOn !== undefined)
    ? []
    : [flaw(path, 'effect/not-whole', 'A task that is changed is moved to a day, toOn; the others have none.')]),
  ...((effect === 'replace') === (by !== undefined)
    ? []
    : [
        flaw(
          path,
          'effect/not-whole',
          'A task that is replaced names the task of this document in its place, by; the others none.',
        ),
      ]),
  ...(by === undefined || tasks.has(by)
    ? []
    : [
        flaw(
          [...path, 'by'],
          'effect/task-unknown',
          `There is no task ${quoted(by)} to stand in its place; name one of this file.`,
        ),
      ]),
];
