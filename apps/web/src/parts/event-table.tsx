import type { JSX } from 'react';

import type { EventLine } from '../api/tasks.ts';
import { useUnitNames } from '../api/units.tsx';
import { useConsole } from '../console.tsx';
import { moment } from '../i18n/times.ts';
import { EventWords } from './event-words.tsx';
import { Say } from './say.tsx';
import { Table } from './table.tsx';

/** Events as they were recorded, each with who did it and where it stands in the log. */
export const EventTable = ({ lines }: Readonly<{ lines: readonly EventLine[] }>): JSX.Element => (
  <Table className="ev" heads={['audit.recorded', 'audit.what', 'audit.by', 'audit.where']}>
    {lines.map((line) => (
      <Event key={`${line.stream}@${line.revision}`} line={line} />
    ))}
  </Table>
);

const Event = ({ line }: Readonly<{ line: EventLine }>): JSX.Element => {
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  return (
    <tr>
      <td>
        {moment(language, line.at ?? '')}
        {line.occurredAt === undefined ? null : (
          <div className="p">
            <Say id="audit.occurred" at={moment(language, line.occurredAt)} />
          </div>
        )}
      </td>
      <td>
        <EventWords line={line} />
        <details>
          <summary className="p">
            <Say id="audit.raw" />
          </summary>
          <pre className="receipt" tabIndex={0}>
            {JSON.stringify(line.data, null, 2)}
          </pre>
        </details>
      </td>
      <td>
        {nameOf(line.actor.unit ?? '')}
        <div className="p">
          {line.actor.id} · {line.actor.origin}
        </div>
      </td>
      <td className="mono">
        {line.stream}@{line.revision}
      </td>
    </tr>
  );
};
