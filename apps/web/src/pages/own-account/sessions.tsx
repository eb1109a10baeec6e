import type { JSX } from 'react';

import { useEndSession, useOwnSessions, type OwnSession } from '../../api/own-account.ts';
import { useConsole } from '../../console.tsx';
import { moment } from '../../i18n/times.ts';
import { Progress } from '../../parts/progress.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { deviceIn } from './device.ts';

type SessionsProps = Readonly<{ onEverywhere(): void; onEnded(): void }>;

/** From where one is signed in: one that is not one's own is ended, or all are. */
export const Sessions = ({ onEverywhere, onEnded }: SessionsProps): JSX.Element => {
  const { data, error } = useOwnSessions();
  const end = useEndSession();
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="own.sessions" />
        </h2>
        <span className="sp" />
        <button className="btn small" type="button" onClick={onEverywhere}>
          <Say id="own.everywhere" />
        </button>
      </header>
      {data ? (
        <Table className="ev" heads={['own.device', 'own.from', 'own.began', 'own.seen', 'accounts.act']}>
          {data
            .toSorted((a, b) => Number(b.current) - Number(a.current) || b.seenAt.localeCompare(a.seenAt))
            .map((each) => (
              <Row key={each.handle} session={each} onEnd={() => end.mutate(each.handle, { onSuccess: onEnded })} />
            ))}
        </Table>
      ) : (
        <Waiting error={error} />
      )}
      <Progress isPending={end.isPending} error={end.error} />
    </section>
  );
};

const Row = ({ session, onEnd }: Readonly<{ session: OwnSession; onEnd(): void }>): JSX.Element => {
  const say = useSay();
  const { language } = useConsole().preferences;
  const { agent, address, beganAt, seenAt, current } = session;
  const device = deviceIn(agent);
  return (
    <tr>
      <td>{device}</td>
      <td data-head={say('own.from')}>
        <span className="mono">{address}</span>
      </td>
      <td data-head={say('own.began')}>{moment(language, beganAt)}</td>
      <td data-head={say('own.seen')}>{moment(language, seenAt)}</td>
      <td>
        {current ? (
          <b>
            <Say id="own.here" />
          </b>
        ) : (
          <button
            className="btn small"
            type="button"
            aria-label={`${say('accounts.end')}: ${device}, ${moment(language, beganAt)}`}
            onClick={onEnd}
          >
            <Say id="accounts.end" />
          </button>
        )}
      </td>
    </tr>
  );
};
