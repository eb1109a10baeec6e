import './directives.css';
import type { JSX, ReactNode } from 'react';

import type { Finding } from '../../api/directives.ts';
import { Say } from '../../parts/say.tsx';
import { Remark } from './remark.tsx';

const INSPECTION: Finding['code'] = 'inspection';

type FindingsProps = Readonly<{ findings: readonly Finding[]; children?: ReactNode }>;

/** What the text leaves open and what inspections found, sort by sort. It never stops an issue, and is never lost. */
export const Findings = ({ findings, children }: FindingsProps): JSX.Element => {
  const sorts = [...Map.groupBy(findings, ({ code }) => code)];
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
                <span className="st open-st">{each.length}</span>
              </summary>
              {each.map((finding, index) => (
                <p key={index}>
                  <span className="mono">{finding.ref}</span> <Remark finding={finding} />
                </p>
              ))}
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
};
