import type { JSX, ReactNode } from 'react';

import { useKeys } from '../frame/keys.ts';
import { Say } from './say.tsx';

/** `word`: named as in the catalogue. */
type KeyedAct = Readonly<{ word: string; key: string; choose(): void }>;
type ActsProps = Readonly<{ acts: readonly KeyedAct[]; isPending?: boolean; children?: ReactNode }>;

/** What one may do now, the likeliest first, each by one key too; nothing, where that is nothing. */
export const Acts = ({ acts, isPending = false, children }: ActsProps): JSX.Element | null => {
  useKeys(Object.fromEntries(acts.map(({ key, choose }) => [key, choose])));
  if (acts.length === 0) return null;
  return (
    <div className="actions many">
      {acts.map(({ word, key, choose }, index) => (
        <button
          key={word}
          type="button"
          className={index === 0 ? 'btn primary' : 'btn'}
          disabled={isPending}
          onClick={choose}
        >
          <Say id={word} />
          <kbd>{key.toUpperCase()}</kbd>
        </button>
      ))}
      {children}
    </div>
  );
};
