import type { JSX } from 'react';

import { useHeaps, type Heap } from '../../api/matters.ts';
import { useConsole } from '../../console.tsx';
import { day, dayEndingAt } from '../../i18n/times.ts';
import { Say, useSay } from '../../parts/say.tsx';

const SHOWN = 5;
const REASONS = ['dueSoon', 'notAcknowledged', 'stuck', 'unanswered'] as const;

/** What piles up at this unit before anything of it is late: the greatest heaps, by clause. */
export const Heaps = (): JSX.Element | null => {
  const { heaps, error } = useHeaps();
  if (heaps.length === 0 && !error) return null;
  return (
    <section className="heaps">
      <h2 className="grp">
        <Say id="heaps.title" />
        <span className="n">{heaps.length}</span>
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

const Row = ({ heap }: Readonly<{ heap: Heap }>): JSX.Element => {
  const say = useSay();
  const { language } = useConsole().preferences;
  const because = REASONS.filter((reason) => heap.because[reason] > 0);
  return (
    <li>
      <span className="mono">{heap.key}</span>
      <span className="dim">
        {because.map((reason) => say(`heaps.${reason}`, { count: heap.because[reason] })).join(', ')}
      </span>
      <span className="due">
        {heap.firstDueAt === null ? null : (
          <Say id="heaps.firstDue" day={day(language, dayEndingAt(heap.firstDueAt))} />
        )}
      </span>
    </li>
  );
};
