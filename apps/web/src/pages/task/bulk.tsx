import { lazy, Suspense, useMemo, useState, type JSX } from 'react';

import type { Task } from '../../api/tasks.ts';
import { useKeys } from '../../frame/keys.ts';
import { useMoment } from '../../parts/moment.ts';
import { Say, useSay } from '../../parts/say.tsx';
import { OFFERS, type Offered } from './acts.ts';
import { isFor, keyOf } from './offers.ts';
import { offerOn } from './portions.ts';
import { useRolesAmong } from './roles.ts';

const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialog.tsx')).BulkDialog }));

type BulkProps = Readonly<{ tasks: readonly Task[]; verbs: readonly Offered[]; isKeyed?: boolean }>;

/** What one may do to several of these at once, as to one; `isKeyed`: each by the key that it has for one. */
export const Bulk = ({ tasks, verbs, isKeyed = false }: BulkProps): JSX.Element | null => {
  const say = useSay();
  const moment = useMoment();
  const [verb, setVerb] = useState<Offered | null>(null);
  const rolesIn = useRolesAmong(tasks);
  const theirs = (each: Offered) => tasks.filter((task) => isFor(OFFERS[each], rolesIn(task)));
  const able = useMemo(
    () =>
      verbs
        .map((each) => [each, theirs(each).filter((task) => offerOn(task, each)).length] as const)
        .filter(([, count]) => count > 1),
    [verbs, tasks, rolesIn],
  );
  const mayAct = isKeyed && moment === null;
  useKeys(Object.fromEntries(mayAct ? able.map(([each]) => [keyOf(each), () => setVerb(each)]) : []));
  if (moment !== null) return null;
  return (
    <div className="line several" role="group" aria-label={say('bulk.several')}>
      {able.map(([each, count]) => (
        <button key={each} className={isKeyed ? 'btn' : 'btn small'} type="button" onClick={() => setVerb(each)}>
          <Say id={`act.${each}`} /> <span className="dim">{count}</span>
          {isKeyed ? <kbd>{keyOf(each).toUpperCase()}</kbd> : null}
        </button>
      ))}
      {verb ? (
        <Suspense>
          <BulkDialog verb={verb} tasks={theirs(verb)} onClose={() => setVerb(null)} />
        </Suspense>
      ) : null}
    </div>
  );
};
