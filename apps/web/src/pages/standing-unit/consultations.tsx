import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useMatterHistory, type Matter } from '../../api/matters.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { dayEndingAt, daysBetween, longDay, moment } from '../../i18n/times.ts';
import { Mark } from '../../icons.tsx';
import { useNow } from '../../parts/now.ts';
import { Prose } from '../../parts/prose.tsx';
import { Say } from '../../parts/say.tsx';

type Consultation = Matter['consultations'][number];

/** What other units were asked, and until when: each has a clock of its own, beside that of the matter. */
export const Consultations = ({ matter }: Readonly<{ matter: Matter }>): JSX.Element | null => {
  const { items: lines } = useMatterHistory(matter.id);
  const { consultations } = matter;
  const said = (type: string, { consultation }: Consultation) =>
    lines
      .map(({ type: found, data }) => ({ found, data: data as Readonly<Record<string, unknown>> }))
      .find(({ found, data }) => found === type && data['consultation'] === consultation)?.data;
  if (consultations.length === 0) return null;
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="consultations.title" />
        </h2>
        <span className="dim small">{consultations.length}</span>
      </header>
      <ul className="body consultations">
        {consultations.map((each) => (
          <li key={each.consultation}>
            <Head consultation={each} />
            <p>
              <Prose text={said('UnitConsulted', each)?.['question'] ?? ''} />
            </p>
            {each.state === 'answered' ? (
              <p className="mid">
                <Prose text={said('ConsultationAnswered', each)?.['answer'] ?? ''} />
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
};

type ClockProps = Readonly<{ consultation: Consultation }>;

/** The day on which it is over, how far that is, and what came of it. */
const Clock = ({ consultation }: ClockProps): JSX.Element =>
  consultation.answeredAt === null ? (
    <Waits consultation={consultation} />
  ) : (
    <Answered dueAt={consultation.dueAt} at={consultation.answeredAt} />
  );

const Head = ({ consultation }: ClockProps): JSX.Element => {
  const nameOf = useUnitNames();
  return (
    <>
      <div className="line">
        <b>{nameOf(consultation.unit)}</b>
        <Clock consultation={consultation} />
      </div>
      <p className="dim small">
        <SetBy consultation={consultation} />
      </p>
    </>
  );
};

/** What set the day: the policy, by name and version, or who asked. */
const SetBy = ({ consultation: { policy } }: ClockProps): JSX.Element => {
  if (policy === null) return <Say id="consultations.named" />;
  return (
    <Link className="link" to="/rules">
      <Say id="consultations.byPolicy" policy={`${policy.id} v${policy.version}`} days={policy.workingDays} />
    </Link>
  );
};

const Answered = ({ dueAt, at }: Readonly<{ dueAt: string; at: string }>): JSX.Element => {
  const { language } = useConsole().preferences;
  const isLate = at >= dueAt;
  return (
    <span className={isLate ? 'cls late' : 'cls done'}>
      <Mark name={isLate ? 'doneLate' : 'doneInTime'} />
      <Say id={isLate ? 'consultations.answeredLate' : 'consultations.answered'} at={moment(language, at)} />
    </span>
  );
};

const Waits = ({ consultation: { state, dueAt } }: ClockProps): JSX.Element => {
  const now = useNow();
  const { language } = useConsole().preferences;
  const last = dayEndingAt(dueAt);
  const isPast = state === 'missed' || dueAt <= now.toISOString();
  return (
    <span className={isPast ? 'cls overdue' : 'cls intime'}>
      <Mark name={isPast ? 'overdue' : 'inTime'} />
      <Say
        id={isPast ? 'consultations.missed' : 'consultations.asked'}
        day={longDay(language, last)}
        days={Math.max(0, daysBetween(now, last))}
      />
    </span>
  );
};
