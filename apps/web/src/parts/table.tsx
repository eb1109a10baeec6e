import type { JSX, ReactNode } from 'react';

import { Say } from './say.tsx';

type TableProps = Readonly<{ heads: readonly string[]; className?: string; children: ReactNode }>;

/** A table under these headings, named as in the catalogue. On a phone each row is a block of lines: a cell that says too little without its
 * heading has it as `data-head`. */
export const Table = ({ heads, className, children }: TableProps): JSX.Element => (
  <table className={className === undefined ? 'lines' : `${className} lines`}>
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
