import { useState, type JSX } from 'react';

import { useEndingSubscription, useSubscriptions, type Subscription } from '../../api/subscriptions.ts';
import { useOffice } from '../../api/tasks.ts';
import { Icon } from '../../icons.tsx';
import { Explained } from '../../parts/explained.tsx';
import { WordsField } from '../../parts/fields.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useMoment } from '../../parts/moment.ts';
import { Progress } from '../../parts/progress.tsx';
import { Say } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { Reason } from '../../reasons/reason.tsx';
import { useMayRegister } from './may-register.ts';
import { OpenSubscription } from './open-subscription.tsx';

/** Who may see where units are told. */
const READERS: readonly string[] = ['secretariat', 'auditor'];

/** Where a unit is told of its notices. They are as they are now: at an earlier moment nothing is said of them. */
export const Subscriptions = ({ unit }: Readonly<{ unit: string }>): JSX.Element | null => {
  const office = useOffice();
  const isNow = useMoment() === null;
  return isNow && office !== null && READERS.includes(office.capacity) ? <Listed unit={unit} /> : null;
};

const Listed = ({ unit }: Readonly<{ unit: string }>): JSX.Element => {
  const { data, error } = useSubscriptions(unit);
  const [asked, setAsked] = useState<Subscription | 'open' | null>(null);
  const mayAct = useMayRegister();
  const close = () => setAsked(null);
  return (
    <section className="card subs-card">
      <header>
        <h2>
          <Say id="subscriptions.title" />
        </h2>
        <span className="sp" />
        {mayAct ? (
          <button className="btn small" type="button" onClick={() => setAsked('open')}>
            <Icon name="plus" />
            <Say id="subscriptions.open" />
          </button>
        ) : null}
      </header>
      {data ? <Rows subscriptions={data} {...(mayAct && { onEnd: setAsked })} /> : <Waiting error={error} />}
      {asked === 'open' ? <OpenSubscription unit={unit} onClose={close} /> : null}
      {asked === null || asked === 'open' ? null : <EndSubscription unit={unit} subscription={asked} onClose={close} />}
    </section>
  );
};

type RowsProps = Readonly<{ subscriptions: readonly Subscription[]; onEnd?(subscription: Subscription): void }>;

const Rows = ({ subscriptions, onEnd }: RowsProps): JSX.Element => {
  if (subscriptions.length === 0)
    return (
      <p className="empty">
        <Say id="subscriptions.none" />
      </p>
    );
  const heads = ['subscriptions.channel', 'subscriptions.address', 'subscriptions.state'];
  return (
    <Table className="ev subs" heads={heads}>
      {subscriptions.map((each) => (
        <tr key={each.subscription} className={each.ended ? 'hid' : undefined}>
          <td>
            <Say id={`subscriptions.${each.channel}`} />
          </td>
          <td className="address">
            {each.address ?? <Say id="subscriptions.secret" />}
            {each.language === null ? null : <span className="dim"> · {each.language}</span>}
          </td>
          <td>
            {each.ended ? (
              <Explained
                why={() => (
                  <Reason title={<Say id="subscriptions.ended" />} rule={<Say id="reason.subscription.ended" />} />
                )}
              >
                <Say id="subscriptions.ended" />
              </Explained>
            ) : null}
            {each.ended || !onEnd ? null : (
              <button className="btn small" type="button" onClick={() => onEnd(each)}>
                <Say id="accounts.end" />
              </button>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
};

type EndProps = Readonly<{ unit: string; subscription: Subscription; onClose(): void }>;

const EndSubscription = ({ unit, subscription, onClose }: EndProps): JSX.Element => {
  const ending = useEndingSubscription(unit);
  const send = ({ reason = '' }: Readonly<Record<string, string>>) =>
    ending.mutate(
      { subscription: subscription.subscription, reason, key: crypto.randomUUID() },
      { onSuccess: onClose },
    );
  return (
    <FormDialog
      isSending={ending.isPending}
      title="subscriptions.end"
      act="accounts.end"
      onClose={onClose}
      onSaid={send}
    >
      <p className="mid address">
        <Say id={`subscriptions.${subscription.channel}`} /> {subscription.address}
      </p>
      {subscription.channel === 'calendar' ? (
        <p className="mid">
          <Say id="subscriptions.noMore" />
        </p>
      ) : null}
      <WordsField name="reason" label="act.field.reason" required />
      <Progress isPending={ending.isPending} error={ending.error} />
    </FormDialog>
  );
};
