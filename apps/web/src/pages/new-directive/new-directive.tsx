import type { Shape } from '@edict/client';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type JSX } from 'react';

import { hasWritten, useApi } from '../../api/api.ts';
import { FileFlaws } from '../../flaws/file-flaws.tsx';
import { Icon } from '../../icons.tsx';
import { FileField } from '../../parts/file-field.tsx';
import { useMoment } from '../../parts/moment.ts';
import { Progress } from '../../parts/progress.tsx';
import { ReadOnly } from '../../parts/read-only.tsx';
import { Say } from '../../parts/say.tsx';
import { Findings } from '../directives/findings.tsx';
import { handOver } from '../../parts/handed-over.ts';
import { Issue } from './issue.tsx';

type Report = Shape<'Report'>;

/** Nothing is issued in the past. */
export const NewDirective = (): JSX.Element => {
  const isNow = useMoment() === null;
  return (
    <div className="pad">
      <h1>
        <Say id="new.title" />
      </h1>
      <Link className="link" to="/directives">
        <Say id="frame.directives" />
      </Link>
      <ReadOnly />
      {isNow ? <Taken /> : null}
    </div>
  );
};

/** Drop a file or paste its text; see what it says and leaves open; then issue it. */
const Taken = (): JSX.Element => {
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
    <>
      <FileField label="new.file" text={document} onTaken={take} rows={12} />
      <Progress isPending={check.isPending} error={check.error} />
      {check.data ? <Checked report={check.data} /> : null}
      {check.data?.ok ? (
        <Link className="btn" to="/rehearsal" onClick={() => handOver({ text: document })}>
          <Icon name="rehearsal" />
          <Say id="new.rehearse" />
        </Link>
      ) : null}
      {check.data?.ok ? (
        <Issue
          document={document}
          onIssued={({ stream, position }) => {
            hasWritten(position);
            void navigate({ to: '/directives/$id', params: { id: stream.slice('directive-'.length) } });
          }}
        />
      ) : null}
    </>
  );
};

const Checked = ({ report }: Readonly<{ report: Report }>): JSX.Element => (
  <div className="stack" role="status">
    {report.counts ? (
      <p>
        <Say id="new.counts" clauses={report.counts.clauses} tasks={report.counts.tasks} dated={report.counts.dated} />
      </p>
    ) : null}
    <FileFlaws flaws={report.errors} />
    <Findings findings={report.findings} />
  </div>
);
