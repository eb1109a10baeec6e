import type { JSX } from 'react';

import { Handle, type Handled } from './handle.tsx';
import { Rebuild } from './rebuild.tsx';
import { Release, type Parked } from './release.tsx';

export type Asked =
  | Readonly<{ act: 'release'; parked: Parked }>
  | Readonly<{ act: 'rebuild'; views: readonly string[] }>
  | Readonly<{ act: 'handle'; handled: Handled }>;

type DialogsProps = Readonly<{ asked: Asked | null; onClose(): void; onDone(say: string): void }>;

export const Dialogs = ({ asked, onClose, onDone }: DialogsProps): JSX.Element | null => {
  switch (asked?.act) {
    case 'release':
      return <Release parked={asked.parked} onClose={onClose} onDone={() => onDone('operations.done.release')} />;
    case 'rebuild':
      return <Rebuild views={asked.views} onClose={onClose} onDone={() => onDone('operations.done.rebuild')} />;
    case 'handle':
      return (
        <Handle
          handled={asked.handled}
          onClose={onClose}
          onDone={() => onDone(`operations.done.${asked.handled.how}`)}
        />
      );
    default:
      return null;
  }
};
