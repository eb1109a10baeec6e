import './audit.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type JSX } from 'react';

import { useApi } from '../../api/api.ts';
import { useList } from '../../api/pages.ts';
import { Say, useSay } from '../../parts/say.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { Answered } from './answered.tsx';
import { History } from './history.tsx';
import { Seal } from './seal.tsx';
import { ThenAndNow } from './then-and-now.tsx';
import { TimeMachine } from './time-machine.tsx';
import { useVerifying } from './verifying.ts';
import { What } from './what.tsx';

/** Is it true? Every event of something, by whatever name it has, as known at any moment, beside how it stands now. */
export const Audit = (): JSX.Element => {
  const { of = '' } = useSearch({ from: '/audit' });
  return (
    <div className="pad">
      <h1>
        <Say id="frame.audit" />
      </h1>
      <Which key={of} of={of} />
      {of === '' ? <Begin /> : <Events key={of} of={of} />}
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
        void navigate({ to: '/audit', search: ({ event: _, ...before }) => ({ ...before, of: text }) });
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

/** What can be looked up, and what is shown of it. */
const Begin = (): JSX.Element => (
  <section className="card body begin">
    <p>
      <Say id="audit.begin" />
    </p>
    <p className="mid">
      <Say id="audit.beginHow" />
    </p>
  </section>
);

/** All of them, also those that were recorded after the moment that is shown: these are told apart. */
const Events = ({ of }: Readonly<{ of: string }>): JSX.Element => {
  const api = useApi();
  const { items, isPending, isWhole, error } = useList(['lookup', of], (query) =>
    api.get('/lookup/{id}/history', { path: { id: of }, query }),
  );
  const stream = items[0]?.stream;
  const verifying = useVerifying(stream ?? '');
  if (isPending || error || stream === undefined) return <Waiting error={error} />;
  return (
    <>
      <What stream={stream} />
      <TimeMachine lines={items} />
      <div className="cols evidence">
        <History of={of} lines={items} isWhole={isWhole} flaws={verifying.data?.lines} />
        <div className="stack">
          <ThenAndNow stream={stream} />
          {stream.startsWith('task-') ? <Answered of={of} /> : null}
          <Seal lines={items} verifying={verifying} />
        </div>
      </div>
    </>
  );
};
