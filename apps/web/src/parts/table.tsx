import type { JSX, ReactNode } from 'react';

import { Say } from './say.tsx';

type TableProps = Readonly<{ heads: readonly string[]; className?: string; children: ReactNode }>;

/** A table under these headings, named as in the catalogue. */
export const Table = ({ heads, className, children }: TableProps): JSX.Element => (
  <table className={className}>
    <thead>
      <tr>
        {heads.map((head) => (
          <th key={head} scope="col">
            <Say id={head} />
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);
