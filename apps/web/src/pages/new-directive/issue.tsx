import type { Shape } from '@edict/client';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type JSX, type SubmitEvent } from 'react';

import { useApi } from '../../api/api.ts';
import { useConfirming } from '../../api/confirming.tsx';
import { useRehearsing, type ToRehearse } from '../../api/rehearsal.ts';
import { FileProgress } from '../../flaws/file-flaws.tsx';
import { beginOf } from '../../i18n/days.ts';
import { daysBetween } from '../../i18n/times.ts';
import { ReferenceField } from '../../parts/reference-field.tsx';
import { Say } from '../../parts/say.tsx';
import { FallsDue } from './falls-due.tsx';
import { IssuedAlready } from './issued-already.tsx';

type IssueProps = Readonly<{ document: string; onIssued(outcome: Shape<'Outcome'>): void }>;
type ToIssue = Shape<'IssueDirectiveDto'>;

/** Under which rules, on which day; then what follows from them is shown, and is what is confirmed. */
export const Issue = ({ document, onIssued }: IssueProps): JSX.Element => {
  const rehearsing = useRehearsing();
  const { data: shown, variables: asked } = rehearsing;
  const show = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    const { policyId = '', calendarId = '', issuedOn = '' } = said;
    rehearsing.mutate({ document, policyId, calendarId, from: issuedOn, until: issuedOn });
  };
  return (
    <>
      <form className="form card body" onSubmit={show} onChange={() => rehearsing.reset()}>
        <ReferenceField kind="policy" name="policyId" />
        <ReferenceField kind="calendar" name="calendarId" />
        <label className="lab" htmlFor="issuedOn">
          <Say id="directives.issued" />
        </label>
        <input id="issuedOn" name="issuedOn" className="field" type="date" required />
        <button className={shown ? 'btn' : 'btn primary'} type="submit" disabled={rehearsing.isPending}>
          <Say id="new.dates" />
        </button>
        <FileProgress isPending={rehearsing.isPending} error={rehearsing.error} />
      </form>
      {shown ? (
        <Confirm meant={asIssued(asked)} number={shown.number} onIssued={onIssued}>
          <FallsDue deadlines={shown.deadlines} />
        </Confirm>
      ) : null}
    </>
  );
};

type ConfirmProps = Pick<IssueProps, 'onIssued'> &
  Readonly<{ meant: ToIssue; number: string | null; children: JSX.Element }>;

/** It cannot be taken back, so it is asked once more, above the dates: whoever has no pointer need not go through them. */
const Confirm = ({ meant, number, onIssued, children }: ConfirmProps): JSX.Element => {
  const api = useApi();
  const confirming = useConfirming();
  const [key] = useState(() => crypto.randomUUID());
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'start' });
  }, []);
  const issue = useMutation({
    mutationFn: () => confirming(() => api.post('/directives', { body: meant, key })),
    onSuccess: onIssued,
  });
  return (
    <form
      ref={form}
      className="card body stack"
      onSubmit={(event) => {
        event.preventDefault();
        issue.mutate();
      }}
    >
      <div className="line">
        <label className="lab">
          <input type="checkbox" required autoFocus /> <Say id="new.sure" />
        </label>
        <button className="btn primary" type="submit" disabled={issue.isPending}>
          <Say id="new.issue" />
        </button>
      </div>
      <FileProgress isPending={issue.isPending} error={issue.error} />
      <IssuedAlready error={issue.error} number={number} />
      {children}
    </form>
  );
};

/** On the text and under the rules that were shown. */
const asIssued = ({ document, policyId, calendarId, from }: ToRehearse): ToIssue => ({
  ...{ document, policyId, calendarId, issuedOn: from },
  ...occurredOn(from),
});

/** An earlier day is entered late, from its beginning on; today is now, and its tasks are watched at once. */
const occurredOn = (issuedOn: string): Readonly<{ occurredAt?: string }> => {
  const begin = beginOf(issuedOn);
  return daysBetween(new Date(begin), new Date()) > 0 ? { occurredAt: begin } : {};
};
