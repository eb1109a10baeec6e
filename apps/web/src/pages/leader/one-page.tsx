import './leader.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useDirectives, useDirectiveTasks, useDirectiveTasksAt, type Directive } from '../../api/directives.ts';
import { useConsole } from '../../console.tsx';
import { dayEndingAt, longDay } from '../../i18n/times.ts';
import { Icon } from '../../icons.tsx';
import { useNow } from '../../parts/now.ts';
import { DocumentType } from '../../parts/document-type.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { ByUnit } from './by-unit.tsx';
import { bucketsOf, endOfLastMonth } from './figures.ts';
import { Four, Sentence } from './four.tsx';
import { Halted } from './halted.tsx';
import { Late } from './late.tsx';
import { SaveReport } from './save-report.tsx';

/** Where a directive stands, on one sheet of A4. */
export const OnePage = (): JSX.Element => {
  const { directive: asked } = useSearch({ from: '/one-page' });
  const { items: directives, isPending, error } = useDirectives();
  const directive = directives.find(({ directiveId }) => directiveId === asked) ?? directives[0];
  if (isPending || error) return <Waiting error={error} />;
  if (!directive)
    return (
      <p className="empty">
        <Say id="directives.empty" />
      </p>
    );
  return <Sheet directive={directive} />;
};

/** The choice of the directive stays where it is while another one comes, so that whoever goes through them by arrows goes on. */
const Sheet = ({ directive }: Readonly<{ directive: Directive }>): JSX.Element => (
  <article className="sheet">
    <Tools directive={directive} />
    <Standing directive={directive} />
  </article>
);

const Standing = ({ directive }: Readonly<{ directive: Directive }>): JSX.Element => {
  const { items: tasks, isWhole, error } = useDirectiveTasks(directive.directiveId);
  const { language } = useConsole().preferences;
  const now = useNow();
  const end = endOfLastMonth(now);
  const then = useThen(directive, end);
  if (!isWhole) return <Waiting error={error} />;
  const of = { id: directive.directiveId, tasks };
  const day = longDay(language, dayEndingAt(end));
  return (
    <>
      <h1>
        <DocumentType type={directive.type} />
        {directive.number ?? directive.slug} <span className="dim small">{longDay(language, now)}</span>{' '}
        {then === null ? null : (
          <span className="dim small">
            <Say id="onePage.against" day={day} />
          </span>
        )}
      </h1>
      <p>{directive.title}</p>
      <Sentence {...of} />
      <Four {...of} then={then && bucketsOf(then)} day={day} />
      <ByUnit {...of} then={then} day={day} />
      <Late {...of} now={now} />
      <Halted {...of} />
      <p className="foot">
        <Say id="onePage.formula" />
      </p>
    </>
  );
};

/** Not on the printed page: which directive, where there are several, and its printing. */
const Tools = ({ directive }: Readonly<{ directive: Directive }>): JSX.Element => {
  const id = directive.directiveId;
  const say = useSay();
  const navigate = useNavigate();
  const { items } = useDirectives();
  return (
    <div className="tools no-print">
      {items.length < 2 ? null : (
        <select
          className="field"
          aria-label={say('frame.directives')}
          value={id}
          onChange={({ target }) =>
            void navigate({ to: '/one-page', search: (before) => ({ ...before, directive: target.value }) })
          }
        >
          {items.map(({ directiveId, number, slug, title }) => (
            <option key={directiveId} value={directiveId}>
              {number ?? slug} {title}
            </option>
          ))}
        </select>
      )}
      <SaveReport id={id} name={directive.slug} />
      <button className="btn" type="button" onClick={() => print()}>
        <Icon name="print" />
        <Say id="onePage.print" />
      </button>
    </div>
  );
};

/** As it stood then. `null`: nobody knew of it, or it is not there yet. */
const useThen = (
  { directiveId, recordedAt }: Directive,
  at: string,
): ReturnType<typeof useDirectiveTasksAt>['items'] | null => {
  const { items, isWhole } = useDirectiveTasksAt(directiveId, recordedAt < at ? at : null);
  return isWhole && items.length > 0 ? items : null;
};
