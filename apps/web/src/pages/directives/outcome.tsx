import type { JSX } from 'react';

import type { Task } from '../../api/tasks.ts';
import { ClassWord } from '../../parts/class-tag.tsx';
import { Say } from '../../parts/say.tsx';

/** The four buckets, each with the pattern that it has in the bar; what has no date stands apart. */
const BUCKETS = [
  { deadlineClasses: ['doneInTime'], pattern: 'b-dit' },
  { deadlineClasses: ['doneLate'], pattern: 'b-dl' },
  { deadlineClasses: ['overdue'], pattern: 'b-oo' },
  { deadlineClasses: ['inTime', 'dueSoon'], pattern: 'b-oit' },
] as const;

export const Outcome = ({ tasks }: Readonly<{ tasks: readonly Task[] }>): JSX.Element => {
  const countOf = (classes: readonly string[]) =>
    tasks.filter(({ deadlineClass }) => classes.includes(deadlineClass)).length;
  const dated = tasks.length - countOf(['none']);
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="directives.outcome" />
        </h2>
      </header>
      <div className="body">
        <div className="bar" aria-hidden="true">
          {BUCKETS.filter(({ deadlineClasses }) => countOf(deadlineClasses) > 0).map(({ deadlineClasses, pattern }) => (
            <i key={pattern} className={pattern} style={{ flexGrow: countOf(deadlineClasses) }} />
          ))}
        </div>
        <table className="fix">
          <tbody>
            {BUCKETS.map(({ deadlineClasses, pattern }) => (
              <tr key={pattern}>
                <td>
                  <i className={`sw ${pattern}`} /> <ClassWord deadlineClass={deadlineClasses[0]} />
                </td>
                <td className="num">{countOf(deadlineClasses)}</td>
              </tr>
            ))}
            <tr>
              <td>
                <ClassWord deadlineClass="none" />
              </td>
              <td className="num">{tasks.length - dated}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  );
};
