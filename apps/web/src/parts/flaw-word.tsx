import type { JSX } from 'react';

import { Mark } from '../icons.tsx';
import { Say } from './say.tsx';

/**
 * Why an event does not hold: its hash is that of something else, it is not where it was sealed, it is in no checkpoint yet, the page says
 * something else than was sealed, or something that was not.
 */
export type LineFlaw = 'content' | 'proof' | 'notYet' | 'shown' | 'missing';

const STYLE = { holds: ['cls done', 'doneInTime'], notYet: ['cls soon', 'dueSoon'] } as const;

/** What came of checking one event, as word, mark and colour. */
export const FlawWord = ({ flaw }: Readonly<{ flaw: LineFlaw | null }>): JSX.Element => {
  const name = flaw ?? 'holds';
  const [className, mark] = name === 'holds' || name === 'notYet' ? STYLE[name] : (['cls overdue', 'overdue'] as const);
  return (
    <span className={className}>
      <Mark name={mark} />
      <Say id={`seal.event.${name}`} />
    </span>
  );
};
