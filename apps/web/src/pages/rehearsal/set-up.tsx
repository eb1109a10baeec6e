import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type JSX, type SubmitEvent } from 'react';

import { useRehearsing, type Rehearsal, type ToRehearse } from '../../api/rehearsal.ts';
import { FileProgress } from '../../flaws/file-flaws.tsx';
import { dayFromNow } from '../../i18n/days.ts';
import { FileField } from '../../parts/file-field.tsx';
import { TextField } from '../../parts/fields.tsx';
import { ReferenceField } from '../../parts/reference-field.tsx';
import { Say } from '../../parts/say.tsx';
import { EXAMPLE } from '../../parts/example.ts';
import { takeOver } from '../../parts/handed-over.ts';
import { addressOf } from './asked.ts';

export type Played = Readonly<{ asked: ToRehearse; rehearsal: Rehearsal }>;
type SetUpProps = Readonly<{ onPlayed(played: Played): void }>;

const HALF_A_YEAR = 184;

/** What is assumed: the text, the days, the rules, and whether anybody acts. */
export const SetUp = ({ onPlayed }: SetUpProps): JSX.Element => {
  const rehearsing = useRehearsing();
  const navigate = useNavigate();
  const [handed] = useState(takeOver);
  const [document, setDocument] = useState(handed.text);
  const [script, setScript] = useState('');
  const play = (asked: ToRehearse) => {
    const search = addressOf(handed, asked);
    if (search) void navigate({ to: '/rehearsal', search });
    else rehearsing.mutate(asked, { onSuccess: (rehearsal) => onPlayed({ asked, rehearsal }) });
  };
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    const { from = '', until = '', policyId = '', calendarId = '' } = said;
    play({ document, from, until, policyId, calendarId, ...(script.trim() === '' ? {} : { script }) });
  };
  return (
    <>
      <Demonstration />
      <form className="form card body" onSubmit={send}>
        <FileField label="rehearsal.directive" text={document} onTaken={setDocument} required />
        <div className="two">
          <TextField name="from" label="rehearsal.from" type="date" defaultValue={dayFromNow()} required />
          <TextField name="until" label="rehearsal.until" type="date" defaultValue={dayFromNow(HALF_A_YEAR)} required />
          <ReferenceField kind="policy" name="policyId" />
          <ReferenceField kind="calendar" name="calendarId" />
        </div>
        <FileField label="rehearsal.script" text={script} onTaken={setScript} />
        <div className="line">
          <button className="btn primary" type="submit" disabled={rehearsing.isPending}>
            <Say id="rehearsal.play.all" />
          </button>
        </div>
      </form>
      <FileProgress isPending={rehearsing.isPending} error={rehearsing.error} pending="rehearsal.playing" />
    </>
  );
};

const Demonstration = (): JSX.Element => (
  <section className="card body stack">
    <p className="mid">
      <Say id="rehearsal.example.why" />
    </p>
    <div className="line">
      <Link className="btn" to="/rehearsal" search={EXAMPLE}>
        <Say id="rehearsal.example.nobody" />
      </Link>
      <Link className="btn" to="/rehearsal" search={{ ...EXAMPLE, example: 'some' }}>
        <Say id="rehearsal.example.some" />
      </Link>
    </div>
  </section>
);
