import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';

import { useApi } from '../../api/api.ts';
import { Say } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { Waiting } from '../../parts/waiting.tsx';

const AGAIN_MS = 5_000;

/** Whether everything follows the log, and what stands still. */
export const Operations = (): JSX.Element => {
  const api = useApi();
  const { data, error } = useQuery({
    queryKey: ['health'],
    queryFn: () => api.get('/health'),
    refetchInterval: AGAIN_MS,
  });
  if (!data) return <Waiting error={error} />;
  return (
    <div className="pad">
      <h1>
        <Say id="frame.operations" />
      </h1>
      <Status status={data.status} />
      <dl className="kv">
        <dt>
          <Say id="health.head" />
        </dt>
        <dd className="mono">{data.head}</dd>
        <dt>
          <Say id="health.failedRings" />
        </dt>
        <dd>{data.failedRings}</dd>
      </dl>
      <Table heads={['health.subscriber', 'health.reached', 'health.parked', 'health.failing']}>
        {(data.subscribers ?? []).map(({ name, reached, parked, failing }) => (
          <tr key={name}>
            <td>{name}</td>
            <td className="mono">{reached}</td>
            <td>
              {parked.map(({ stream, revision, reason }) => `${stream}@${revision}: ${reason}`).join('; ') || '–'}
            </td>
            <td>{failing ?? '–'}</td>
          </tr>
        ))}
      </Table>
    </div>
  );
};

const Status = ({ status }: Readonly<{ status: string }>): JSX.Element => (
  <p className={status === 'ok' ? 't-done' : 't-overdue'} role="status">
    <Say id={`health.${status}`} />
  </p>
);
