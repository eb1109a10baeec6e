import type { JSX } from 'react';

import type { EventLine } from '../api/tasks.ts';
import { useUnitNames } from '../api/units.tsx';
import { useConsole } from '../console.tsx';
import { moment } from '../i18n/times.ts';
import { EventWords } from './event-words.tsx';
import { FlawWord, type LineFlaw } from './flaw-word.tsx';
import { Say } from './say.tsx';
import { Table } from './table.tsx';

type Flaws = ReadonlyMap<number, LineFlaw | null> | undefined;
type EventTableProps = Readonly<{ lines: readonly EventLine[]; flaws?: Flaws }>;

const HEADS = ['audit.recorded', 'audit.what', 'audit.by', 'audit.where'];

/** Events as they were recorded, each with who did it and where it stands in the log; `flaws`: what came of checking them. */
export const EventTable = ({ lines, flaws }: EventTableProps): JSX.Element => (
  <Table className="ev" heads={flaws ? [...HEADS, 'seal.title'] : HEADS}>
    {lines.map((line) => (
      <Event key={`${line.stream}@${line.revision}`} line={line} flaw={flaws?.get(line.revision)} />
    ))}
  </Table>
);

/** `undefined`: nobody has checked it. */
type EventProps = Readonly<{ line: EventLine; flaw: LineFlaw | null | undefined }>;

const Event = ({ line, flaw }: EventProps): JSX.Element => {
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
      {flaw === undefined ? null : <FlawCell flaw={flaw} />}
    </tr>
  );
};

const FlawCell = ({ flaw }: Readonly<{ flaw: LineFlaw | null }>): JSX.Element => (
  <td>
    <FlawWord flaw={flaw} />
  </td>
);
