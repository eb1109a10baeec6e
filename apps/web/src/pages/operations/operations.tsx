import '../accounts/accounts.css';
import './operations.css';
import { ProblemAnswer } from '@edict/client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useState, type JSX, type ReactNode } from 'react';

import { useApi } from '../../api/api.ts';
import { AGAIN_MS, useHealth, type Health } from '../../api/operations.ts';
import { useConsole } from '../../console.tsx';
import { moment } from '../../i18n/times.ts';
import { OfNow } from '../../parts/read-only.tsx';
import { Say } from '../../parts/say.tsx';
import { Stored, type Done } from '../../parts/stored.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { Concerns } from './concerns.tsx';
import { Deliveries } from './deliveries.tsx';
import { Dialogs, type Asked } from './dialogs.tsx';
import { Figure } from './figure.tsx';
import { Lamp } from './lamp.tsx';
import { Subscribers } from './subscribers.tsx';

/** Whether it runs, takes requests and is well; what needs a person, and what that person does; and who has read the log how far. */
export const Operations = (): JSX.Element => {
  const api = useApi();
  const { data, error } = useHealth();
  const live = useLamp('live', () => api.get('/health/live'));
  const ready = useLamp('ready', () => api.get('/health/ready'));
  if (!data) return <Waiting error={error} />;
  return (
    <Handled health={data}>
      <Lamp name="live" isOn={live.isSuccess} problem={live.error} />
      <Lamp name="ready" isOn={ready.isSuccess} problem={ready.error} />
      <Lamp name="well" isOn={data.status === 'ok'} problem={null} />
    </Handled>
  );
};

const Handled = ({ health, children }: Readonly<{ health: Health; children: ReactNode }>): JSX.Element => {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const finish = (say: string) => {
    setAsked(null);
    setDone({ say, at: new Date() });
  };
  return (
    <div className="pad">
      <div className="line">
        <h1>
          <Say id="frame.operations" />
        </h1>
        <Stored done={done} />
      </div>
      <OfNow />
      <div className="lamps">{children}</div>
      <div className="stack">
        <Concerns concerns={health.concerns} />
        <Deliveries onHandle={(handled) => setAsked({ act: 'handle', handled })} />
        <Inside health={health} onAsk={setAsked} />
      </div>
      <Dialogs asked={asked} onClose={() => setAsked(null)} onDone={finish} />
    </div>
  );
};

const Inside = ({ health, onAsk }: Readonly<{ health: Health; onAsk(asked: Asked): void }>): JSX.Element =>
  health.subscribers ? (
    <>
      <Figures health={health} />
      <Subscribers
        subscribers={health.subscribers}
        health={health}
        onRelease={(parked) => onAsk({ act: 'release', parked })}
        onRebuild={(views) => onAsk({ act: 'rebuild', views })}
      />
    </>
  ) : (
    <p className="empty">
      <Say id="health.hidden" />
    </p>
  );

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
        <dd className="mono">
          <Figure name="head" value={health.head ?? '–'} />
        </dd>
        <dt>
          <Say id="health.failedRings" />
        </dt>
        <dd>
          <Figure name="failedRings" value={health.failedRings ?? '–'} />
        </dd>
        <dt>
          <Say id="health.lateSince" />
        </dt>
        <dd>
          <Figure name="lateSince" value={health.lateSince ? moment(language, health.lateSince) : '–'} />
        </dd>
      </dl>
    </section>
  );
};
