import type { JSX, ReactNode } from 'react';

import type { Account } from '../../api/accounts.ts';
import { Say } from '../../parts/say.tsx';

export type MeansAct = 'password' | 'setUp' | 'remove';
type MeansProps = Readonly<{ account: Account; onAsk(act: MeansAct): void }>;

/** By what one signs in. An authenticator stands beside a password, and beside nothing else. */
export const Means = ({ account, onAsk }: MeansProps): JSX.Element => {
  const means = account.means ?? [];
  const has = (each: string) => means.includes(each);
  const change = has('totp') ? 'remove' : 'setUp';
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="own.signIn" />
        </h2>
      </header>
      <ul className="means">
        <Line label="session.password" isOn={has('password')}>
          {has('password') ? <Act act="password" onAsk={onAsk} /> : <Say id="own.noPassword" />}
        </Line>
        <Line label="own.authenticator" isOn={has('totp')}>
          {has('password') ? <Act act={change} onAsk={onAsk} /> : null}
        </Line>
        {has('oidc') ? <Line label="own.provider" isOn /> : null}
      </ul>
    </section>
  );
};

type LineProps = Readonly<{ label: string; isOn: boolean; children?: ReactNode }>;

const Line = ({ label, isOn, children }: LineProps): JSX.Element => (
  <li>
    <b>
      <Say id={label} />
    </b>
    <span className={isOn ? 't-done' : 'mid'}>
      <Say id={isOn ? 'own.on' : 'own.off'} />
    </span>
    <span className="small mid">{children}</span>
  </li>
);

const Act = ({ act, onAsk }: Readonly<{ act: MeansAct; onAsk(act: MeansAct): void }>): JSX.Element => (
  <button className="btn small" type="button" onClick={() => onAsk(act)}>
    <Say id={`own.${act}`} />
  </button>
);
