import { useState, type JSX } from 'react';

import { useRehearsing } from '../../api/rehearsal.ts';
import { useConsole } from '../../console.tsx';
import { RefusedFlaws } from '../../flaws/file-flaws.tsx';
import { shortMoment } from '../../i18n/times.ts';
import { FileField } from '../../parts/file-field.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { differencesOf, type Difference } from './difference.ts';
import type { Played } from './set-up.tsx';
import { useNow } from '../../parts/now.ts';

/** The same once more under another policy, which is put in force for nobody; and what is different then. */
export const Compare = ({ played }: Readonly<{ played: Played }>): JSX.Element => {
  const [policy, setPolicy] = useState('');
  const rehearsing = useRehearsing();
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="rehearsal.compare" />
        </h2>
      </header>
      <form
        className="form body"
        onSubmit={(event) => {
          event.preventDefault();
          rehearsing.mutate({ ...played.asked, policy });
        }}
      >
        <FileField label="rehearsal.otherPolicy" text={policy} onTaken={setPolicy} required rows={3} />
        <div className="line">
          <button className="btn" type="submit" disabled={rehearsing.isPending}>
            <Say id="rehearsal.compare.act" />
          </button>
          <Progress isPending={rehearsing.isPending} error={rehearsing.error} pending="rehearsal.playing" />
        </div>
        <RefusedFlaws error={rehearsing.error} />
      </form>
      {rehearsing.data ? <Differences differences={differencesOf(played.rehearsal, rehearsing.data)} /> : null}
    </section>
  );
};

const Differences = ({ differences }: Readonly<{ differences: readonly Difference[] }>): JSX.Element => {
  const say = useSay();
  const { language } = useConsole().preferences;
  const now = useNow();
  const written = (at: string | null) => (at === null ? say('rehearsal.notAtAll') : shortMoment(language, at, now));
  if (differences.length === 0)
    return (
      <p className="empty" role="status">
        <Say id="rehearsal.same" />
      </p>
    );
  return (
    <Table className="ev" heads={['directives.task', 'audit.what', 'rehearsal.now', 'rehearsal.then']}>
      {differences.map(({ type, ref, was, is }) => (
        <tr key={`${type} ${ref} ${was} ${is}`}>
          <td className="mono">{ref}</td>
          <td>{say(`event.${type}`)}</td>
          <td>{written(was)}</td>
          <td>{written(is)}</td>
        </tr>
      ))}
    </Table>
  );
};
