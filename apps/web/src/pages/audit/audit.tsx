import './audit.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type JSX } from 'react';

import { useApi } from '../../api/api.ts';
import { useList } from '../../api/pages.ts';
import { useKnown } from '../../api/tasks.ts';
import { EventTable } from '../../parts/event-table.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { Say, useSay } from '../../parts/say.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { Answered } from './answered.tsx';
import { Seal } from './seal.tsx';
import { useVerifying } from './verifying.ts';

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
  const { items, isPending, isWhole, error } = useKnown(
    useList(['lookup', of], (query) => api.get('/lookup/{id}/history', { path: { id: of }, query })),
  );
  const stream = items[0]?.stream;
  const verifying = useVerifying(stream ?? '');
  if (isPending || error) return <Waiting error={error} />;
  const save = () =>
    saveFile(`${of}.jsonl`, 'application/jsonl', items.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return (
    <>
      {items.some(({ stream }) => stream.startsWith('task-')) ? <Answered of={of} /> : null}
      <div className="tools">
        <button className="btn" type="button" disabled={!isWhole} onClick={save}>
          <Say id="audit.save" />
        </button>
        <span className="dim">
          <Say id="audit.events" events={items.length} />
        </span>
      </div>
      {stream === undefined ? null : <Seal lines={items} verifying={verifying} />}
      <EventTable lines={items} flaws={verifying.data?.lines} />
    </>
  );
};
