import { useMemo, useState, type JSX } from 'react';

import type { Task } from '../../api/tasks.ts';
import { useMoment } from '../../parts/moment.ts';
import { Say, useSay } from '../../parts/say.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { actsOn, type Offer } from './offers.ts';

type BulkProps = Readonly<{ tasks: readonly Task[]; verbs: readonly Offer['verb'][] }>;

const ableTo = (verb: string, tasks: readonly Task[]): readonly Task[] =>
  tasks.filter((task) => actsOn(task).some((offer) => offer.verb === verb));

/** What can be done to several of these at once. */
export const Bulk = ({ tasks, verbs }: BulkProps): JSX.Element | null => {
  const say = useSay();
  const moment = useMoment();
  const [verb, setVerb] = useState<Offer['verb'] | null>(null);
  const able = useMemo(() => verbs.map((each) => [each, ableTo(each, tasks)] as const), [verbs, tasks]);
  if (moment !== null) return null;
  return (
    <div className="line several" role="group" aria-label={say('bulk.several')}>
      {able
        .filter(([, all]) => all.length > 1)
        .map(([each, all]) => (
          <button key={each} className="btn small" type="button" onClick={() => setVerb(each)}>
            <Say id={`act.${each}`} /> <span className="dim">{all.length}</span>
          </button>
        ))}
      {verb ? <BulkDialog verb={verb} tasks={tasks} onClose={() => setVerb(null)} /> : null}
    </div>
  );
};
