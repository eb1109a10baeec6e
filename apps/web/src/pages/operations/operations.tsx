import './operations.css';
import { ProblemAnswer, type Shape } from '@edict/client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { JSX } from 'react';

import { useApi } from '../../api/api.ts';
import { useConsole } from '../../console.tsx';
import { moment } from '../../i18n/times.ts';
import { Say } from '../../parts/say.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { Concerns } from './concerns.tsx';
import { Lamp } from './lamp.tsx';
import { Subscribers } from './subscribers.tsx';

const AGAIN_MS = 5_000;
type Health = Shape<'HealthAnswer'>;

/** Whether it runs, takes requests and is well; what needs a person; and who has read the log how far. */
export const Operations = (): JSX.Element => {
  const api = useApi();
  const { data, error } = useQuery({
    queryKey: ['health'],
    queryFn: () => api.get('/health'),
    refetchInterval: AGAIN_MS,
  });
  const live = useLamp('live', () => api.get('/health/live'));
  const ready = useLamp('ready', () => api.get('/health/ready'));
  if (!data) return <Waiting error={error} />;
  return (
    <div className="pad">
      <h1>
        <Say id="frame.operations" />
      </h1>
      <div className="lamps">
        <Lamp name="live" isOn={live.isSuccess} problem={live.error} />
        <Lamp name="ready" isOn={ready.isSuccess} problem={ready.error} />
        <Lamp name="well" isOn={data.status === 'ok'} problem={null} />
      </div>
      <div className="stack">
        <Concerns concerns={data.concerns} />
        {data.subscribers ? (
          <>
            <Figures health={data} />
            <Subscribers subscribers={data.subscribers} leases={data.leases ?? []} />
          </>
        ) : (
          <p className="empty">
            <Say id="health.hidden" />
          </p>
        )}
      </div>
    </div>
  );
};

/** Anything but a good answer is a no. */
const useLamp = (name: string, ask: () => Promise<unknown>): UseQueryResult =>
  useQuery({
    queryKey: ['health', name],
    queryFn: ask,
    refetchInterval: AGAIN_MS,
    retry: (failures, error) => !(error instanceof ProblemAnswer) && failures < 2,
  });

const Figures = ({ health }: Readonly<{ health: Health }>): JSX.Element => {
  const { language } = useConsole().preferences;
  return (
    <section className="card">
      <dl className="kv body wide">
        <dt>
          <Say id="health.head" />
        </dt>
        <dd className="mono">{health.head}</dd>
        <dt>
          <Say id="health.failedRings" />
        </dt>
        <dd>{health.failedRings}</dd>
        <dt>
          <Say id="health.lateSince" />
        </dt>
        <dd>{health.lateSince ? moment(language, health.lateSince) : '–'}</dd>
      </dl>
    </section>
  );
};
