import { useEffect, useEffectEvent, useState, type JSX, type SubmitEvent } from 'react';

import { useRehearsing, type Rehearsal, type ToRehearse } from '../../api/rehearsal.ts';
import { FileProgress } from '../../flaws/file-flaws.tsx';
import { dayFromNow } from '../../i18n/days.ts';
import { FileField } from '../../parts/file-field.tsx';
import { TextField } from '../../parts/fields.tsx';
import { ReferenceField } from '../../parts/reference-field.tsx';
import { Say } from '../../parts/say.tsx';
import { exampleDirective, exampleScript } from './examples.ts';
import { takeDemonstration, takeOver } from '../../parts/handed-over.ts';

export type Played = Readonly<{ asked: ToRehearse; rehearsal: Rehearsal }>;
type SetUpProps = Readonly<{ onPlayed(played: Played): void }>;

const HALF_A_YEAR = 184;

/** What is assumed: the text, the days, the rules, and whether anybody acts. */
export const SetUp = ({ onPlayed }: SetUpProps): JSX.Element => {
  const rehearsing = useRehearsing();
  const [document, setDocument] = useState(takeOver);
  const [script, setScript] = useState('');
  const play = (asked: ToRehearse) =>
    rehearsing.mutate(asked, { onSuccess: (rehearsal) => onPlayed({ asked, rehearsal }) });
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    const { from = '', until = '', policyId = '', calendarId = '' } = said;
    play({ document, from, until, policyId, calendarId, ...(script.trim() === '' ? {} : { script }) });
  };
  return (
    <>
      <Demonstration
        onChosen={(text, acts) => {
          setDocument(text);
          setScript(acts);
          play({ ...EXAMPLE, document: text, ...(acts === '' ? {} : { script: acts }) });
        }}
      />
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

/** The example is of 2025, and so are the rules that come with it. */
const EXAMPLE = { from: '2025-05-16', until: '2025-12-31', policyId: 'vn-party', calendarId: 'vn-working-days' };

const Demonstration = ({ onChosen }: Readonly<{ onChosen(document: string, script: string): void }>): JSX.Element => {
  const choose = async (script: Promise<string> | string) => onChosen(await exampleDirective(), await script);
  const begin = useEffectEvent(() => {
    if (takeDemonstration()) void choose('');
  });
  useEffect(() => begin(), []);
  return (
    <section className="card body stack">
      <p className="mid">
        <Say id="rehearsal.example.why" />
      </p>
      <div className="line">
        <button className="btn" type="button" onClick={() => void choose('')}>
          <Say id="rehearsal.example.nobody" />
        </button>
        <button className="btn" type="button" onClick={() => void choose(exampleScript())}>
          <Say id="rehearsal.example.some" />
        </button>
      </div>
    </section>
  );
};
