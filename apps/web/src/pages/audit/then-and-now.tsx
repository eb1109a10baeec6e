import { ProblemAnswer } from '@edict/client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { JSX } from 'react';

import { useApi } from '../../api/api.ts';
import { useOffice } from '../../api/tasks.ts';
import { useConsole } from '../../console.tsx';
import { stamp } from '../../i18n/times.ts';
import { ClassWord } from '../../parts/class-tag.tsx';
import { useMoment } from '../../parts/moment.ts';
import { Say } from '../../parts/say.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { factsOf, idIn, type Fact, type Facts } from './facts.ts';
import { useWords } from './words.ts';

/** How something stood then beside how it stands now; what differs is marked, and not by colour alone. */
export const ThenAndNow = ({ stream }: Readonly<{ stream: string }>): JSX.Element | null => {
  const at = useMoment();
  const facts = factsOf(stream);
  if (facts === null) return null;
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="audit.thenAndNow" />
        </h2>
      </header>
      <div className="body">
        {at === null ? (
          <p className="mid">
            <Say id="audit.goBack" />
          </p>
        ) : (
          <Compared stream={stream} at={at} facts={facts} />
        )}
      </div>
    </section>
  );
};

type ComparedProps = Readonly<{ stream: string; at: string; facts: Facts }>;

const Compared = ({ stream, at, facts }: ComparedProps): JSX.Element => {
  const { language } = useConsole().preferences;
  const words = useWords();
  const [then, now] = [useStood(stream, at, facts), useStood(stream, null, facts)];
  if (then.isPending || !now.data) return <Waiting error={now.error} />;
  if (then.error && !isUnknown(then)) return <Waiting error={then.error} />;
  const before = then.data ? facts.tell(then.data, words) : [];
  return (
    <table className="then">
      <thead>
        <tr>
          <td />
          <th scope="col">{stamp(language, at)}</th>
          <th scope="col">
            <Say id="time.now" />
          </th>
        </tr>
      </thead>
      <tbody>
        {facts.tell(now.data, words).map((fact) => (
          <Line key={fact.label} now={fact} then={before.find(({ label }) => label === fact.label)} />
        ))}
      </tbody>
    </table>
  );
};

/** `then` undefined: nobody knew of it yet. */
const Line = ({ then, now }: Readonly<{ then: Fact | undefined; now: Fact }>): JSX.Element => {
  const differs = then?.said !== now.said;
  return (
    <tr className={differs ? 'differs' : undefined}>
      <th scope="row">
        <Say id={now.label} />
      </th>
      <td>{then ? <Said fact={then} /> : <Say id="directives.notKnown" />}</td>
      <td>
        <Said fact={now} />
        {differs ? (
          <span className="sr">
            {' '}
            <Say id="audit.differs" />
          </span>
        ) : null}
      </td>
    </tr>
  );
};

const Said = ({ fact: { said, deadlineClass } }: Readonly<{ fact: Fact }>): JSX.Element =>
  deadlineClass === undefined ? <>{said}</> : <ClassWord deadlineClass={deadlineClass} />;

const useStood = (stream: string, at: string | null, { ask }: Facts): UseQueryResult<object> => {
  const api = useApi();
  const office = useOffice();
  return useQuery({
    queryKey: [stream.split('-', 1)[0], idIn(stream), 'then', at, office], // old when something happens in the stream
    queryFn: () => ask(api, idIn(stream), at === null ? {} : { asOf: at }),
  });
};

const isUnknown = ({ error }: UseQueryResult): boolean =>
  error instanceof ProblemAnswer && error.problem.status === 404;
