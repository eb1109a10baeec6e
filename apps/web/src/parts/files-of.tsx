import type { ChangeEvent, JSX } from 'react';

import { useAttaching, useAttachments, useSaving, type Attachment } from '../api/attachments.ts';
import { useOffice } from '../api/tasks.ts';
import { useConsole } from '../console.tsx';
import { shortMoment } from '../i18n/times.ts';
import { useMoment } from './moment.ts';
import { Progress } from './progress.tsx';
import { Prose, plainText } from './prose.tsx';
import { Say } from './say.tsx';

const CAPACITIES: readonly string[] = ['officer', 'secretariat', 'standingUnit'];

type FilesProps = Readonly<{ about: string; directiveId: string }>;

/** Files that are attached to a task or a matter, each to be saved; and one more, by whoever it concerns. */
export const FilesOf = ({ about, directiveId }: FilesProps): JSX.Element | null => {
  const { items } = useAttachments(about);
  const attaching = useAttaching(about, directiveId);
  const moment = useMoment();
  const known = items.filter(({ attachedAt }) => moment === null || attachedAt <= moment);
  const mayAttach = moment === null && CAPACITIES.includes(useOffice()?.capacity ?? '');
  if (known.length === 0 && !mayAttach) return null;
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file) attaching.mutate(file);
    target.value = '';
  };
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="files.title" />
        </h2>
        <span className="dim small">{known.length}</span>
        <span className="sp" />
        {mayAttach ? (
          <label className="btn small">
            <Say id="files.attach" />
            <input className="sr" type="file" disabled={attaching.isPending} onChange={take} />
          </label>
        ) : null}
      </header>
      <div className="body">
        <Progress isPending={attaching.isPending} error={attaching.error} />
        <ul>
          {known.map((each) => (
            <Row key={each.id} attachment={each} />
          ))}
        </ul>
      </div>
    </section>
  );
};

const Row = ({ attachment }: Readonly<{ attachment: Attachment }>): JSX.Element => {
  const save = useSaving();
  const { language } = useConsole().preferences;
  const { name, bytes, attachedAt } = attachment;
  return (
    <li>
      <button className="link" type="button" onClick={() => void save(attachment, plainText(name))}>
        <Prose text={name} />
      </button>
      <span className="dim small">
        {' · '}
        <Say id="files.size" kilobytes={Math.ceil(bytes / 1_000)} />
        {' · '}
        {shortMoment(language, attachedAt)}
      </span>
    </li>
  );
};
