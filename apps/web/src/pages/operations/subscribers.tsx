import type { Shape } from '@edict/client';
import type { JSX } from 'react';

import { Mark } from '../../icons.tsx';
import { Say } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';

type Subscriber = Shape<'SubscriberHealth'>;

/** Who has read the log how far, those first that stand still. */
export const Subscribers = ({ subscribers }: Readonly<{ subscribers: readonly Subscriber[] }>): JSX.Element => (
  <section className="card">
    <Table
      className="ev"
      heads={['health.subscriber', 'health.reached', 'health.behind', 'health.parked', 'health.failing']}
    >
      {subscribers
        .toSorted((a, b) => Number(isWell(a)) - Number(isWell(b)))
        .map((each) => (
          <Row key={each.name} subscriber={each} />
        ))}
    </Table>
  </section>
);

const isWell = ({ parked, failing, behind }: Subscriber): boolean => parked.length === 0 && failing === null && !behind;

const Row = ({ subscriber }: Readonly<{ subscriber: Subscriber }>): JSX.Element => {
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
      <td className="mono">{reached}</td>
      <td>{behind ? <Say id="health.yes" /> : '–'}</td>
      <td>{parked.map(({ stream, revision, reason }) => `${stream}@${revision}: ${reason}`).join('; ') || '–'}</td>
      <td>{failing ?? '–'}</td>
    </tr>
  );
};
