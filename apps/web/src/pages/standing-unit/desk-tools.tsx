import { useState, type JSX } from 'react';

import { useKeys } from '../../frame/keys.ts';
import { Icon } from '../../icons.tsx';
import { useMay } from '../../parts/may.ts';
import { ReadOnly } from '../../parts/read-only.tsx';
import { Say } from '../../parts/say.tsx';
import { EnterMatter } from './bring-matter.tsx';
import { SetUpUnit } from './set-up-unit.tsx';

type Open = 'entering' | 'settingUp';

/** What reached the desk by telephone or on paper is entered here; and the unit itself is set up. */
export const DeskTools = (): JSX.Element => {
  const [open, setOpen] = useState<Open | null>(null);
  const [mayEnter, maySetUp] = [useMay('ReceiveMatter'), useMay('SetUpStandingUnit')];
  useKeys({ c: mayEnter ? () => setOpen('entering') : undefined });
  if (!mayEnter) return <ReadOnly />;
  const close = () => setOpen(null);
  return (
    <div className="tools">
      <button className="btn small" type="button" onClick={() => setOpen('entering')}>
        <Icon name="plus" />
        <Say id="matters.enter" />
        <kbd>C</kbd>
      </button>
      {maySetUp ? (
        <button className="btn small plain" type="button" onClick={() => setOpen('settingUp')}>
          <Say id="standingUnit.setUp" />
        </button>
      ) : null}
      {open === 'entering' ? <EnterMatter onClose={close} /> : null}
      {open === 'settingUp' ? <SetUpUnit onClose={close} /> : null}
    </div>
  );
};
