import { useNavigate } from '@tanstack/react-router';
import { useMemo, type JSX, type RefObject } from 'react';

import type { Task } from '../../api/tasks.ts';
import { Explained } from '../../parts/explained.tsx';
import { FilterField } from '../../parts/filter-field.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { tabOf, TABS, type Tab } from './order.ts';

type TabsProps = Readonly<{
  tasks: readonly Task[];
  tab: Tab;
  text: string;
  filter: RefObject<HTMLInputElement | null>;
}>;

export const Tabs = ({ tasks, tab, text, filter }: TabsProps): JSX.Element => {
  const say = useSay();
  const navigate = useNavigate();
  const counts = useMemo(() => Object.groupBy(tasks, tabOf), [tasks]);
  const put = (change: { tab?: string; q?: string }) =>
    void navigate({ to: '/inbox', search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <div className="tools">
      <span className="seg" role="group" aria-label={say('frame.inbox')}>
        {TABS.map((each) => (
          <button key={each} type="button" aria-pressed={each === tab} onClick={() => put({ tab: each })}>
            <Say id={`inbox.${each}`} count={counts[each]?.length ?? 0} />
          </button>
        ))}
      </span>
      <All todo={counts.todo?.length ?? 0} waiting={counts.waiting?.length ?? 0} />
      <FilterField field={filter} text={text} onText={(typed) => put({ q: typed })} />
    </div>
  );
};

/** Both tabs together, and why what is there is there. */
const All = (of: Readonly<Record<Tab, number>>): JSX.Element => {
  const count = of.todo + of.waiting;
  return (
    <Explained
      className="small dim"
      why={({ Reason }) => (
        <Reason
          title={`${count} = ${of.todo} + ${of.waiting}`}
          parts={<Say id="reason.inbox.parts" {...of} />}
          rule={<Say id="reason.inbox" />}
          view="task"
        />
      )}
    >
      <Say id="inbox.all" count={count} />
    </Explained>
  );
};
