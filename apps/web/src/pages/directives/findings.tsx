import './directives.css';
import type { JSX } from 'react';

import type { Finding } from '../../api/directives.ts';
import { Say } from '../../parts/say.tsx';

/** What the text leaves open, sort by sort. It never stops an issue, and is never lost. */
export const Findings = ({ findings }: Readonly<{ findings: readonly Finding[] }>): JSX.Element => {
  const sorts = [...Map.groupBy(findings, ({ code }) => code)];
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="directives.findings" />
        </h2>
        <span className="dim small">{findings.length}</span>
      </header>
      <ul className="fnd">
        {sorts.map(([code, each]) => (
          <li key={code}>
            <details>
              <summary className="h">
                <b>
                  <Say id={`finding.${code}`} />
                </b>
                <span className="st open-st">{each.length}</span>
              </summary>
              {each.map(({ ref, message }) => (
                <p key={`${ref}/${message}`}>
                  <span className="mono">{ref}</span> {message}
                </p>
              ))}
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
};
