import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useMatterHistory, type Matter } from '../../api/matters.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { dayEndingAt, daysBetween, longDay, moment } from '../../i18n/times.ts';
import { Mark } from '../../icons.tsx';
import { editionName } from '../../parts/edition.ts';
import { Explained } from '../../parts/explained.tsx';
import { useNow } from '../../parts/now.ts';
import { Prose } from '../../parts/prose.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { ConsultationReason } from '../../reasons/consultation-reason.tsx';
import { standOf, type Consultation, type Stand } from '../../reasons/consultation-said.ts';

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
            <Head matter={matter.id} consultation={each} />
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

type ClockProps = Readonly<{ matter: string; consultation: Consultation }>;

const LOOKS = {
  answered: { style: 'done', mark: 'doneInTime' },
  answeredLate: { style: 'late', mark: 'doneLate' },
  missed: { style: 'overdue', mark: 'overdue' },
  asked: { style: 'intime', mark: 'inTime' },
  ended: { style: 'none', mark: 'none' },
} as const;

/** The day on which it is over, how far that is, and what came of it. */
const Clock = ({ matter, consultation }: ClockProps): JSX.Element => {
  const stand = standOf(consultation, useNow().toISOString());
  const words = useWords(consultation, stand);
  const { style, mark } = LOOKS[stand];
  return (
    <Explained
      className={`cls ${style}`}
      why={() => (
        <ConsultationReason matter={matter} consultation={consultation.consultation} stand={stand} title={words} />
      )}
    >
      <Mark name={mark} />
      {words}
    </Explained>
  );
};

const useWords = ({ dueAt, answeredAt }: Consultation, stand: Stand): string => {
  const say = useSay();
  const now = useNow();
  const { language } = useConsole().preferences;
  const last = dayEndingAt(dueAt);
  return say(`consultations.${stand}`, {
    ...(answeredAt === null ? {} : { at: moment(language, answeredAt) }),
    day: longDay(language, last),
    days: Math.max(0, daysBetween(now, last)),
  });
};

const Head = ({ matter, consultation }: ClockProps): JSX.Element => {
  const nameOf = useUnitNames();
  return (
    <>
      <div className="line">
        <b>{nameOf(consultation.unit)}</b>
        <Clock matter={matter} consultation={consultation} />
      </div>
      <p className="dim small">
        <SetBy consultation={consultation} />
      </p>
    </>
  );
};

/** What set the day: the policy, by name and version, or who asked. */
const SetBy = ({ consultation: { policy } }: Pick<ClockProps, 'consultation'>): JSX.Element => {
  if (policy === null) return <Say id="consultations.named" />;
  return (
    <Link className="link" to="/rules">
      <Say id="consultations.byPolicy" policy={editionName(policy.id, policy.version)} days={policy.workingDays} />
    </Link>
  );
};
