import type { JSX } from 'react';

import type { Rehearsal } from '../../api/rehearsal.ts';
import { useConsole } from '../../console.tsx';
import { day, moment } from '../../i18n/times.ts';
import { Icon } from '../../icons.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { jumpsOf } from './lanes.ts';
import type { Clock } from './use-clock.ts';

/** Play, step, and jump to where something happens. */
export const Deck = ({ rehearsal, clock }: Readonly<{ rehearsal: Rehearsal; clock: Clock }>): JSX.Element => {
  const say = useSay();
  const { language } = useConsole().preferences;
  return (
    <div className="deck">
      <button className="btn" type="button" aria-label={say('rehearsal.reset')} onClick={clock.reset}>
        <Icon name="reset" />
      </button>
      <button className="btn" type="button" aria-pressed={clock.isPlaying} onClick={clock.play}>
        <Icon name="play" />
        <Say id={clock.isPlaying ? 'rehearsal.pause' : 'rehearsal.play'} />
        <kbd>␣</kbd>
      </button>
      <button className="btn" type="button" onClick={clock.step}>
        <Icon name="step" />
        <Say id="rehearsal.step" />
        <kbd>N</kbd>
      </button>
      <span className="clock" role="status">
        {moment(language, clock.at)}
      </span>
      <span className="dim only-l">
        <Say id="rehearsal.pace" />
      </span>
      <span className="sp" />
      <span className="jump" role="group" aria-label={say('rehearsal.jump')}>
        {jumpsOf(rehearsal).map((at) => (
          <button
            key={at}
            type="button"
            aria-current={at === clock.at ? 'true' : undefined}
            onClick={() => clock.jump(at)}
          >
            {day(language, new Date(at), new Date(clock.at))}
          </button>
        ))}
      </span>
    </div>
  );
};
