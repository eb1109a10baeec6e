import type { Shape } from '@edict/client';
import type { JSX } from 'react';

import { useMay, type Health } from '../../api/operations.ts';
import { Mark } from '../../icons.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { Figure } from './figure.tsx';
import { isView } from './kinds.ts';
import { Rebuilds } from './rebuilds.tsx';
import type { Parked } from './release.tsx';

type Subscriber = Shape<'SubscriberHealth'>;
type Lease = NonNullable<Health['leases']>[number];

type OnRelease = Readonly<{ onRelease(parked: Parked): void }>;
type Props = OnRelease &
  Readonly<{ subscribers: readonly Subscriber[]; health: Health; onRebuild(views: readonly string[]): void }>;

const HEADS = [
  'health.subscriber',
  'health.reached',
  'health.holder',
  'health.behind',
  'health.parked',
  'health.failing',
];

/** Who has read the log how far, and which process leads, those first that stand still. */
export const Subscribers = ({ subscribers, health, onRelease, onRebuild }: Props): JSX.Element => {
  const views = subscribers.map(({ name }) => name).filter(isView);
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="health.subscribers" />
        </h2>
        <span className="sp" />
        {useMay().keep ? (
          <button className="btn small" type="button" onClick={() => onRebuild(views.toSorted())}>
            <Say id="operations.rebuild" />
          </button>
        ) : null}
      </header>
      <Rebuilds rebuilds={health.rebuilds ?? []} />
      <Table className="ev followers" heads={HEADS}>
        {subscribers
          .toSorted((a, b) => Number(isWell(a)) - Number(isWell(b)))
          .map((each) => (
            <Row
              key={each.name}
              subscriber={each}
              lease={health.leases?.find(({ name }) => name === each.name)}
              onRelease={onRelease}
            />
          ))}
      </Table>
    </section>
  );
};

const isWell = ({ parked, failing, behind }: Subscriber): boolean => parked.length === 0 && failing === null && !behind;

type RowProps = OnRelease & Readonly<{ subscriber: Subscriber; lease: Lease | undefined }>;

const Row = ({ subscriber, lease, onRelease }: RowProps): JSX.Element => {
  const say = useSay();
  const { name, reached, failing, behind } = subscriber;
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
        <Figure name="reached" of={name} value={reached} />
      </td>
      <td data-head={say('health.holder')}>{lease ? `${lease.holder} (${lease.epoch})` : '–'}</td>
      <td data-head={say('health.behind')}>
        {behind ? <Figure name="behind" of={name} value={say('health.yes')} /> : '–'}
      </td>
      <td data-head={say('health.parked')}>
        <ParkedStreams subscriber={subscriber} onRelease={onRelease} />
      </td>
      <td data-head={say('health.failing')}>{failing ?? '–'}</td>
    </tr>
  );
};

const ParkedStreams = ({ subscriber, onRelease }: OnRelease & Readonly<{ subscriber: Subscriber }>): JSX.Element => {
  const say = useSay();
  const { keep } = useMay();
  const { name, parked } = subscriber;
  if (parked.length === 0) return <>–</>;
  return (
    <ul className="parked">
      {parked.map(({ stream, revision, reason }) => (
        <li key={stream}>
          <span>
            <span className="mono">
              {stream}@{revision}
            </span>{' '}
            {reason}
          </span>
          {keep ? (
            <button
              className="btn small"
              type="button"
              aria-label={`${say('operations.release')}: ${name}, ${stream}`}
              onClick={() => onRelease({ subscriber: name, stream, revision, reason })}
            >
              <Say id="operations.release" />
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
};
