import { Link } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';

import { useDirectiveHistory } from '../api/directives.ts';
import type { Task } from '../api/tasks.ts';
import { editionIn } from '../parts/edition.ts';
import { Say, useSay } from '../parts/say.tsx';
import { proofOf } from './by-event.tsx';
import { Reason } from './reason.tsx';
import { partsBy, sumOf, type Part } from './sums.ts';

/** Which tasks of a directive are meant, as its page takes that from the address. Several values stand with commas between. */
export type Narrow = Readonly<{
  class?: string;
  state?: string;
  kind?: string;
  unit?: string;
  ref?: string;
  clause?: string;
  due?: string;
  /** Where it is counted: in the buckets, or apart from them. */
  place?: string;
  /** Its name, its date and its state, with @ between. */
  milestone?: string;
  halt?: 'stuck' | 'waiting';
  needs?: string;
  step?: string;
}>;

type FigureReasonProps = Readonly<{
  id: string;
  /** Those that are counted. */
  tasks: readonly Task[];
  rule: ReactNode;
  narrow: Narrow;
  /** Where it is no sum by state. */
  title?: string;
  parts?: ReactNode;
}>;

/** A number of tasks of a directive: how it adds up, by which rule, and the way to just these. */
export const FigureReason = ({ id, tasks, rule, narrow, title, parts }: FigureReasonProps): JSX.Element => {
  const byState = partsBy(tasks, ({ state }) => state);
  return (
    <Reason
      title={title ?? sumOf(byState.map(({ count }) => count))}
      parts={parts ?? <Parts of={byState} words="state" />}
      rule={rule}
      policy={<PolicyOf id={id} />}
      view="task"
      show={showing(id, narrow)}
      prove={proofOf(`directive-${id}`)}
    />
  );
};

const showing = (id: string, narrow: Narrow) => ({ to: '/directives/$id' as const, params: { id }, search: narrow });

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
const PolicyOf = ({ id }: Readonly<{ id: string }>): JSX.Element | null => {
  const { items } = useDirectiveHistory(id);
  const { policy, calendar } = (items.find(({ type }) => type === 'DirectiveIssued')?.data ?? {}) as Rules;
  if (policy === undefined) return null;
  const days = policy.value?.rules?.dueSoonDays?.value;
  return (
    <>
      {days === undefined ? null : (
        <>
          <Say id="reason.window" days={days} />
          {' · '}
        </>
      )}
      <Link className="link" to="/rules">
        {[policy, calendar].flatMap((each) => (each ? editionIn(each.source) : [])).join(', ')}
      </Link>
    </>
  );
};
