import { useSearch } from '@tanstack/react-router';
import { Fragment, type JSX } from 'react';

import type { EventLine } from '../api/tasks.ts';
import { useUnitNames } from '../api/units.tsx';
import { useConsole } from '../console.tsx';
import { stamp } from '../i18n/times.ts';
import { EventWords } from './event-words.tsx';
import { FlawWord, type LineFlaw } from './flaw-word.tsx';
import { useMoment } from './moment.ts';
import { Say } from './say.tsx';
import { Table } from './table.tsx';

export type Flaws = ReadonlyMap<number, LineFlaw | null> | undefined;
type EventTableProps = Readonly<{ lines: readonly EventLine[]; flaws?: Flaws }>;

const HEADS = ['audit.number', 'audit.recorded', 'audit.effective', 'audit.what', 'audit.by'];

/** Events as they were recorded, and when each is said to have happened; `flaws`: what came of checking them. What was recorded after the moment
 * that is shown stands below a line, and is greyed. */
export const EventTable = ({ lines, flaws }: EventTableProps): JSX.Element => {
  const at = useMoment();
  const later = at === null ? [] : lines.filter((line) => (line.at ?? '') > at);
  const heads = flaws ? [...HEADS, 'seal.title'] : HEADS;
  return (
    <div className="wide-table">
      <Table className="ev events" heads={heads}>
        {lines.map((line) => (
          <Fragment key={`${line.stream}@${line.revision}`}>
            {line === later[0] ? <Cut columns={heads.length} later={later.length} /> : null}
            <Event line={line} flaw={flaws?.get(line.revision)} isLater={later.includes(line)} />
          </Fragment>
        ))}
      </Table>
    </div>
  );
};

const Cut = ({ columns, later }: Readonly<{ columns: number; later: number }>): JSX.Element => (
  <tr className="cut">
    <td colSpan={columns}>
      <b>
        <Say id="audit.notYetKnown" />
      </b>{' '}
      · <Say id="audit.later" events={later} />
    </td>
  </tr>
);

/** `undefined`: nobody has checked it. */
type EventProps = Readonly<{ line: EventLine; flaw: LineFlaw | null | undefined; isLater: boolean }>;

const Event = ({ line, flaw, isLater }: EventProps): JSX.Element => {
  const { language } = useConsole().preferences;
  const { occurredAt } = line;
  const isMeant = useSearch({ strict: false }).event === line.revision + 1;
  return (
    <tr className={isLater ? 'hid' : undefined} {...(isMeant && { 'aria-current': 'true', ref: scrollTo })}>
      <td className="num mono dim">{line.revision + 1}</td>
      <td className="nw">{stamp(language, line.at ?? '')}</td>
      <td className={occurredAt === undefined ? 'nw dim' : 'nw t-past'}>
        {occurredAt === undefined ? <Say id="audit.same" /> : stamp(language, occurredAt)}
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
      <Actor actor={line.actor} />
      {flaw === undefined ? null : <FlawCell flaw={flaw} />}
    </tr>
  );
};

const Actor = ({ actor: { id, unit, origin } }: Pick<EventLine, 'actor'>): JSX.Element => {
  const nameOf = useUnitNames();
  return (
    <td>
      {nameOf(unit ?? '')}
      <div className="p">
        {id}
        {origin === undefined ? null : (
          <>
            {' · '}
            <Say id={`origin.${origin}`} />
          </>
        )}
      </div>
    </td>
  );
};

/** To the one that the address names. */
const scrollTo = (row: HTMLElement | null): void => row?.scrollIntoView({ block: 'center' });

const FlawCell = ({ flaw }: Readonly<{ flaw: LineFlaw | null }>): JSX.Element => (
  <td>
    <FlawWord flaw={flaw} />
  </td>
);
