import type { JSX } from 'react';

import { useMoment } from './moment.ts';
import { Say } from './say.tsx';

/** Where acts stand: in the past none is done. Now it says nothing. */
export const ReadOnly = (): JSX.Element | null => <InThePast say="time.closed" />;

/** The same, at the foot of what one would act on. */
export const ReadOnlyFoot = (): JSX.Element | null =>
  useMoment() === null ? null : (
    <div className="pad">
      <ReadOnly />
    </div>
  );

/** On a page that has no past: what it shows is of now, whatever moment was chosen. */
export const OfNow = (): JSX.Element | null => <InThePast say="time.ofNow" />;

const InThePast = ({ say }: Readonly<{ say: string }>): JSX.Element | null =>
  useMoment() === null ? null : (
    <p className="mid" role="status">
      <Say id={say} />
    </p>
  );
