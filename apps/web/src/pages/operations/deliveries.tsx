import type { JSX } from 'react';

import { useDeliveries, useMay, type Delivery } from '../../api/operations.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { moment } from '../../i18n/times.ts';
import { Say, useSay } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import type { Handled } from './handle.tsx';

type DeliveriesProps = Readonly<{ onHandle(handled: Handled): void }>;

const HEADS = [
  'operations.to',
  'operations.notice',
  'operations.channel',
  'operations.state',
  'operations.since',
  'accounts.act',
];

/** What could not be sent outside, or may not go: for whoever handles it, and for an auditor to read. */
export const Deliveries = ({ onHandle }: DeliveriesProps): JSX.Element | null => {
  const [parked, withheld] = [useDeliveries('parked'), useDeliveries('withheld')];
  if (useMay().readAs === null) return null;
  const error = parked.error ?? withheld.error;
  const all = [...parked.items, ...withheld.items];
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="operations.deliveries" />
        </h2>
      </header>
      {parked.isPending || withheld.isPending || error ? (
        <Waiting error={error} />
      ) : (
        <Listed deliveries={all} onHandle={onHandle} />
      )}
    </section>
  );
};

const Listed = ({ deliveries, onHandle }: DeliveriesProps & Readonly<{ deliveries: readonly Delivery[] }>) =>
  deliveries.length === 0 ? (
    <p className="empty">
      <Say id="operations.noDeliveries" />
    </p>
  ) : (
    <Table className="ev" heads={HEADS}>
      {deliveries.map((each) => (
        <Row key={each.deliveryId} delivery={each} onHandle={onHandle} />
      ))}
    </Table>
  );

const Row = ({ delivery, onHandle }: DeliveriesProps & Readonly<{ delivery: Delivery }>): JSX.Element => {
  const say = useSay();
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  const { deliveryId: id, unit, notice, channel, state, reason, changedAt } = delivery;
  return (
    <tr>
      <td>{nameOf(unit)}</td>
      <td>
        <Say id={`notice.${notice}`} />
      </td>
      <td>
        <Say id={`operations.channel.${channel}`} />
      </td>
      <td>
        <Say id={`operations.state.${state}`} />
        {reason === null ? null : (
          <div className="p">
            <Because reason={reason} />
          </div>
        )}
      </td>
      <td data-head={say('operations.since')}>{moment(language, changedAt)}</td>
      <td>
        <Acts id={id} of={`${nameOf(unit)}, ${say(`notice.${notice}`)}`} onHandle={onHandle} />
      </td>
    </tr>
  );
};

/** What this installation says itself; all else is what the receiver said, as it said it. */
const OWN_REASONS: readonly string[] = ['classified', 'subscription-ended', 'no-channel', 'no-outcome'];

const Because = ({ reason }: Readonly<{ reason: string }>): JSX.Element =>
  OWN_REASONS.includes(reason) ? <Say id={`operations.because.${reason}`} /> : <>{reason}</>;

const WAYS = ['replay', 'drop'] as const;

const Acts = ({ id, of, onHandle }: DeliveriesProps & Readonly<{ id: string; of: string }>): JSX.Element => {
  const say = useSay();
  if (!useMay().handle) return <>–</>;
  return (
    <span className="line">
      {WAYS.map((how) => (
        <button
          key={how}
          className="btn small"
          type="button"
          aria-label={`${say(`operations.${how}`)}: ${of}`}
          onClick={() => onHandle({ id, how })}
        >
          <Say id={`operations.${how}`} />
        </button>
      ))}
    </span>
  );
};
