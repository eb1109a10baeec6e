import type { JSX } from 'react';

import { Explained } from '../../parts/explained.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { Reason } from '../../reasons/reason.tsx';

/** `of`: whose it is, where several have one. */
type FigureProps = Readonly<{ name: string; value: string | number; of?: string }>;

/** What the installation says of itself, and what that means. */
export const Figure = ({ name, value, of }: FigureProps): JSX.Element => {
  const say = useSay();
  const label = `${say(`health.${name}`)}: ${value}`;
  return (
    <Explained
      label={of === undefined ? label : `${of}, ${label}`}
      why={() => <Reason title={value} rule={<Say id={`reason.health.${name}`} />} />}
    >
      {value}
    </Explained>
  );
};
