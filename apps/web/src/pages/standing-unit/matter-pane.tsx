import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useMatterHistory, type Matter } from '../../api/matters.ts';
import { useOffice } from '../../api/tasks.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { shortMoment } from '../../i18n/times.ts';
import { Icon } from '../../icons.tsx';
import { ClockWord } from '../../parts/clock-word.tsx';
import { Distance } from '../../parts/distance.tsx';
import { EventWords } from '../../parts/event-words.tsx';
import { Explained } from '../../parts/explained.tsx';
import { FilesOf } from '../../parts/files-of.tsx';
import { Prose } from '../../parts/prose.tsx';
import { Say } from '../../parts/say.tsx';
import { ClockReason, MatterStateReason } from '../../reasons/matter-reason.tsx';
import { clockSaid } from '../../reasons/matter-said.ts';
import { clockOf } from './clock.ts';
import { Consultations } from './consultations.tsx';
import { ExplainedMarks, Marks } from './marks.tsx';
import { MatterActions } from './matter-actions.tsx';
import { useNow } from '../../parts/now.ts';

type MatterPaneProps = Readonly<{ matter: Matter; back?: 'standingUnit' | 'matters' }>;

/** One matter, whole: what it asks, by when, what is to be known of it, who was asked, and its route. */
export const MatterPane = ({ matter, back = 'standingUnit' }: MatterPaneProps): JSX.Element => {
  const nameOf = useUnitNames();
  const unit = useOffice()?.unit;
  const isTheirs = [matter.unit, matter.from, matter.recommendedTo].includes(unit ?? '');
  return (
    <article className="detail" aria-label={matter.task ?? matter.id}>
      <div className="in">
        <Back to={back} />
        <div className="head">
          <div className="line small">
            <Say id={`matterKind.${matter.kind}`} />
            {matter.from === null ? null : <span className="dim"> · {nameOf(matter.from)}</span>}
          </div>
          <h1>
            <Prose text={matter.subject} />
          </h1>
          <div className="line">
            <Explained className="tag state" why={() => <MatterStateReason matter={matter} />}>
              <Say id={`matterState.${matter.state}`} />
            </Explained>
            <AnswerBy matter={matter} />
            <Far matter={matter} />
            <ExplainedMarks matter={matter} />
          </div>
        </div>
        <div className="cols">
          <div className="stack">
            <Consultations matter={matter} />
            <Route matter={matter} />
            <FilesOf about={`matter-${matter.id}`} directiveId={matter.directiveId} isTheirs={isTheirs} />
          </div>
          <Marks matter={matter} />
        </div>
      </div>
      <MatterActions key={matter.id} matter={matter} />
    </article>
  );
};

const Back = ({ to }: Readonly<{ to: NonNullable<MatterPaneProps['back']> }>): JSX.Element => (
  <Link
    className="back"
    to={to === 'matters' ? '/matters' : '/standing-unit'}
    search={({ matter: _, ...rest }) => rest}
  >
    <Icon name="left" />
    <Say id={`frame.${to}`} />
  </Link>
);

const AnswerBy = ({ matter }: MatterPaneProps): JSX.Element => (
  <Explained className="answer-by" why={() => <ClockReason matter={matter} />}>
    <span className={matter.answerBy === null ? 'missing' : undefined}>
      <ClockWord matter={matter} />
    </span>
  </Explained>
);

/** As long as it is waited for. */
const Far = ({ matter }: MatterPaneProps): JSX.Element | null => {
  const { items: lines } = useMatterHistory(matter.id);
  const clock = clockOf(matter, useNow().toISOString());
  if (matter.answerBy === null || (clock !== 'running' && clock !== 'past')) return null;
  const calendar = clockSaid(lines).term?.sources.calendar;
  return (
    <span className="small">
      <Distance endsAt={matter.answerBy} isLate={clock === 'past'} calendar={calendar} />
    </span>
  );
};

const Route = ({ matter }: Readonly<{ matter: Matter }>): JSX.Element => {
  const { items: lines } = useMatterHistory(matter.id);
  const { language } = useConsole().preferences;
  const now = useNow();
  const nameOf = useUnitNames();
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="matters.route" />
        </h2>
      </header>
      <div className="body">
        <ol className="route">
          {lines.map((line) => (
            <li key={line.revision}>
              <time dateTime={line.at}>{shortMoment(language, line.at ?? '', now)}</time>
              <span className={line.rejection === undefined ? 'mk' : 'mk no'}>
                <Icon name={line.rejection === undefined ? 'right' : 'close'} />
              </span>
              <div>
                <EventWords line={line} />
                <p>{nameOf(line.actor.unit ?? '')}</p>
              </div>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
};
