import { ProblemAnswer } from '@edict/client';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useDirectives } from '../../api/directives.ts';

type IssuedProps = Readonly<{ error: Error | null; number: string | null }>;

/** Where it was refused because it is issued: the way there. */
export const IssuedAlready = ({ error, number }: IssuedProps): JSX.Element | null => {
  const { items } = useDirectives();
  if (!(error instanceof ProblemAnswer) || error.code !== 'directive/issued') return null;
  return (
    <>
      {items
        .filter((each) => each.number !== null && each.number === number)
        .map(({ directiveId, number: name, title }) => (
          <Link key={directiveId} className="link" to="/directives/$id" params={{ id: directiveId }}>
            {name} {title}
          </Link>
        ))}
    </>
  );
};
