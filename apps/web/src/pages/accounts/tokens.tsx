import type { JSX } from 'react';

import type { Account } from '../../api/accounts.ts';
import { useConsole } from '../../console.tsx';
import { dayEndingAt, longDay } from '../../i18n/times.ts';
import { Say } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import type { Asked } from './account-dialog.tsx';

type Token = NonNullable<Account['tokens']>[number];
type TokensProps = Readonly<{ account: Account; onAsk(asked: Asked): void; onMake?: () => void }>;

/** By what a program comes in. A secret is told once, and kept nowhere. */
export const Tokens = ({ account, onAsk, onMake }: TokensProps): JSX.Element => (
  <section className="card">
    <header>
      <h2>
        <Say id="accounts.tokens" />
      </h2>
      <span className="sp" />
      {onMake ? (
        <button className="btn small" type="button" onClick={onMake}>
          <Say id="accountAct.token" />
        </button>
      ) : null}
    </header>
    {account.tokens?.length ? (
      <Table className="ev" heads={['accounts.tokenFor', 'accounts.lastDay', 'accounts.tokenMay', 'accounts.act']}>
        {account.tokens.map((token) => (
          <Row key={token.id} token={token} onAsk={onAsk} />
        ))}
      </Table>
    ) : (
      <p className="empty">
        <Say id="accounts.noTokens" />
      </p>
    )}
  </section>
);

const Row = ({ token, onAsk }: Readonly<{ token: Token; onAsk(asked: Asked): void }>): JSX.Element => {
  const { language } = useConsole().preferences;
  const { id, name, until, revoked, reading } = token;
  return (
    <tr className={revoked ? 'hid' : undefined}>
      <td>{name ?? <span className="mono">{id.slice(0, 8)}</span>}</td>
      <td>{until === null ? '–' : longDay(language, dayEndingAt(until))}</td>
      <td>
        <Say id={reading ? 'accounts.tokenReads' : 'accounts.tokenActs'} />
      </td>
      <td>
        {revoked ? (
          <Say id="accounts.revoked" />
        ) : (
          <button className="btn small" type="button" onClick={() => onAsk({ verb: 'revoke', which: id })}>
            <Say id="accountAct.revoke" />
          </button>
        )}
      </td>
    </tr>
  );
};
