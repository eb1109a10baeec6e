import './audit.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type JSX } from 'react';

import { useApi } from '../../api/api.ts';
import { useList } from '../../api/pages.ts';
import { useKnown, type EventLine } from '../../api/tasks.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { moment } from '../../i18n/times.ts';
import { EventWords } from '../../parts/event-words.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { Waiting } from '../../parts/waiting.tsx';

/** Every event of something, by whatever name it has: when it was recorded, and when it is said to have happened. */
export const Audit = (): JSX.Element => {
  const { of = '' } = useSearch({ from: '/audit' });
  return (
    <div className="pad">
      <h1>
        <Say id="frame.audit" />
      </h1>
      <Which of={of} />
      {of === '' ? null : <Events key={of} of={of} />}
    </div>
  );
};

const Which = ({ of }: Readonly<{ of: string }>): JSX.Element => {
  const say = useSay();
  const navigate = useNavigate();
  const [text, setText] = useState(of);
  return (
    <form
      className="tools"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate({ to: '/audit', search: (before) => ({ ...before, of: text }) });
      }}
    >
      <input
        className="filter"
        aria-label={say('audit.which')}
        placeholder={say('audit.which')}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button className="btn primary" type="submit">
        <Say id="audit.show" />
      </button>
    </form>
  );
};

const Events = ({ of }: Readonly<{ of: string }>): JSX.Element => {
  const api = useApi();
  const { items, isPending, error } = useKnown(
    useList(['lookup', of], (query) => api.get('/lookup/{id}/history', { path: { id: of }, query })),
  );
  if (isPending || error) return <Waiting error={error} />;
  return (
    <Table className="ev" heads={['audit.recorded', 'audit.what', 'audit.by', 'audit.where']}>
      {items.map((line) => (
        <Event key={`${line.stream}@${line.revision}`} line={line} />
      ))}
    </Table>
  );
};

const Event = ({ line }: Readonly<{ line: EventLine }>): JSX.Element => {
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  return (
    <tr>
      <td>
        {moment(language, line.at ?? '')}
        {line.occurredAt === undefined ? null : (
          <div className="p">
            <Say id="audit.occurred" at={moment(language, line.occurredAt)} />
          </div>
        )}
      </td>
      <td>
        <EventWords line={line} />
        <details>
          <summary className="p">
            <Say id="audit.raw" />
          </summary>
          <pre className="receipt">{JSON.stringify(line.data, null, 2)}</pre>
        </details>
      </td>
      <td>
        {nameOf(line.actor.unit ?? '')}
        <div className="p">
          {line.actor.id} · {line.actor.origin}
        </div>
      </td>
      <td className="mono">
        {line.stream}@{line.revision}
      </td>
    </tr>
  );
};
