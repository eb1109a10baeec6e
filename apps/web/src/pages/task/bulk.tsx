import { lazy, Suspense, useMemo, useState, type JSX } from 'react';

import type { Task } from '../../api/tasks.ts';
import { useKeys } from '../../frame/keys.ts';
import { useMoment } from '../../parts/moment.ts';
import { Say, useSay } from '../../parts/say.tsx';
import { actsOn, keyOf } from './offers.ts';
import type { Offered } from './acts.ts';

const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialog.tsx')).BulkDialog }));

type BulkProps = Readonly<{ tasks: readonly Task[]; verbs: readonly Offered[]; isKeyed?: boolean }>;

const ableTo = (verb: string, tasks: readonly Task[]): readonly Task[] =>
  tasks.filter((task) => actsOn(task).some((offer) => offer.verb === verb));

/** What can be done to several of these at once; `isKeyed`: each by the key that it has for one. */
export const Bulk = ({ tasks, verbs, isKeyed = false }: BulkProps): JSX.Element | null => {
  const say = useSay();
  const moment = useMoment();
  const [verb, setVerb] = useState<Offered | null>(null);
  const able = useMemo(
    () => verbs.map((each) => [each, ableTo(each, tasks)] as const).filter(([, all]) => all.length > 1),
    [verbs, tasks],
  );
  const mayAct = isKeyed && moment === null;
  useKeys(Object.fromEntries(mayAct ? able.map(([each]) => [keyOf(each), () => setVerb(each)]) : []));
  if (moment !== null) return null;
  return (
    <div className="line several" role="group" aria-label={say('bulk.several')}>
      {able.map(([each, all]) => (
        <button key={each} className={isKeyed ? 'btn' : 'btn small'} type="button" onClick={() => setVerb(each)}>
          <Say id={`act.${each}`} /> <span className="dim">{all.length}</span>
          {isKeyed ? <kbd>{keyOf(each).toUpperCase()}</kbd> : null}
        </button>
      ))}
      {verb ? (
        <Suspense>
          <BulkDialog verb={verb} tasks={tasks} onClose={() => setVerb(null)} />
        </Suspense>
      ) : null}
    </div>
  );
};
