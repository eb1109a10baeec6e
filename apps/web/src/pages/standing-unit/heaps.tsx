import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useAllMatters, useHeaps, type Heap } from '../../api/matters.ts';
import { useInbox } from '../../api/tasks.ts';
import { useConsole } from '../../console.tsx';
import { day, dayEndingAt } from '../../i18n/times.ts';
import { Explained } from '../../parts/explained.tsx';
import { Prose } from '../../parts/prose.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { Reason } from '../../reasons/reason.tsx';
import { sumOf } from '../../reasons/sums.ts';
import { useNow } from '../../parts/now.ts';

const SHOWN = 5;
const REASONS = ['dueSoon', 'notAcknowledged', 'stuck', 'unanswered'] as const;

/** What piles up at this unit before anything of it is late: the greatest heaps, by clause. */
export const Heaps = (): JSX.Element | null => {
  const say = useSay();
  const { heaps, error } = useHeaps();
  if (heaps.length === 0 && !error) return null;
  return (
    <section className="heaps">
      <h2 className="grp">
        <Say id="heaps.title" />
        <Explained
          className="n"
          label={`${say('heaps.title')}: ${heaps.length}`}
          why={() => <HeapsReason heaps={heaps} />}
        >
          {heaps.length}
        </Explained>
      </h2>
      {error ? <p className="dim">{error.message}</p> : null}
      <ul>
        {heaps.slice(0, SHOWN).map((heap) => (
          <Row key={heap.key} heap={heap} />
        ))}
      </ul>
    </section>
  );
};

/** All of them by name: only the greatest stand under the heading. */
const HeapsReason = ({ heaps }: Readonly<{ heaps: readonly Heap[] }>): JSX.Element => (
  <Reason
    title={heaps.length}
    parts={
      <ul className="in-heap">
        {heaps.map(({ key, tasks, matters }) => (
          <li key={key}>
            <span className="mono">{key}</span>:{' '}
            <Say id="reason.heap.parts" tasks={tasks.length} matters={matters.length} />
          </li>
        ))}
      </ul>
    }
    rule={<Say id="reason.heaps" shown={Math.min(SHOWN, heaps.length)} />}
    view="task"
  />
);

const Row = ({ heap }: Readonly<{ heap: Heap }>): JSX.Element => {
  const say = useSay();
  const { language } = useConsole().preferences;
  const now = useNow();
  const because = REASONS.filter((reason) => heap.because[reason] > 0);
  return (
    <li>
      <span className="mono">{heap.key}</span>
      <Explained className="dim" why={() => <HeapReason heap={heap} />}>
        {because.map((reason) => say(`heaps.${reason}`, { count: heap.because[reason] })).join(', ')}
      </Explained>
      <span className="due">
        {heap.firstDueAt === null ? null : (
          <Say id="heaps.firstDue" day={day(language, dayEndingAt(heap.firstDueAt), now)} />
        )}
      </span>
    </li>
  );
};

/** What lies in it, thing by thing. */
const HeapReason = ({ heap: { tasks, matters } }: Readonly<{ heap: Heap }>): JSX.Element => {
  const { items: inbox } = useInbox();
  const { items: all } = useAllMatters();
  const refs = new Map(inbox.map(({ id, ref }) => [id, ref]));
  const subjects = new Map(all.map(({ id, subject }) => [id, subject]));
  return (
    <Reason
      title={sumOf([tasks.length, matters.length])}
      parts={
        <>
          <Say id="reason.heap.parts" tasks={tasks.length} matters={matters.length} />
          <ul className="in-heap">
            {tasks.map((id) => (
              <li key={id}>
                <Link className="link mono" to="/tasks/$id" params={{ id }}>
                  {refs.get(id) ?? id}
                </Link>
              </li>
            ))}
            {matters.map((id) => (
              <li key={id}>
                <Link className="link" to="/matters/$id" params={{ id }}>
                  {subjects.has(id) ? <Prose text={subjects.get(id)} /> : id}
                </Link>
              </li>
            ))}
          </ul>
        </>
      }
      rule={<Say id="reason.heap" />}
      view="task"
    />
  );
};
