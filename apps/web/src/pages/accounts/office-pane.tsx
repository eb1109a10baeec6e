import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';

import {
  useAppointments,
  type Account,
  type Appointment,
  type Deed,
  type Doing,
  type OfficeRow,
} from '../../api/accounts.ts';
import { useUnitNames } from '../../api/units.tsx';
import { endOf, beginOf } from '../../i18n/days.ts';
import { Icon } from '../../icons.tsx';
import { Explained } from '../../parts/explained.tsx';
import { ChoiceField, TextField } from '../../parts/fields.tsx';
import type { Filled } from '../../parts/form-dialog.tsx';
import { Say } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { OfficeReason } from '../../reasons/account-reason.tsx';
import { AccountField } from './account-field.tsx';
import { CapacityWord } from './capacity-word.tsx';
import { PeriodWords } from './period-words.tsx';
import { Ask, AskWhy } from './ask-why.tsx';

type Asked = 'appoint' | 'close' | Appointment | null;
type OfficePaneProps = Readonly<{
  office: OfficeRow;
  accounts: readonly Account[];
  doing: Doing;
}>;

/** An office, who holds it, and who stands in. */
export const OfficePane = ({ office, accounts, doing }: OfficePaneProps): JSX.Element => {
  const [asked, setAsked] = useState<Asked>(null);
  const close = () => setAsked(null);
  return (
    <article className="detail" aria-label={office.title}>
      <div className="in">
        <Head office={office} />
        <Appointments office={office} accounts={accounts} onEnd={setAsked} />
      </div>
      <div className="actions">
        <button className="btn primary" type="button" onClick={() => setAsked('appoint')}>
          <Say id="accounts.appoint" />
        </button>
        <button className="btn" type="button" onClick={() => setAsked('close')}>
          <Say id="accounts.close" />
        </button>
      </div>
      <Dialogs office={office} accounts={accounts} asked={asked} onClose={close} doing={doing} />
    </article>
  );
};

const Head = ({ office }: Readonly<{ office: OfficeRow }>): JSX.Element => {
  const nameOf = useUnitNames();
  return (
    <div className="head">
      <Link className="back" to="/accounts" search={({ of: _, ...rest }) => rest}>
        <Icon name="left" />
        <Say id="accounts.offices" />
      </Link>
      <h1>{office.title}</h1>
      <div className="line">
        <Explained className="tag state" why={() => <OfficeReason id={office.officeId} capacity={office.capacity} />}>
          <CapacityWord capacity={office.capacity} />
        </Explained>
        {nameOf(office.unit)}
        {office.closedAt === null ? null : (
          <Explained className="tag none" why={() => <OfficeReason id={office.officeId} />}>
            <Say id="accounts.closed" />
          </Explained>
        )}
      </div>
    </div>
  );
};

type ListProps = Readonly<{ office: OfficeRow; accounts: readonly Account[]; onEnd(appointment: Appointment): void }>;

const Appointments = ({ office, accounts, onEnd }: ListProps): JSX.Element => {
  const { data = [] } = useAppointments(office.officeId);
  const now = new Date().toISOString();
  return (
    <section className="card gap">
      <header>
        <h2>
          <Say id="accounts.appointments" />
        </h2>
      </header>
      <Table className="ev" heads={['session.name', 'accounts.as', 'accounts.period', 'accounts.act']}>
        {data.map((appointment) => (
          <tr key={appointment.appointment}>
            <td>{accounts.find(({ id }) => id === appointment.account)?.name ?? appointment.account}</td>
            <td>
              <Say id={`accounts.as.${appointment.as}`} />
            </td>
            <td>
              <PeriodWords {...appointment} />
            </td>
            <td>
              {appointment.until !== null && appointment.until <= now ? null : (
                <button className="btn small" type="button" onClick={() => onEnd(appointment)}>
                  <Say id="accounts.end" />
                </button>
              )}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
};

type DialogsProps = Readonly<{
  office: OfficeRow;
  accounts: readonly Account[];
  asked: Asked;
  onClose(): void;
  doing: Doing;
}>;

const Dialogs = ({ office, accounts, asked, onClose, doing }: DialogsProps): JSX.Element | null => {
  const path = { id: office.officeId };
  if (asked === null) return null;
  if (asked === 'appoint') return <Appoint path={path} accounts={accounts} onClose={onClose} doing={doing} />;
  const ending = asked === 'close' ? null : String(asked.appointment);
  const why =
    (reason: string): Deed =>
    (api, key) =>
      ending === null
        ? api.post('/offices/{id}/close', { path, key, body: { reason } })
        : api.post('/offices/{id}/appointments/{number}/end', {
            path: { ...path, number: ending },
            key,
            body: { reason },
          });
  const title = ending === null ? 'accounts.close' : 'accounts.end';
  return <AskWhy title={title} doing={doing} onClose={onClose} deedOf={why} />;
};

type AppointProps = Readonly<{
  path: Readonly<{ id: string }>;
  accounts: readonly Account[];
  onClose(): void;
  doing: Doing;
}>;

const Appoint = ({ path, accounts, onClose, doing }: AppointProps): JSX.Element => {
  const [as, setAs] = useState('holder');
  const appoint =
    ({ account = '', basis = '', from, until }: Filled): Deed =>
    (api, key) =>
      api.post('/offices/{id}/appointments', {
        path,
        key,
        body: {
          account,
          basis,
          as: as as 'holder' | 'substitute',
          ...(from === undefined ? {} : { from: beginOf(from) }),
          ...(until === undefined ? {} : { until: endOf(until) }),
        },
      });
  return (
    <Ask title="accounts.appoint" doing={doing} onClose={onClose} deedOf={appoint}>
      <AccountField accounts={accounts} />
      <ChoiceField
        name="as"
        label="accounts.as"
        values={['holder', 'substitute']}
        word="accounts.as"
        onChosen={setAs}
      />
      <TextField name="from" label="accounts.from" type="date" />
      <TextField name="until" label="accounts.lastDay" type="date" required={as === 'substitute'} />
      <TextField name="basis" label="accounts.basis" required />
    </Ask>
  );
};
