import './directives.css';
import { Link } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';

import type { Finding } from '../../api/directives.ts';
import type { Task } from '../../api/tasks.ts';
import { Explained } from '../../parts/explained.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { Reason } from '../../reasons/reason.tsx';
import { differenceOf } from '../../reasons/sums.ts';
import { Remark } from './remark.tsx';

const INSPECTION: Finding['code'] = 'inspection';

/** `tasks`: of which it is known what was decided on them; until they are `isWhole`, nothing is counted. */
type FindingsProps = Readonly<{
  findings: readonly Finding[];
  tasks?: readonly Task[];
  isWhole?: boolean;
  children?: ReactNode;
}>;

/** What the text leaves open and what inspections found, sort by sort. It never stops an issue, and is never lost. */
export const Findings = ({ findings, tasks = [], isWhole = true, children }: FindingsProps): JSX.Element => {
  const sorts = [...Map.groupBy(findings, ({ code }) => code)];
  const byRef = Map.groupBy(tasks, ({ ref }) => ref);
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="directives.findings" />
        </h2>
        <span className="dim small">{findings.length}</span>
        <span className="sp" />
        {children}
      </header>
      <ul className="fnd">
        {sorts.map(([code, each]) => (
          <li key={code}>
            <details open={code === INSPECTION}>
              <summary className="h">
                <b>
                  <Say id={`finding.${code}`} />
                </b>
              </summary>
              {each.map((finding, index) => (
                <p key={index}>
                  <Ref finding={finding} task={byRef.get(finding.ref)?.[0]} /> <Remark finding={finding} />
                </p>
              ))}
            </details>
            {isWhole ? <Standing all={each} byRef={byRef} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Once it is said that each has it for itself, it stands with the one for all together, which has ended by that. */
const EACH_OR_COMMON: Finding['code'] = 'common-or-each';

type ByRef = ReadonlyMap<string, readonly Task[]>;

/** How many of a sort are open, and how many were decided on. */
const Standing = ({ all, byRef }: Readonly<{ all: readonly Finding[]; byRef: ByRef }>): JSX.Element => {
  const sort = all[0]!.code;
  const decided = all.filter(({ code, ref }) => {
    const of = byRef.get(ref) ?? [];
    const isDecided = ({ decisions }: Task) => decisions.some(({ finding }) => finding === code);
    return code === EACH_OR_COMMON ? of.some(isDecided) : of.length > 0 && of.every(isDecided);
  }).length;
  return (
    <span className="st">
      {decided === 0 ? null : (
        <>
          <Counted word="decided" sort={sort} count={decided} all={all.length}>
            {decided} <Say id="ruling.decided" />
          </Counted>{' '}
        </>
      )}
      {decided === all.length ? null : (
        <Counted word="open" sort={sort} count={all.length - decided} all={all.length}>
          {all.length - decided}
        </Counted>
      )}
    </span>
  );
};

const STYLES = { open: 'open-st', decided: 'dec-st' } as const;
type CountedProps = Readonly<{
  word: keyof typeof STYLES;
  sort: Finding['code'];
  count: number;
  all: number;
  children: ReactNode;
}>;

/** Those that it counts stand under it. */
const Counted = ({ word, sort, count, all, children }: CountedProps): JSX.Element => {
  const say = useSay();
  return (
    <Explained
      className={STYLES[word]}
      label={`${say(`finding.${sort}`)}: ${count} ${say(`ruling.${word}`)}`}
      why={() => (
        <Reason
          title={differenceOf(String(count), all, all - count)}
          rule={<Say id={`reason.findings.${sort === EACH_OR_COMMON ? 'once' : word}`} />}
          view="directive"
        />
      )}
    >
      {children}
    </Explained>
  );
};

/** The way to the task that it is about, where it can be decided. */
const Ref = ({ finding: { ref }, task }: Readonly<{ finding: Finding; task: Task | undefined }>): JSX.Element =>
  task === undefined ? (
    <span className="mono">{ref}</span>
  ) : (
    <Link className="mono" to="/tasks/$id" params={{ id: task.id }}>
      {ref}
    </Link>
  );
