import type { JSX } from 'react';

import { Icon } from '../icons.tsx';
import { useSay } from '../parts/say.tsx';
import { useDeeds, type Deed } from './deeds.ts';

/** What one can do from anywhere. */
export const Tools = (): JSX.Element => (
  <>
    {useDeeds().map((deed) => (
      <Tool key={deed.name} deed={deed} />
    ))}
  </>
);

const Tool = ({ deed: { icon, name, run } }: Readonly<{ deed: Deed }>): JSX.Element => {
  const say = useSay();
  return (
    <button className="iconbtn" type="button" aria-label={say(name)} title={say(name)} onClick={run}>
      <Icon name={icon} />
    </button>
  );
};
