import './rehearsal.css';
import { useRouter, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState, type JSX } from 'react';

import { FileProgress } from '../../flaws/file-flaws.tsx';
import { useKeys } from '../../frame/keys.ts';
import { useShowRehearsed } from '../../frame/rehearsed.tsx';
import { Say } from '../../parts/say.tsx';
import { Findings } from '../directives/findings.tsx';
import { askedIn } from './asked.ts';
import { Assumed } from './assumed.tsx';
import { Compare } from './compare.tsx';
import { Deck } from './deck.tsx';
import { Lanes } from './lanes.tsx';
import { Next } from './next.tsx';
import { useSave } from './save.ts';
import { SetUp, type Played } from './set-up.tsx';
import { useAskedRehearsal } from './use-asked.ts';
import { useClock } from './use-clock.ts';

/** What becomes of a directive before it is issued. What can be had again is in the address, with the moment of its clock. */
export const RehearsalPage = (): JSX.Element => {
  const navigate = useNavigate();
  const search = useSearch({ from: '/rehearsal' });
  const asked = askedIn(search);
  const { data, error } = useAskedRehearsal(asked);
  const [dropped, setDropped] = useState<Played | null>(null);
  const leave = useCallback(() => {
    setDropped(null);
    void navigate({ to: '/rehearsal', search: {} });
  }, [navigate]);
  const played = asked ? data : dropped;
  if (played) return <Stage key={played.rehearsal.from} played={played} isCarried={asked !== null} onLeave={leave} />;
  return (
    <div className="pad stack narrow">
      <h1>
        <Say id="frame.rehearsal" />
      </h1>
      <p className="mid">
        <Say id="rehearsal.what" />
      </p>
      {asked ? <FileProgress isPending={!error} error={error} pending="rehearsal.playing" /> : null}
      {asked && !error ? null : <SetUp onPlayed={setDropped} />}
    </div>
  );
};

/** Says in the address where the clock stands, in place of where it stood. Who has left meanwhile is not called back. */
const useCarried = (isCarried: boolean) => {
  const router = useRouter();
  const { moment } = useSearch({ from: '/rehearsal' });
  const carry = (at: string) => {
    const { pathname, search } = router.latestLocation;
    if (!isCarried || pathname !== '/rehearsal' || !askedIn(search)) return;
    void router.navigate({
      to: '/rehearsal',
      search: (before) => ({ ...before, moment: at }),
      replace: true,
      resetScroll: false,
    });
  };
  return { moment: isCarried ? moment : undefined, carry };
};

/** What lies over the page takes the key first, wherever the focus is. */
const isCovered = (): boolean => document.querySelector('[role=dialog]') !== null;

type StageProps = Readonly<{ played: Played; isCarried: boolean; onLeave(): void }>;

const Stage = ({ played, isCarried, onLeave }: StageProps): JSX.Element => {
  const { rehearsal, asked } = played;
  const clock = useClock(rehearsal, useCarried(isCarried));
  const save = useSave(played);
  const name = rehearsal.number ?? rehearsal.title;
  const shown = useMemo(() => ({ at: clock.at, name, save, leave: onLeave }), [clock.at, name, save, onLeave]);
  useShowRehearsed(shown);
  useKeys({ Escape: () => (isCovered() ? undefined : onLeave()) });
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
