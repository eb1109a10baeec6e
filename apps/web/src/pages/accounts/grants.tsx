import type { JSX } from 'react';

import type { Account, Grant } from '../../api/accounts.ts';
import { useUnitNames } from '../../api/units.tsx';
import { Say } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import type { Asked } from './account-dialog.tsx';
import { CapacityWord } from './capacity-word.tsx';
import { PeriodWords } from './period-words.tsx';

/** `onAsk`: left out where nothing is withdrawn, as of one's own account. */
type OnAsk = ((asked: Asked) => void) | undefined;
type GrantsProps = Readonly<{ account: Account; onAsk?: OnAsk }>;

/** As what somebody acts: by a grant of their own, or by an office that they hold. */
export const Grants = ({ account, onAsk }: GrantsProps): JSX.Element => {
  const grants = account.grants ?? [];
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="accounts.grants" />
        </h2>
      </header>
      {grants.length === 0 ? (
        <p className="empty">
          <Say id="accounts.noGrants" />
        </p>
      ) : (
        <Table className="ev" heads={['accounts.actsAs', 'frame.unit', 'accounts.period', 'accounts.by']}>
          {grants.map((grant) => (
            <Row key={grant.source} grant={grant} onAsk={onAsk} />
          ))}
        </Table>
      )}
    </section>
  );
};

const INSTALLATION = ['installation', '*'];

const Row = ({ grant, onAsk }: Readonly<{ grant: Grant; onAsk: OnAsk }>): JSX.Element => {
  const nameOf = useUnitNames();
  const isOver = grant.until !== null && grant.until <= new Date().toISOString();
  return (
    <tr className={isOver ? 'hid' : undefined}>
      <td>
        <CapacityWord capacity={grant.capacity} />
      </td>
      <td>{INSTALLATION.includes(grant.unit) ? <Say id="accounts.installation" /> : nameOf(grant.unit)}</td>
      <td>
        <PeriodWords {...grant} />
      </td>
      <td>{isOver ? null : <Source source={grant.source} onAsk={onAsk} />}</td>
    </tr>
  );
};

/** What an office gives ends with the appointment. */
const Source = ({ source, onAsk }: Readonly<{ source: string; onAsk: OnAsk }>): JSX.Element => {
  const [stream = '', number = ''] = source.split('#');
  if (!stream.startsWith('account-')) return <Say id="accounts.byOffice" />;
  if (!onAsk) return <Say id="accounts.byGrant" />;
  return (
    <button className="btn small" type="button" onClick={() => onAsk({ verb: 'withdraw', which: number })}>
      <Say id="accountAct.withdraw" />
    </button>
  );
};
