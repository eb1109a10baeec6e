import type { JSX } from 'react';

import type { Told } from '../../api/accounts.ts';
import { Once } from '../../parts/once.tsx';

/** The invitation stands after the `#`: no server sees it before it is taken up. */
const linkOf = (invitation: string): string => `${location.origin}/invited#${encodeURIComponent(invitation)}`;

/** A link or a secret. */
export const ToldOnce = ({ told, onClose }: Readonly<{ told: Told; onClose(): void }>): JSX.Element => {
  const kind = told.invitation ? 'invitation' : 'secret';
  const text = told.invitation ? linkOf(told.invitation) : (told.secret ?? '');
  return <Once title={`accounts.${kind}`} why={`accounts.${kind}.why`} text={text} onClose={onClose} />;
};
