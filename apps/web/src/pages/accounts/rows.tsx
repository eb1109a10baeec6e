import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useAccounts, useOffices } from '../../api/accounts.ts';
import { useUnitNames } from '../../api/units.tsx';
import { folded } from '../../parts/folded.ts';
import { Say } from '../../parts/say.tsx';
import { CapacityWord } from './capacity-word.tsx';

type RowsProps = Readonly<{ open: string | undefined; text: string }>;

export const AccountRows = ({ open, text }: RowsProps): JSX.Element => {
  const { data: accounts = [] } = useAccounts();
  const wanted = folded(text);
  const found = accounts.filter(({ name, login }) => folded(`${name} ${login}`).includes(wanted));
  return (
    <ul className="rows plain">
      {found.map((account) => (
        <li key={account.id}>
          <Row id={account.id!} isOpen={account.id === open} title={account.name ?? ''} aside={account.login ?? ''}>
            <Say id={account.disabled ? 'accounts.disabled' : `accounts.kind.${account.kind}`} />
            {[...new Set((account.grants ?? []).map(({ capacity }) => capacity))].map((capacity) => (
              <span key={capacity}>
                {'· '}
                <CapacityWord capacity={capacity} />
              </span>
            ))}
          </Row>
        </li>
      ))}
    </ul>
  );
};

export const OfficeRows = ({ open, text }: RowsProps): JSX.Element | null => {
  const { data: offices } = useOffices();
  const nameOf = useUnitNames();
  if (!offices) return null;
  if (offices.length === 0)
    return (
      <p className="empty">
        <Say id="accounts.noOffices" />
      </p>
    );
  const wanted = folded(text);
  const found = offices.filter(({ title, unit }) => folded(`${title} ${nameOf(unit)} ${unit}`).includes(wanted));
  return (
    <ul className="rows plain">
      {found.map(({ officeId, title, unit, capacity, closedAt }) => (
        <li key={officeId}>
          <Row id={officeId} isOpen={officeId === open} title={title} aside="">
            <CapacityWord capacity={capacity} />
            <span>· {nameOf(unit)}</span>
            {closedAt === null ? null : (
              <span>
                {'· '}
                <Say id="accounts.closed" />
              </span>
            )}
          </Row>
        </li>
      ))}
    </ul>
  );
};

type RowProps = Readonly<{ id: string; isOpen: boolean; title: string; aside: string; children: React.ReactNode }>;

const Row = ({ id, isOpen, title, aside, children }: RowProps): JSX.Element => (
  <Link
    className="row"
    to="/accounts"
    search={(before) => ({ ...before, of: id })}
    aria-current={isOpen ? 'true' : undefined}
  >
    <span className="ttl">{title}</span>
    <span className="due dim">{aside}</span>
    <span className="meta">{children}</span>
  </Link>
);
