import type { DirectiveCommand, Due } from '@edict/directives';
import type { Sent } from '@edict/kernel';

import type { EnteredDueDto, EnterTaskDto } from './directives.dto.ts';

type Entry = Extract<Sent<DirectiveCommand>, { type: 'EnterTask' }>['data'];
type Said = Omit<EnterTaskDto, 'occurredAt' | 'evidence'>;

const dueOf = ({ on, month, bound, firmness, phrase }: EnteredDueDto): Due => ({
  bound,
  firmness,
  ...(on === undefined ? {} : { on }),
  ...(month === undefined ? {} : { month }),
  ...(phrase === undefined ? {} : { phrase }),
});

/** As a file would have it: what is not said of the other document is not known. */
export const entryOf = ({ source, urgent, every, due, milestones, ...task }: Said): Entry => ({
  task: {
    ...task,
    urgency: urgent ?? false,
    ...(due ? { due: dueOf(due) } : {}),
    ...(milestones ? { milestones: milestones.map((each) => ({ name: each.name, due: dueOf(each.due) })) } : {}),
    ...(every ? { recurrence: { every } } : {}),
  },
  source: {
    number: source.number ?? null,
    type: source.type,
    issuers: source.issuers ?? [],
    date: source.date ?? null,
    title: source.title,
  },
});
