import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';

import { useConsole } from '../console.tsx';
import { moment as written } from '../i18n/times.ts';
import { Icon } from '../icons.tsx';
import { Say, useSay } from '../parts/say.tsx';
import { useMoment } from '../parts/moment.ts';
import { useRehearsed } from './rehearsed.tsx';
import { OFFSET } from '../i18n/days.ts';
import { useNow } from '../parts/now.ts';

/** The one control of time. */
export const AsOf = (): JSX.Element => {
  const moment = useMoment();
  const now = useNow();
  const { language } = useConsole().preferences;
  const rehearsed = useRehearsed();
  const when = written(language, rehearsed?.at ?? now.toISOString());
  const word = moment !== null ? 'time.past' : rehearsed ? 'time.rehearsal' : 'time.now';
  return (
    <DialogTrigger>
      <Button className="asof">
        <Icon name={rehearsed ? 'rehearsal' : 'clock'} />
        <span className="sr">
          <Say id="time.asOf" />
        </span>
        <span className="word">
          <Say id={word} />
        </span>
        <span className="when">{when}</span>
        <Icon name="down" />
      </Button>
      <Popover className="explain" placement="bottom end">
        <Dialog className="form" aria-label={when}>
          {({ close }) => <Choose onChosen={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
};

const Choose = ({ onChosen }: Readonly<{ onChosen(): void }>): JSX.Element => {
  const say = useSay();
  const navigate = useNavigate();
  const [local, setLocal] = useState('');
  const show = () => {
    void navigate({ to: '.', search: (before: object) => ({ ...before, at: instantOf(local) }) });
    onChosen();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        show();
      }}
    >
      <label className="lab" htmlFor="as-of">
        {say('time.moment')}
      </label>
      <input
        id="as-of"
        className="field"
        type="datetime-local"
        required
        value={local}
        onChange={({ target }) => setLocal(target.value)}
      />
      <button className="btn primary" type="submit">
        {say('time.showThen')}
      </button>
      <Link className="btn" to="/rehearsal" onClick={onChosen}>
        <Icon name="rehearsal" />
        {say('time.rehearse')}
      </Link>
    </form>
  );
};

const instantOf = (local: string): string => new Date(`${local}${OFFSET}`).toISOString();
