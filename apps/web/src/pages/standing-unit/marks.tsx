import { Link } from '@tanstack/react-router';
import { Fragment, type JSX } from 'react';

import { useDirectiveTasks } from '../../api/directives.ts';
import { useAllMatters, type Matter } from '../../api/matters.ts';
import { Explained } from '../../parts/explained.tsx';
import { Prose } from '../../parts/prose.tsx';
import { Say } from '../../parts/say.tsx';
import { MarkReason } from '../../reasons/matter-reason.tsx';

const MARKS = ['collective', 'specialCare'] as const;

/** That several have brought it, and that it needs special care: said beside its state. In a row, which opens the matter where they explain themselves. */
export const MarkTags = ({ matter }: Readonly<{ matter: Matter }>): JSX.Element => (
  <>
    {MARKS.filter((mark) => matter[mark]).map((mark) => (
      <span key={mark} className="tag state">
        <Say id={`mark.${mark}`} />
      </span>
    ))}
  </>
);

/** The same with who said so. */
export const ExplainedMarks = ({ matter }: Readonly<{ matter: Matter }>): JSX.Element => (
  <>
    {MARKS.filter((mark) => matter[mark]).map((mark) => (
      <Explained key={mark} className="tag state" why={() => <MarkReason matter={matter} mark={mark} />}>
        <Say id={`mark.${mark}`} />
      </Explained>
    ))}
  </>
);

/** For whom it was entered, what it repeats, how often it came again, and what it endangers. */
export const Marks = ({ matter }: Readonly<{ matter: Matter }>): JSX.Element | null => {
  const { items: matters } = useAllMatters();
  const { concerning, behalf } = matter;
  const endangered = [...new Set([...(concerning === null ? [] : [concerning]), ...matter.endangers])];
  const pairs: readonly (readonly [name: string, all: readonly JSX.Element[]])[] = [
    ['mark.behalf', behalf === null ? [] : [<Say key={behalf} id={`behalf.${behalf}`} />]],
    ['mark.repeats', linksTo(matters, ({ id }) => id === matter.repeats)],
    ['mark.again', linksTo(matters, ({ repeats }) => repeats === matter.id)],
    ['mark.endangers', endangered.map((id) => <Endangered key={id} directiveId={matter.directiveId} id={id} />)],
  ];
  if (pairs.every(([, all]) => all.length === 0)) return null;
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="mark.title" />
        </h2>
      </header>
      <dl className="kv body wide">
        {pairs
          .filter(([, all]) => all.length > 0)
          .map(([name, all]) => (
            <Fragment key={name}>
              <dt>
                <Say id={name} />
              </dt>
              <dd>{all}</dd>
            </Fragment>
          ))}
      </dl>
    </section>
  );
};

/** Those that one may not see are not there. */
const linksTo = (matters: readonly Matter[], isMeant: (matter: Matter) => boolean): readonly JSX.Element[] =>
  matters.filter(isMeant).map(({ id, subject }) => (
    <Link key={id} className="link" to="/matters/$id" params={{ id }}>
      <Prose text={subject} />
    </Link>
  ));

/** A task that one may not see stands by its id. */
const Endangered = ({ directiveId, id }: Readonly<{ directiveId: string; id: string }>): JSX.Element => {
  const { items: tasks } = useDirectiveTasks(directiveId);
  const task = tasks.find((each) => each.id === id);
  return (
    <Link className="link" to="/tasks/$id" params={{ id }}>
      <span className="mono">{task?.ref ?? id}</span> {task ? <Prose text={task.statement} /> : null}
    </Link>
  );
};
