import './rehearsal.css';
import { useMemo, useState, type JSX } from 'react';

import { useShowRehearsed } from '../../frame/rehearsed.tsx';
import { Say } from '../../parts/say.tsx';
import { Findings } from '../directives/findings.tsx';
import { Assumed } from './assumed.tsx';
import { Compare } from './compare.tsx';
import { Deck } from './deck.tsx';
import { Lanes } from './lanes.tsx';
import { Next } from './next.tsx';
import { useSave } from './save.ts';
import { SetUp, type Played } from './set-up.tsx';
import { useClock } from './use-clock.ts';

/** What becomes of a directive before it is issued. */
export const RehearsalPage = (): JSX.Element => {
  const [played, setPlayed] = useState<Played | null>(null);
  if (played) return <Stage key={played.rehearsal.from} played={played} onLeave={() => setPlayed(null)} />;
  return (
    <div className="pad stack narrow">
      <h1>
        <Say id="frame.rehearsal" />
      </h1>
      <p className="mid">
        <Say id="rehearsal.what" />
      </p>
      <SetUp onPlayed={setPlayed} />
    </div>
  );
};

type StageProps = Readonly<{ played: Played; onLeave(): void }>;

const Stage = ({ played, onLeave }: StageProps): JSX.Element => {
  const { rehearsal, asked } = played;
  const clock = useClock(rehearsal);
  const save = useSave(played);
  const name = rehearsal.number ?? rehearsal.title;
  const shown = useMemo(() => ({ at: clock.at, name, save, leave: onLeave }), [clock.at, name, save, onLeave]);
  useShowRehearsed(shown);
  return (
    <div className="pad stage">
      <h1 className="sr">
        <Say id="frame.rehearsal" /> {name}
      </h1>
      <section className="card">
        <Deck rehearsal={rehearsal} clock={clock} />
        <Lanes rehearsal={rehearsal} at={clock.at} />
      </section>
      <div className="cols broad">
        <div className="stack">
          <Next rehearsal={rehearsal} at={clock.at} isActedIn={asked.script !== undefined} />
          <Compare played={played} />
        </div>
        <div className="stack">
          <Assumed played={played} onChange={onLeave} />
          <Findings findings={rehearsal.findings} />
        </div>
      </div>
    </div>
  );
};
