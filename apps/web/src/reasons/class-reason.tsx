import type { JSX } from 'react';

import { useHistory, type Task } from '../api/tasks.ts';
import { useConsole } from '../console.tsx';
import { dayEndingAt, daysBetween, longDay, moment } from '../i18n/times.ts';
import { derivedIn, type Derived } from '../pages/task/derivation.ts';
import { ByCalendar, ByRule, type Derivation } from '../parts/derived.tsx';
import { EditionLink } from '../parts/edition-link.tsx';
import { useNow } from '../parts/now.ts';
import { Say } from '../parts/say.tsx';
import { lastOf } from './made-by.ts';
import { ByEvent, placeIn, proofOf } from './by-event.tsx';
import { classRule, comparedWith } from './class-said.ts';
import { Reason } from './reason.tsx';

/** With what the deadline of a task was compared, and by which editions of which rules. */
export const ClassReason = ({ task }: Readonly<{ task: Task }>): JSX.Element => {
  const { items: lines } = useHistory(task.id);
  const derived = derivedIn(lines, task.dueAt);
  const called = task.deadlineClass === 'overdue' ? lastOf(lines, ['TaskBecameOverdue']) : undefined;
  const sent = task.decidedAt === null ? undefined : lastOf(lines, ['TaskSubmitted']);
  const by = sent ?? called;
  return (
    <Reason
      title={<Say id={`class.${task.deadlineClass}`} />}
      parts={<Compared task={task} />}
      rule={<Rule task={task} derived={derived} />}
      policy={derived && <Window derivation={derived.derivation} />}
      calendar={derived && <ByCalendar derivation={derived.derivation} />}
      events={by && <ByEvent line={by} />}
      position={placeIn(lines)}
      prove={proofOf(`task-${task.id}`)}
    />
  );
};

type ClassProps = Readonly<{ task: Task; derived: Derived | undefined }>;

const Rule = ({ task, derived }: ClassProps): JSX.Element => (
  <>
    <Say id={classRule(task)} />
    {derived?.derivation.says.bound === 'by' ? (
      <>
        {' · '}
        <ByRule derivation={derived.derivation} />
      </>
    ) : null}
  </>
);

const Compared = ({ task }: Readonly<{ task: Task }>): JSX.Element => {
  const { items: lines } = useHistory(task.id);
  const { language } = useConsole().preferences;
  const now = useNow().toISOString();
  if (task.dueAt === null) return <Say id="reason.noDate" />;
  const { with: what, at } = comparedWith(task, lines, now);
  const last = dayEndingAt(task.dueAt);
  const days = daysBetween(new Date(at), last);
  return (
    <>
      <Say id={`reason.compared.${what}`} day={longDay(language, last)} at={moment(language, at)} />{' '}
      <Say id={days < 0 ? 'reason.daysOver' : 'reason.daysLeft'} days={Math.abs(days)} />
    </>
  );
};

/** From when on it counts as due soon, by the edition with which the date was reckoned. */
const Window = ({ derivation: { dueSoonDays, sources } }: Readonly<{ derivation: Derivation }>): JSX.Element => (
  <>
    {dueSoonDays === undefined ? null : (
      <>
        <Say id="reason.window" days={dueSoonDays} />
        {' · '}
      </>
    )}
    <EditionLink source={sources.policy} />
  </>
);
