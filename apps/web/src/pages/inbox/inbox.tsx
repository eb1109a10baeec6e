import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useRef, type JSX } from 'react';

import { useSession } from '../../api/session.tsx';
import { useInbox, type Task } from '../../api/tasks.ts';
import { useKeys } from '../../frame/keys.ts';
import { Nothing } from '../../parts/nothing.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { Welcome } from '../../parts/welcome.tsx';
import { Bulk } from '../task/bulk.tsx';
import { TaskPane } from '../task/task-pane.tsx';
import { linesOf, TABS } from './order.ts';
import { Rows } from './rows.tsx';
import { Tabs } from './tabs.tsx';

const AT_ONCE = ['acknowledge', 'requestExtension'] as const;

/** Whoever only keeps accounts has no inbox. */
export const Inbox = (): JSX.Element => {
  const { isAdministrator, mayActForAll, offices } = useSession();
  const hasNone = isAdministrator && !mayActForAll && offices.every(({ capacity }) => capacity === 'administrator');
  return hasNone ? <Navigate to="/accounts" /> : <OwnInbox />;
};

const OwnInbox = (): JSX.Element => {
  const say = useSay();
  const { task: open, tab: asked, q = '' } = useSearch({ from: '/inbox' });
  const tab = TABS.find((each) => each === asked) ?? 'todo';
  const inbox = useInbox();
  const tasks = inbox.items;
  const lines = useMemo(() => linesOf(tasks, tab, q), [tasks, tab, q]);
  const filter = useRef<HTMLInputElement>(null);
  const shown = useMemo(() => lines.flatMap((line) => ('task' in line ? [line.task] : [])), [lines]);
  useMoving(shown, open);
  useKeys({ '/': () => filter.current?.focus() });
  return (
    <div className="split" data-open={open === undefined ? undefined : true}>
      <section className="list" aria-label={say('frame.inbox')}>
        <h1 className="sr">
          <Say id="frame.inbox" />
        </h1>
        <Tabs tasks={tasks} tab={tab} text={q} filter={filter} />
        <Bulk tasks={shown} verbs={AT_ONCE} />
        {lines.length === 0 ? (
          <Welcome>
            <Nothing isPending={inbox.isPending} error={inbox.error} empty="inbox.empty" />
          </Welcome>
        ) : (
          <Rows lines={lines} asked={`${tab} ${q}`} open={open} />
        )}
      </section>
      {open === undefined ? (
        <article className="detail">
          <p className="empty">
            <Say id="inbox.choose" />
          </p>
        </article>
      ) : (
        <TaskPane key={open} id={open} />
      )}
    </div>
  );
};

/** J and K go down and up the list; what is open stays in the address. */
const useMoving = (tasks: readonly Task[], open: string | undefined): void => {
  const navigate = useNavigate();
  const go = (step: number) => () => {
    const at = tasks.findIndex(({ id }) => id === open);
    const next = tasks[open === undefined ? 0 : Math.min(tasks.length - 1, Math.max(0, at + step))];
    if (next !== undefined) void navigate({ to: '/inbox', search: (before) => ({ ...before, task: next.id }) });
  };
  useKeys({ j: go(1), k: go(-1) });
};
