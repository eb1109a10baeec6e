import type { JSX } from 'react';

import type { Rehearsal } from '../../api/rehearsal.ts';
import { useConsole } from '../../console.tsx';
import { dayEndingAt, longDay } from '../../i18n/times.ts';
import { ByCalendar, ByRule, Said } from '../../parts/derived.tsx';
import { Explained } from '../../parts/explained.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { Reason } from '../../reasons/reason.tsx';

type Due = Rehearsal['deadlines'][number];

/** Each date that follows from the text under these rules, and why: what is wrong here is wrong for good once it is issued. */
export const FallsDue = ({ deadlines }: Readonly<{ deadlines: readonly Due[] }>): JSX.Element =>
  deadlines.length === 0 ? (
    <p>
      <Say id="new.noDates" />
    </p>
  ) : (
    <Table heads={['timeline.day', 'directives.task', 'timeline.units', 'new.why']}>
      {deadlines.map((due) => (
        <Row key={`${due.ref}/${due.dueAt}/${due.milestone ?? ''}`} due={due} />
      ))}
    </Table>
  );

const Row = ({ due: { ref, dueAt, milestone, count, derivation } }: Readonly<{ due: Due }>): JSX.Element => {
  const say = useSay();
  const { language } = useConsole().preferences;
  return (
    <tr>
      <td className="day">
        <time dateTime={dueAt}>{longDay(language, dayEndingAt(dueAt))}</time>
      </td>
      <td>
        <span className="mono">{ref}</span> {milestone}
      </td>
      <td className="num" data-head={say('timeline.units')}>
        <Explained
          label={`${ref}, ${say('timeline.units')}: ${count}`}
          why={() => <Reason title={count} rule={<Say id="reason.rehearsed" />} />}
        >
          {count}
        </Explained>
      </td>
      <td>
        {derivation === null ? (
          <Say id="new.mandate" />
        ) : (
          <>
            <div>
              <Said derivation={derivation} />
            </div>
            <div className="dim">
              <ByRule derivation={derivation} />
              {' · '}
              <ByCalendar derivation={derivation} />
            </div>
          </>
        )}
      </td>
    </tr>
  );
};
