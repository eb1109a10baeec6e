import type { JSX } from 'react';

import type { Task } from '../api/tasks.ts';
import { useConsole } from '../console.tsx';
import { day, dayEndingAt, daysBetween } from '../i18n/times.ts';
import { classStyle } from './class-tag.tsx';
import { useNow } from './now.ts';
import { useSay } from './say.tsx';

type Dated = Pick<Task, 'dueAt' | 'deadlineClass' | 'kind'>;

/** The day first, the distance second. */
export const Due = ({ task }: Readonly<{ task: Dated }>): JSX.Element => {
  const words = useDueWords(task);
  return <span className={`due t-${classStyle(task.deadlineClass)}`}>{words}</span>;
};

export const useDueWords = ({ dueAt, deadlineClass, kind }: Dated): string => {
  const say = useSay();
  const now = useNow();
  const { language } = useConsole().preferences;
  if (dueAt === null) return say(kind === 'standing' ? 'deadline.never' : 'deadline.none');
  const last = dayEndingAt(dueAt);
  const name = day(language, last, now);
  if (kind === 'until') return say('deadline.until', { day: name });
  const days = daysBetween(now, last);
  if (deadlineClass === 'overdue') return `${name} · ${say('deadline.late', { days: Math.max(0, -days) })}`;
  return deadlineClass.startsWith('done') ? name : `${name} · ${say('deadline.days', { days: Math.max(0, days) })}`;
};
