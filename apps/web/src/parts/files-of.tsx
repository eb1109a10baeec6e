import type { ChangeEvent, JSX } from 'react';

import { useAttaching, useAttachments, useSaving, type Attachment } from '../api/attachments.ts';
import { useConsole } from '../console.tsx';
import { shortMoment } from '../i18n/times.ts';
import { useMoment } from './moment.ts';
import { Progress } from './progress.tsx';
import { Prose, plainText } from './prose.tsx';
import { Say } from './say.tsx';
import { useNow } from './now.ts';

/** `isTheirs`: it concerns whoever looks, and they may add to it. */
type FilesProps = Readonly<{ about: string; directiveId: string; isTheirs: boolean }>;

/** Files that are attached to a task or a matter, each to be saved; and one more, by whoever it concerns. */
export const FilesOf = ({ about, directiveId, isTheirs }: FilesProps): JSX.Element | null => {
  const { items } = useAttachments(about);
  const attaching = useAttaching(about, directiveId);
  const moment = useMoment();
  const known = items.filter(({ attachedAt }) => moment === null || attachedAt <= moment);
  const mayAttach = isTheirs && moment === null;
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
  const saving = useSaving();
  const { language } = useConsole().preferences;
  const now = useNow();
  const { name, bytes, attachedAt } = attachment;
  return (
    <li>
      <button className="link" type="button" onClick={() => saving.mutate({ attachment, name: plainText(name) })}>
        <Prose text={name} />
      </button>
      <span className="dim small">
        {' · '}
        <Say id="files.size" kilobytes={Math.ceil(bytes / 1_000)} />
        {' · '}
        {shortMoment(language, attachedAt, now)}
      </span>{' '}
      <Progress isPending={false} error={saving.error} />
    </li>
  );
};
