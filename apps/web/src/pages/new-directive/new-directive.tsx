import type { Shape } from '@edict/client';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type JSX } from 'react';

import { hasWritten, useApi } from '../../api/api.ts';
import { Progress } from '../../parts/progress.tsx';
import { Say } from '../../parts/say.tsx';
import { Findings } from '../directives/findings.tsx';
import { Issue } from './issue.tsx';

type Report = Shape<'Report'>;

/** Drop a file or paste its text; see what it says and leaves open; then issue it. */
export const NewDirective = (): JSX.Element => {
  const api = useApi();
  const navigate = useNavigate();
  const [document, setDocument] = useState('');
  const check = useMutation({
    mutationFn: (text: string) => api.post('/directives/check', { body: { document: text } }),
  });
  const take = (text: string) => {
    setDocument(text);
    check.mutate(text);
  };
  return (
    <div className="pad">
      <h1>
        <Say id="new.title" />
      </h1>
      <Link className="link" to="/directives">
        <Say id="frame.directives" />
      </Link>
      <Drop document={document} onTaken={take} />
      <Progress isPending={check.isPending} error={check.error} />
      {check.data ? <Checked report={check.data} /> : null}
      {check.data?.ok ? (
        <Issue
          document={document}
          onIssued={({ stream, position }) => {
            hasWritten(position);
            void navigate({ to: '/directives/$id', params: { id: stream.slice('directive-'.length) } });
          }}
        />
      ) : null}
    </div>
  );
};

const Drop = ({ document, onTaken }: Readonly<{ document: string; onTaken(text: string): void }>): JSX.Element => (
  <div
    className="stack"
    onDragOver={(event) => event.preventDefault()}
    onDrop={(event) => {
      event.preventDefault();
      void event.dataTransfer.files[0]?.text().then(onTaken);
    }}
  >
    <label className="lab" htmlFor="file">
      <Say id="new.file" />
    </label>
    <input
      id="file"
      type="file"
      accept=".yaml,.yml,.json"
      onChange={({ target }) => void target.files?.[0]?.text().then(onTaken)}
    />
    <label className="lab" htmlFor="document">
      <Say id="new.paste" />
    </label>
    <textarea
      id="document"
      className="field mono"
      rows={12}
      value={document}
      onChange={({ target }) => onTaken(target.value)}
    />
  </div>
);

const Checked = ({ report }: Readonly<{ report: Report }>): JSX.Element => (
  <div className="stack" role="status">
    {report.counts ? (
      <p>
        <Say id="new.counts" clauses={report.counts.clauses} tasks={report.counts.tasks} dated={report.counts.dated} />
      </p>
    ) : null}
    {report.errors.length === 0 ? null : (
      <ul className="refused">
        {report.errors.map(({ pointer, message, line }) => (
          <li key={`${pointer}/${message}`}>
            {line === undefined ? '' : `${line}: `}
            {message} <span className="mono">{pointer}</span>
          </li>
        ))}
      </ul>
    )}
    <Findings findings={report.findings} />
  </div>
);
