import '../accounts/accounts.css';
import './own-account.css';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type JSX } from 'react';

import type { Account, Told } from '../../api/accounts.ts';
import { useOwnAccount, useOwnDeed } from '../../api/own-account.ts';
import { Explained } from '../../parts/explained.tsx';
import { OfNow } from '../../parts/read-only.tsx';
import { Say } from '../../parts/say.tsx';
import { Stored, type Done } from '../../parts/stored.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { AccountDialog, type Asked } from '../accounts/account-dialog.tsx';
import { Grants } from '../accounts/grants.tsx';
import { ToldOnce } from '../accounts/told-once.tsx';
import { Reason } from '../../reasons/reason.tsx';
import { Tokens } from '../accounts/tokens.tsx';
import { Means, type MeansAct } from './means.tsx';
import { OwnDialogs } from './own-dialogs.tsx';
import { Sessions } from './sessions.tsx';

/** By what one signs in, from where one is signed in, and as what one acts. */
export const OwnAccount = (): JSX.Element => {
  const { data: account, error } = useOwnAccount();
  if (!account) return <Waiting error={error} />;
  return (
    <div className="pad">
      <h1>
        <Say id="frame.own" />
      </h1>
      <OfNow />
      <p className="line">
        <b>{account.name}</b>
        {account.login ? <span className="mono">{account.login}</span> : null}
        {account.kind === 'person' ? null : (
          <Explained
            className="tag state"
            why={() => (
              <Reason
                title={<Say id={`accounts.kind.${account.kind}`} />}
                rule={<Say id={`reason.account.${account.kind}`} />}
              />
            )}
          >
            <Say id={`accounts.kind.${account.kind}`} />
          </Explained>
        )}
      </p>
      {account.kind === 'operator' ? (
        <p className="mid own-why">
          <Say id="own.operator" />
        </p>
      ) : (
        <Own account={account} />
      )}
    </div>
  );
};

const Own = ({ account }: Readonly<{ account: Account }>): JSX.Element => {
  const client = useQueryClient();
  const [asked, setAsked] = useState<MeansAct | 'everywhere' | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const close = () => setAsked(null);
  const finish = (what: string) => {
    close();
    setDone({ say: `own.done.${what}`, at: new Date() });
    if (what === 'everywhere') void client.resetQueries();
  };
  return (
    <>
      <Stored done={done} />
      <div className="stack">
        {account.kind === 'person' ? <Means account={account} onAsk={setAsked} /> : null}
        <Sessions onEverywhere={() => setAsked('everywhere')} onEnded={() => finish('ended')} />
        <Grants account={account} />
        <OwnTokens account={account} />
      </div>
      {asked === null ? null : (
        <OwnDialogs id={account.id ?? ''} asked={asked} onClose={close} onDone={() => finish(asked)} />
      )}
    </>
  );
};

const OwnTokens = ({ account }: Readonly<{ account: Account }>): JSX.Element => {
  const [asked, setAsked] = useState<Asked | null>(null);
  const act = useOwnDeed();
  const close = () => setAsked(null);
  return (
    <>
      <Tokens account={account} onAsk={setAsked} onMake={() => setAsked({ verb: 'token', which: '' })} />
      {asked === null ? null : <AccountDialog account={account} asked={asked} onClose={close} doing={act} />}
      {hasSecret(act.data) ? <ToldOnce told={act.data} onClose={act.reset} /> : null}
    </>
  );
};

const hasSecret = (told: Told | undefined): told is Told => told?.secret !== undefined;
