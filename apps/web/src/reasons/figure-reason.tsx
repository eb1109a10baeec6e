import type { JSX, ReactNode } from 'react';

import { useDirectiveHistory } from '../api/directives.ts';
import type { Task } from '../api/tasks.ts';
import { EditionLink } from '../parts/edition-link.tsx';
import { Say, useSay } from '../parts/say.tsx';
import type { Narrowing } from '../search-in.ts';
import { proofOf } from './by-event.tsx';
import { decidedBy, type Decided } from './decided-by.ts';
import { Reason, type ReasonProps } from './reason.tsx';
import { partsBy, sumOf, type Part } from './sums.ts';

/** Which tasks of a directive are meant, as its page takes that from the address. */
export type Narrow = Readonly<Partial<Record<Narrowing, string>>> & Readonly<{ halt?: 'stuck' | 'waiting' }>;

type FigureReasonProps = Readonly<{
  id: string;
  /** Those that are counted. */
  tasks: readonly Task[];
  rule: ReactNode;
  /** Just these. `null`: it is no number of tasks to show. */
  narrow: Narrow | null;
  /** Where it is no sum by state. */
  title?: string;
  parts?: ReactNode;
  decided?: Decided;
}>;

/** A number of tasks of a directive: how it adds up, by which rule, and the way to just these. */
export const FigureReason = ({ id, tasks, rule, narrow, title, parts, ...more }: FigureReasonProps): JSX.Element => {
  const byState = partsBy(tasks, ({ state }) => state);
  const editions = useEditions(id, more.decided ?? decidedBy(narrow ?? {}));
  return (
    <Reason
      title={title ?? sumOf(byState.map(({ count }) => count))}
      parts={parts ?? <Parts of={byState} words="state" />}
      rule={rule}
      {...editions}
      view="task"
      {...showing(id, narrow)}
      prove={proofOf(`directive-${id}`)}
    />
  );
};

const showing = (id: string, narrow: Narrow | null): Pick<ReasonProps, 'show'> =>
  narrow === null ? {} : { show: { to: '/directives/$id', params: { id }, search: narrow } };

type PartsProps = Readonly<{ of: readonly Part[]; words: string }>;

/** In words: `7 assigned + 5 in progress`. */
export const Parts = ({ of, words }: PartsProps): JSX.Element | null => {
  const say = useSay();
  return of.length === 0 ? null : <>{of.map(({ name, count }) => `${count} ${say(`${words}.${name}`)}`).join(' + ')}</>;
};

type Rules = Readonly<{
  policy?: Readonly<{
    source: string;
    value?: Readonly<{ rules?: Readonly<{ dueSoonDays?: Readonly<{ value?: number }> }> }>;
  }>;
  calendar?: Readonly<{ source: string }>;
}>;

/** The editions with which it was issued. A date that was reckoned later says so itself. */
const useEditions = (id: string, { dates, window }: Decided): Pick<ReasonProps, 'policy' | 'calendar'> => {
  const { items } = useDirectiveHistory(id);
  const { policy, calendar } = (items.find(({ type }) => type === 'DirectiveIssued')?.data ?? {}) as Rules;
  if (!dates || policy === undefined) return {};
  return {
    policy: <Edition source={policy.source} days={window ? daysIn(policy) : undefined} />,
    calendar: calendar === undefined ? null : <Edition source={calendar.source} />,
  };
};

const daysIn = ({ value }: NonNullable<Rules['policy']>): number | undefined => value?.rules?.dueSoonDays?.value;

const Edition = ({ source, days }: Readonly<{ source: string; days?: number | undefined }>): JSX.Element => (
  <EditionLink source={source}>
    {days === undefined ? null : (
      <>
        <Say id="reason.window" days={days} />
        {' · '}
      </>
    )}
  </EditionLink>
);
