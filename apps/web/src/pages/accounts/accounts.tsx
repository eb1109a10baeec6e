import './accounts.css';
import { useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useAccounts, useAdministering, useOffices, type Doing, type Told } from '../../api/accounts.ts';
import { OfNow } from '../../parts/read-only.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { AccountPane } from './account-pane.tsx';
import { OfficePane } from './office-pane.tsx';
import { AccountRows, OfficeRows } from './rows.tsx';
import { ToldOnce } from './told-once.tsx';
import { Tools } from './tools.tsx';

/** Who may come in, and who acts as what: for administrators, who see nothing of what is done here. */
export const Accounts = (): JSX.Element => {
  const say = useSay();
  const { show, of, q = '' } = useSearch({ from: '/accounts' });
  const act = useAdministering();
  const isOffices = show === 'offices';
  return (
    <div className="split" data-open={of === undefined ? undefined : true}>
      <section className="list" aria-label={say('frame.accounts')}>
        <h1 className="sr">
          <Say id="frame.accounts" />
        </h1>
        <Tools show={isOffices ? 'offices' : 'accounts'} doing={act} />
        <OfNow />
        <WhileWaiting />
        {isOffices ? <OfficeRows open={of} text={q} /> : <AccountRows open={of} text={q} />}
      </section>
      <Opened isOffice={isOffices} doing={act} />
      {hasSecret(act.data) ? <ToldOnce told={act.data} onClose={act.reset} /> : null}
    </div>
  );
};

const WhileWaiting = (): JSX.Element | null => {
  const [accounts, offices] = [useAccounts(), useOffices()];
  const error = accounts.error ?? offices.error;
  return accounts.isPending || error ? <Waiting error={error} /> : null;
};

const hasSecret = (told: Told | undefined): told is Told => Boolean(told?.invitation ?? told?.secret);

type OpenedProps = Readonly<{ isOffice: boolean; doing: Doing }>;

const Opened = ({ isOffice, doing }: OpenedProps): JSX.Element => {
  const { of } = useSearch({ from: '/accounts' });
  const { data: accounts = [] } = useAccounts();
  const { data: offices = [] } = useOffices();
  const office = isOffice ? offices.find(({ officeId }) => officeId === of) : undefined;
  const account = accounts.find(({ id }) => id === of);
  if (office) return <OfficePane key={of} office={office} accounts={accounts} doing={doing} />;
  if (account) return <AccountPane key={of} account={account} doing={doing} />;
  return (
    <article className="detail">
      <p className="empty">
        <Say id="accounts.choose" />
      </p>
    </article>
  );
};
