import type { LocalDate } from '@edict/kernel';

import { datedTasks, lastDayNamed, type DirectiveDocument, type Finding } from '../document/index.ts';

/** A task whose day has passed when it is issued is late from the start; nobody is called for what lies before the watch begins. */
export const pastOnIssue = (document: DirectiveDocument, issuedOn: LocalDate): readonly Finding[] =>
  datedTasks(document)
    .filter(({ due }) => due && due.bound !== 'from' && (lastDayNamed(due) ?? issuedOn) < issuedOn)
    .map(({ ref }) => ({
      code: 'date-before-issue',
      ref,
      message: `Its date lies before the day of issue, ${issuedOn}.`,
    }));
