import type { JSX } from 'react';

import type { Task } from '../../api/tasks.ts';
import { useConsole } from '../../console.tsx';
import { beginOf } from '../../i18n/days.ts';
import { longDay } from '../../i18n/times.ts';
import { Prose } from '../../parts/prose.tsx';
import { Say } from '../../parts/say.tsx';
import { requestOf } from './offers.ts';

/** More time that somebody has asked for, as long as nobody has decided. */
export const Request = ({ task }: Readonly<{ task: Task }>): JSX.Element | null => {
  const { language } = useConsole().preferences;
  const request = requestOf(task);
  if (!request) return null;
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="task.moreTime" />
        </h2>
      </header>
      <dl className="kv body wide">
        <dt>
          <Say id="act.field.toOn" />
        </dt>
        <dd>{longDay(language, new Date(beginOf(request.toOn)))}</dd>
        <dt>
          <Say id="act.field.reason" />
        </dt>
        <dd>
          <Prose text={request.reason} />
        </dd>
        <dt>
          <Say id="act.words.report" />
        </dt>
        <dd>
          <Prose text={request.progress} />
        </dd>
      </dl>
    </section>
  );
};
