import type { Shape } from '@edict/client';
import type { JSX } from 'react';

import { Mark } from '../../icons.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';

type Subscriber = Shape<'SubscriberHealth'>;
type Lease = NonNullable<Shape<'HealthAnswer'>['leases']>[number];

type Props = Readonly<{ subscribers: readonly Subscriber[]; leases: readonly Lease[] }>;

/** Who has read the log how far, and which process leads, those first that stand still. */
export const Subscribers = ({ subscribers, leases }: Props): JSX.Element => (
  <section className="card">
    <Table
      className="ev"
      heads={[
        'health.subscriber',
        'health.reached',
        'health.holder',
        'health.behind',
        'health.parked',
        'health.failing',
      ]}
    >
      {subscribers
        .toSorted((a, b) => Number(isWell(a)) - Number(isWell(b)))
        .map((each) => (
          <Row key={each.name} subscriber={each} lease={leases.find(({ name }) => name === each.name)} />
        ))}
    </Table>
  </section>
);

const isWell = ({ parked, failing, behind }: Subscriber): boolean => parked.length === 0 && failing === null && !behind;

const Row = ({ subscriber, lease }: Readonly<{ subscriber: Subscriber; lease: Lease | undefined }>): JSX.Element => {
  const say = useSay();
  const { name, reached, parked, failing, behind } = subscriber;
  return (
    <tr>
      <td>
        {isWell(subscriber) ? (
          name
        ) : (
          <span className="cls overdue">
            <Mark name="overdue" />
            {name}
          </span>
        )}
      </td>
      <td data-head={say('health.reached')} className="mono">
        {reached}
      </td>
      <td data-head={say('health.holder')}>{lease ? `${lease.holder} (${lease.epoch})` : '–'}</td>
      <td data-head={say('health.behind')}>{behind ? <Say id="health.yes" /> : '–'}</td>
      <td data-head={say('health.parked')}>
        {parked.map(({ stream, revision, reason }) => `${stream}@${revision}: ${reason}`).join('; ') || '–'}
      </td>
      <td data-head={say('health.failing')}>{failing ?? '–'}</td>
    </tr>
  );
};
