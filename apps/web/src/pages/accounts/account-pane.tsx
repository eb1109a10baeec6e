import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';

import { useMeans, type Account, type Doing } from '../../api/accounts.ts';
import { useSession } from '../../api/session.tsx';
import { Icon } from '../../icons.tsx';
import { Explained } from '../../parts/explained.tsx';
import { Say } from '../../parts/say.tsx';
import { AccountReason } from '../../reasons/account-reason.tsx';
import { AccountDialog, type Asked } from './account-dialog.tsx';
import { Grants } from './grants.tsx';
import { Tokens } from './tokens.tsx';

type AccountPaneProps = Readonly<{ account: Account; doing: Doing }>;

/** One account: by what it comes in, as what it acts, and up to where it reads. */
export const AccountPane = ({ account, doing }: AccountPaneProps): JSX.Element => {
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <article className="detail" aria-label={account.name}>
      <div className="in">
        <Head account={account} />
        <div className="cols">
          <div className="stack">
            <Grants account={account} onAsk={setAsked} />
            {account.kind === 'machine' ? <Tokens account={account} onAsk={setAsked} /> : null}
          </div>
          <Facts account={account} />
        </div>
      </div>
      <Acts account={account} onAsk={setAsked} />
      {asked === null ? null : (
        <AccountDialog account={account} asked={asked} onClose={() => setAsked(null)} doing={doing} />
      )}
    </article>
  );
};

const Head = ({ account }: Readonly<{ account: Account }>): JSX.Element => (
  <div className="head">
    <Link className="back" to="/accounts" search={({ of: _, ...rest }) => rest}>
      <Icon name="left" />
      <Say id="accounts.accounts" />
    </Link>
    <h1>{account.name}</h1>
    <div className="line">
      <Explained className="tag state" why={() => <AccountReason id={account.id!} is={account.kind!} />}>
        <Say id={`accounts.kind.${account.kind}`} />
      </Explained>
      {account.disabled ? (
        <Explained className="tag overdue" why={() => <AccountReason id={account.id!} is="disabled" />}>
          <Say id="accounts.disabled" />
        </Explained>
      ) : null}
      {account.login ? <span className="mono">{account.login}</span> : null}
    </div>
  </div>
);

const Facts = ({ account }: Readonly<{ account: Account }>): JSX.Element => (
  <section className="card">
    <header>
      <h2>
        <Say id="accounts.facts" />
      </h2>
    </header>
    <dl className="kv body wide">
      <dt>
        <Say id="accounts.reads" />
      </dt>
      <dd>
        <Say id={account.clearance ? `level.${account.clearance.level}` : 'accounts.readsOpen'} />
        {Array.isArray(account.clearance?.compartments) && account.clearance.compartments.length > 0
          ? ` · ${account.clearance.compartments.join(', ')}`
          : ''}
      </dd>
      <dt>
        <Say id="accounts.means" />
      </dt>
      <dd>
        {(account.means ?? []).length === 0 ? (
          <span className="missing">
            <Say id="accounts.noMeans" />
          </span>
        ) : (
          account.means?.map((means) => (
            <div key={means}>
              <Say id={`means.${means}`} />
            </div>
          ))
        )}
      </dd>
    </dl>
  </section>
);

type ActsProps = Readonly<{ account: Account; onAsk(asked: Asked): void }>;

/** What administrators do for others, nobody does for themselves. */
const Acts = ({ account, onAsk }: ActsProps): JSX.Element => {
  const { id } = useSession();
  const hasProvider = useMeans()?.oidc ?? false;
  return (
    <div className="actions many">
      {actsOn(account, account.id === id, hasProvider).map((verb, index) => (
        <button
          key={verb}
          className={index === 0 ? 'btn primary' : 'btn'}
          type="button"
          onClick={() => onAsk({ verb, which: '' })}
        >
          <Say id={`accountAct.${verb}`} />
        </button>
      ))}
    </div>
  );
};

const actsOn = ({ kind, disabled }: Account, isOwn: boolean, hasProvider: boolean): readonly Asked['verb'][] => {
  const ofAnother: readonly Asked['verb'][] = ['grant', 'clearance', ...invitesOf(kind, hasProvider)];
  const always: readonly Asked['verb'][] = ['endSessions', disabled ? 'enable' : 'disable'];
  return [...(kind === 'machine' ? (['token'] as const) : []), ...(isOwn ? [] : ofAnother), ...always];
};

const invitesOf = (kind: string | undefined, hasProvider: boolean): readonly Asked['verb'][] =>
  kind === 'person' ? ['invite', ...(hasProvider ? (['subject'] as const) : [])] : [];
