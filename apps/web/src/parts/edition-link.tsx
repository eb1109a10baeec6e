import { Link } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';

import { editionIn } from './edition.ts';

/** An edition of a rule by its name, and the way to it; before it, what it says here. */
export const EditionLink = ({ source, children }: Readonly<{ source: string; children?: ReactNode }>): JSX.Element => (
  <>
    {children}
    <Link className="link" to="/rules">
      {editionIn(source)}
    </Link>
  </>
);
