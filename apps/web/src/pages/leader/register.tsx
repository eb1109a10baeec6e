import type { JSX, ReactNode } from 'react';

import { Say } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';

type RegisterProps = Readonly<{
  title: string;
  how: JSX.Element;
  className: string;
  heads: readonly string[];
  hidden?: number;
  children: readonly ReactNode[];
}>;

/** A table of the sheet under its title, which says how many there are. Without a row there is no table; `hidden`: how many lines have no room. */
export const Register = ({ title, how, className, heads, hidden = 0, children }: RegisterProps): JSX.Element => (
  <>
    <h2>
      <Say id={title} /> <span>{how}</span>
    </h2>
    {children.length === 0 ? null : (
      <Table className={`fix ${className}`} heads={heads}>
        {children}
      </Table>
    )}
    {hidden > 0 ? (
      <p className="dim">
        <Say id="onePage.more" lines={hidden} />
      </p>
    ) : null}
  </>
);
