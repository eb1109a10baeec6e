import { Link } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';

import { usePublished } from '../api/references.ts';
import { editionName, sourceIn } from './edition.ts';

/** An edition of a rule by its name, and the way to it; before it, what it says here. */
export const EditionLink = ({ source, children }: Readonly<{ source: string; children?: ReactNode }>): JSX.Element => {
  const published = usePublished(source);
  const id = sourceIn(source)?.id ?? source;
  return (
    <>
      {children}
      <Link className="link" to="/rules">
        {published ? editionName(id, published.edition) : id}
      </Link>
    </>
  );
};
