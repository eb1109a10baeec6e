import { useState, type JSX } from 'react';

import type { Account, Deed, Doing } from '../../api/accounts.ts';
import { beginOf, dayFromNow, endOf } from '../../i18n/days.ts';
import { ChoiceField, TextField } from '../../parts/fields.tsx';
import type { Filled } from '../../parts/form-dialog.tsx';
import { Say } from '../../parts/say.tsx';
import { UnitField } from '../../parts/unit-field.tsx';
import { Ask, AskWhy } from './ask-why.tsx';
import { CAPACITIES } from './capacity-word.tsx';

type Reasoned = 'disable' | 'enable' | 'endSessions' | 'invite' | 'withdraw' | 'revoke';

/** `which`: the grant, or the token. */
export type Asked = Readonly<{ verb: Reasoned | 'grant' | 'clearance' | 'token' | 'subject'; which: string }>;
type DialogProps = Readonly<{ account: Account; onClose(): void; doing: Doing }>;

export const AccountDialog = ({ asked, ...props }: DialogProps & Readonly<{ asked: Asked }>): JSX.Element => {
  const { verb, which } = asked;
  if (verb === 'grant') return <Give {...props} />;
  if (verb === 'clearance') return <Clear {...props} />;
  if (verb === 'token') return <IssueToken {...props} />;
  if (verb === 'subject') return <Link {...props} />;
  const send = reasonedOf(verb, { id: props.account.id ?? '', which });
  return (
    <AskWhy
      title={`accountAct.${verb}`}
      doing={props.doing}
      onClose={props.onClose}
      deedOf={(reason) => (api, key) => send(api, key, reason)}
    />
  );
};

type Send = (api: Parameters<Deed>[0], key: string, reason: string) => ReturnType<Deed>;

const reasonedOf = (verb: Reasoned, { id, which }: Readonly<{ id: string; which: string }>): Send => {
  const path = { id };
  const ways: Readonly<Record<Reasoned, Send>> = {
    disable: (api, key, reason) => api.post('/accounts/{id}/disable', { path, key, body: { reason } }),
    enable: (api, key, reason) => api.post('/accounts/{id}/enable', { path, key, body: { reason } }),
    endSessions: (api, key, reason) => api.post('/accounts/{id}/end-sessions', { path, key, body: { reason } }),
    invite: (api, key, reason) => api.post('/accounts/{id}/invite', { path, key, body: { reason } }),
    withdraw: (api, key, reason) =>
      api.post('/accounts/{id}/grants/{number}/withdraw', { path: { id, number: which }, key, body: { reason } }),
    revoke: (api, key) => api.post('/tokens/{token}/revoke', { path: { token: which }, key, body: { account: id } }),
  };
  return ways[verb];
};

const GIVEN = [...CAPACITIES, 'administrator'] as const;

const Give = ({ account, onClose, doing }: DialogProps): JSX.Element => {
  const [capacity, setCapacity] = useState<string>(GIVEN[0]);
  const give =
    ({ unit = 'installation', basis = '', from, until }: Filled): Deed =>
    (api, key) =>
      api.post('/accounts/{id}/grants', {
        path: { id: account.id ?? '' },
        key,
        body: {
          capacity: capacity as (typeof GIVEN)[number],
          unit,
          basis,
          ...(from === undefined ? {} : { from: beginOf(from) }),
          ...(until === undefined ? {} : { until: endOf(until) }),
        },
      });
  return (
    <Ask title="accountAct.grant" doing={doing} onClose={onClose} deedOf={give}>
      <ChoiceField name="capacity" label="frame.capacity" values={GIVEN} word="capacity" onChosen={setCapacity} />
      {capacity === 'administrator' ? null : <UnitField name="unit" label="frame.unit" />}
      <TextField name="from" label="accounts.from" type="date" />
      <TextField name="until" label="accounts.lastDay" type="date" />
      <TextField name="basis" label="accounts.basis" required />
    </Ask>
  );
};

const LEVELS = ['open', 'internal', 'confidential', 'secret', 'top-secret'] as const;

const Clear = ({ account, onClose, doing }: DialogProps): JSX.Element => {
  const clear =
    ({ level = 'open', compartments = '', basis = '' }: Filled): Deed =>
    (api, key) =>
      api.post('/accounts/{id}/clearance', {
        path: { id: account.id ?? '' },
        key,
        body: {
          level: level as (typeof LEVELS)[number],
          compartments: compartments.split(/[\s,]+/).filter((each) => each !== ''),
          basis,
        },
      });
  return (
    <Ask title="accountAct.clearance" doing={doing} onClose={onClose} deedOf={clear}>
      <ChoiceField name="level" label="accounts.reads" values={LEVELS} word="level" />
      <TextField name="compartments" label="accounts.compartments" />
      <TextField name="basis" label="accounts.basis" required />
    </Ask>
  );
};

/** What is proposed; 366 at most. */
const DAYS = 90;

const IssueToken = ({ account, onClose, doing }: DialogProps): JSX.Element => {
  const issue =
    ({ name = '', until = '', may = '' }: Filled): Deed =>
    (api, key) =>
      api.post('/tokens', {
        key,
        body: { name, until: endOf(until), reading: may === 'reads', account: account.id ?? '' },
      });
  return (
    <Ask title="accountAct.token" doing={doing} onClose={onClose} deedOf={issue}>
      <TextField name="name" label="accounts.tokenFor" required />
      <TextField name="until" label="accounts.lastDay" type="date" defaultValue={dayFromNow(DAYS)} required />
      <ChoiceField name="may" label="accounts.tokenMay" values={['reads', 'acts']} word="accounts.token" />
    </Ask>
  );
};

const Link = ({ account, onClose, doing }: DialogProps): JSX.Element => (
  <Ask
    title="accountAct.subject"
    doing={doing}
    onClose={onClose}
    deedOf={({ subject = '' }) =>
      (api, key) =>
        api.post('/accounts/{id}/subject', { path: { id: account.id ?? '' }, key, body: { subject } })
      }
  >
    <p className="mid">
      <Say id="accounts.subject.why" />
    </p>
    <TextField name="subject" label="accounts.subject" required />
  </Ask>
);
