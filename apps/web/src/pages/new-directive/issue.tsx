import type { Shape } from '@edict/client';
import { useMutation } from '@tanstack/react-query';
import { useState, type JSX, type SubmitEvent } from 'react';

import { useApi } from '../../api/api.ts';
import { useConfirming } from '../../api/confirming.tsx';
import { beginOf } from '../../i18n/days.ts';
import { daysBetween } from '../../i18n/times.ts';
import { Progress } from '../../parts/progress.tsx';
import { ReferenceField } from '../../parts/reference-field.tsx';
import { Say } from '../../parts/say.tsx';

type IssueProps = Readonly<{ document: string; onIssued(outcome: Shape<'Outcome'>): void }>;

/** Under which rules, on which day. It cannot be taken back, so it is asked once more. */
export const Issue = ({ document, onIssued }: IssueProps): JSX.Element => {
  const api = useApi();
  const confirming = useConfirming();
  const [key] = useState(() => crypto.randomUUID());
  const issue = useMutation({
    mutationFn: (body: Shape<'IssueDirectiveDto'>) => confirming(() => api.post('/directives', { body, key })),
    onSuccess: onIssued,
  });
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    const { policyId = '', calendarId = '', issuedOn = '' } = said;
    issue.mutate({ document, policyId, calendarId, issuedOn, ...occurredOn(issuedOn) });
  };
  return (
    <form className="form card body" onSubmit={send}>
      <ReferenceField kind="policy" name="policyId" />
      <ReferenceField kind="calendar" name="calendarId" />
      <label className="lab" htmlFor="issuedOn">
        <Say id="directives.issued" />
      </label>
      <input id="issuedOn" name="issuedOn" className="field" type="date" required />
      <label className="lab">
        <input type="checkbox" required /> <Say id="new.sure" />
      </label>
      <button className="btn primary" type="submit" disabled={issue.isPending}>
        <Say id="new.issue" />
      </button>
      <Progress isPending={issue.isPending} error={issue.error} />
    </form>
  );
};

/** An earlier day is entered late, from its beginning on; today is now, and its tasks are watched at once. */
const occurredOn = (issuedOn: string): Readonly<{ occurredAt?: string }> => {
  const begin = beginOf(issuedOn);
  return daysBetween(new Date(begin), new Date()) > 0 ? { occurredAt: begin } : {};
};
