import { membersOf, type Clause, type DirectiveRow, type Issued, type TaskItem, type TaskRow } from '@edict/directives';
import type { Instant } from '@edict/kernel';

import type { Reading } from '../reader.ts';
import { implementedBy } from './implemented.ts';

/** A directive that implements a clause of another one; `by` none: as a whole. */
export type Lower = Readonly<{ clause: string; by: readonly string[]; held: Held }>;

/** A directive with its tasks, and all that came of it further down. */
export type Held = Readonly<{
  directiveId: string;
  /** Its number, or the id in its file. */
  name: string;
  issuers: readonly string[];
  clauses: readonly Clause[];
  items: readonly TaskItem[];
  named: Issued['named'];
  tasks: readonly TaskRow[];
  lower: readonly Lower[];
}>;

export const nameOf = ({ number, slug }: Pick<DirectiveRow, 'number' | 'slug'>): string => number ?? slug;

/** From a directive down to the last one that follows from it, as far as the reader may see. A circle ends where it closes. */
export const heldFrom = (reading: Reading, directiveId: string, asOf?: Instant): Promise<Held | undefined> => {
  const hold = async (id: string, above: readonly string[]): Promise<Held | undefined> => {
    const issued = (await reading.directive(id, asOf)) && (await reading.issued(id));
    if (!issued) return undefined;
    const { document, named } = issued;
    const path = [...above, id];
    const below = (await reading.implementing(id)).filter((row) => !path.includes(row.directiveId));
    const lower = below.map(async (row) => {
      const held = await hold(row.directiveId, path);
      const said = implementedBy(row, asOf).filter((each) => each.directiveId === id);
      return held ? said.map(({ clause, by }): Lower => ({ clause, by, held })) : [];
    });
    return {
      directiveId: id,
      name: nameOf({ number: document.directive.number, slug: document.directive.id }),
      issuers: document.directive.issuers,
      clauses: document.clauses,
      items: document.tasks,
      named,
      tasks: await reading.tasks(id, asOf),
      lower: (await Promise.all(lower)).flat(),
    };
  };
  return hold(directiveId, []);
};

/** The refs of these clauses and of all that stand in them; of the whole text, where none is named. */
export const within = (clauses: readonly Clause[], refs: readonly string[]): ReadonlySet<string> => {
  const taken = (each: Clause, isIn: boolean): readonly string[] => {
    const inside = isIn || refs.length === 0 || refs.includes(each.ref);
    return [...(inside ? [each.ref] : []), ...(each.children ?? []).flatMap((child) => taken(child, inside))];
  };
  return new Set(clauses.flatMap((each) => taken(each, false)));
};

/** What implements one of these clauses, or what they stand in. */
export const implementing = ({ clauses, lower }: Held, refs: ReadonlySet<string>): readonly Lower[] =>
  lower.filter(({ clause }) => [...within(clauses, [clause])].some((ref) => refs.has(ref)));

/** The tasks that these clauses of a directive set. */
export const tasksUnder = ({ clauses, tasks }: Held, refs: readonly string[]): readonly TaskRow[] => {
  const inside = within(clauses, refs);
  return tasks.filter(({ clause }) => inside.has(clause));
};

/** Whom the text says that a task is to be passed on to, as they stood on the day of issue. */
export const directedUnder = ({ items, named }: Held, refs: ReadonlySet<string>): readonly string[] =>
  items.filter(({ clause }) => refs.has(clause)).flatMap(({ directs = [] }) => membersOf(directs, named));
