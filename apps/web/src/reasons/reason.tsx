import { Link, type LinkProps } from '@tanstack/react-router';
import { Fragment, type JSX, type ReactNode } from 'react';

import { useConsole } from '../console.tsx';
import { moment } from '../i18n/times.ts';
import { useHealth } from '../api/operations.ts';
import { useMoment } from '../parts/moment.ts';
import { useClock, useNow } from '../parts/now.ts';
import { Say } from '../parts/say.tsx';

/** Where it leads. */
export type Way = Readonly<{ to: LinkProps['to']; params?: object; search?: object; hash?: string }>;

export type ReasonProps = Readonly<{
  /** A figure as its parts, a status as its word. */
  title: ReactNode;
  parts?: ReactNode;
  rule?: ReactNode;
  policy?: ReactNode;
  calendar?: ReactNode;
  events?: ReactNode;
  next?: ReactNode;
  /** How far what it says was read: a place in a stream, or the view that was asked. */
  position?: string | undefined;
  view?: string;
  /** It is told of now only, whatever moment is shown. */
  isOfNow?: boolean;
  show?: Way;
  prove?: Way;
}>;

const LINES = ['parts', 'rule', 'policy', 'calendar', 'events', 'next'] as const;

/** Why something is said, in the same order everywhere. What is not known has no line. */
export const Reason = ({ title, position, view, isOfNow = false, show, prove, ...said }: ReasonProps): JSX.Element => (
  <>
    <h2>{title}</h2>
    <dl className="kv">
      {LINES.map((line) =>
        said[line] === undefined || said[line] === null ? null : (
          <Fragment key={line}>
            <dt>
              <Say id={`reason.${line}`} />
            </dt>
            <dd>{said[line]}</dd>
          </Fragment>
        ),
      )}
      <dt>
        <Say id="reason.seen" />
      </dt>
      <dd>
        <Seen position={position} view={view} isOfNow={isOfNow} />
      </dd>
    </dl>
    {show || prove ? (
      <div className="line">
        {show ? <Leading way={show} word="reason.show" /> : null}
        {prove ? <Leading way={prove} word="reason.prove" /> : null}
      </div>
    ) : null}
  </>
);

const Leading = ({ way, word }: Readonly<{ way: Way; word: string }>): JSX.Element => (
  <Link className="btn" {...(way as LinkProps)}>
    <Say id={word} />
  </Link>
);

type SeenProps = Readonly<{ position: string | undefined; view: string | undefined; isOfNow: boolean }>;

/** As of the moment that is shown. How far a view has read the log is told to who may know where everything is in it. */
const Seen = ({ position, view, isOfNow }: SeenProps): JSX.Element => {
  const { language } = useConsole().preferences;
  const [clock, shown] = [useClock(), useNow()];
  const now = isOfNow ? clock : shown;
  return (
    <>
      {moment(language, now.toISOString())}
      {position === undefined ? null : <span className="mono small"> · {position}</span>}
      {view === undefined ? null : <Reached view={view} />}
    </>
  );
};

const Reached = ({ view }: Readonly<{ view: string }>): JSX.Element | null => {
  const at = useMoment();
  const { data } = useHealth();
  const reached = data?.subscribers?.find(({ name }) => name.replace(/_v\d+$/, '') === view)?.reached;
  return reached === undefined || at !== null ? null : (
    <span className="mono small">
      {' · '}
      <Say id="reason.position" position={reached} />
    </span>
  );
};
