import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useDirectiveHistory, useDirectiveTasks, type Directive } from '../../api/directives.ts';
import { useKeys } from '../../frame/keys.ts';
import { beginOf } from '../../i18n/days.ts';
import { daysBetween } from '../../i18n/times.ts';
import { Icon } from '../../icons.tsx';
import type { AskedField } from '../../parts/asked-fields.tsx';
import { ReadOnly } from '../../parts/read-only.tsx';
import { Say } from '../../parts/say.tsx';
import { handOver } from '../../parts/handed-over.ts';
import { Bulk } from '../task/bulk.tsx';
import { AskedAct } from './asked-act.tsx';
import { documentIn } from './issued.ts';
import { useIssues } from './issuing.ts';

const REMIND = ['demandReport'] as const;

const LEVELS = ['open', 'internal', 'confidential', 'secret', 'top-secret'];
const RECLASSIFY: readonly AskedField[] = [
  { name: 'classification', kind: 'choice', label: 'act.field.level', values: LEVELS, word: 'level' },
  { name: 'basis', kind: 'words', label: 'act.field.basis' },
];
const WATCH: readonly AskedField[] = [{ name: 'from', kind: 'day', label: 'act.field.watchFrom' }];

/** What can be done with the whole of it; what is done every day by one key. */
export const Deeds = ({ directive }: Readonly<{ directive: Directive }>): JSX.Element => {
  const id = directive.directiveId;
  const { items: tasks } = useDirectiveTasks(id);
  const issues = useIssues(directive);
  return (
    <>
      <ReadOnly />
      <Bulk tasks={tasks} verbs={REMIND} isKeyed />
      <Rehearse id={id} />
      {issues ? <AskedAct id={id} verb="reclassify" fields={RECLASSIFY} /> : null}
      {issues && isUnwatched(directive) ? (
        <AskedAct id={id} verb="watch" fields={WATCH} bodyOf={(_, { from = '' }) => ({ from: beginOf(from) })} />
      ) : null}
    </>
  );
};

/** Entered late: its tasks wait for nothing until somebody says from when. */
const isUnwatched = ({ watchFrom, issuedAt, recordedAt }: Directive): boolean =>
  watchFrom === null && daysBetween(new Date(issuedAt), new Date(recordedAt)) > 0;

/** Plays its text again, as it was issued, from another day or under other rules. */
const Rehearse = ({ id }: Readonly<{ id: string }>): JSX.Element | null => {
  const navigate = useNavigate();
  const { items } = useDirectiveHistory(id);
  const document = documentIn(items);
  const rehearse = () => {
    handOver({ text: JSON.stringify(document, null, 2), of: id });
    void navigate({ to: '/rehearsal' });
  };
  useKeys({ h: document === undefined ? undefined : rehearse });
  if (document === undefined) return null;
  return (
    <button className="btn" type="button" onClick={rehearse}>
      <Icon name="rehearsal" />
      <Say id="directives.rehearse" />
      <kbd>H</kbd>
    </button>
  );
};
