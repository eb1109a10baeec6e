import type { JSX } from 'react';
import { useIntl } from 'react-intl';

import type { EventLine } from '../api/tasks.ts';
import { useUnitNames } from '../api/units.tsx';
import { useConsole } from '../console.tsx';
import { written } from '../i18n/times.ts';
import { refusedIn, saidIn } from './event-said.ts';
import { useSay } from './say.tsx';
import { Why } from './why.tsx';

/** What happened, and the words that were said with it. An event without a sentence is shown by its name: nothing is hidden. */
export const EventWords = ({ line }: Readonly<{ line: Pick<EventLine, 'type' | 'data'> }>): JSX.Element => {
  const { messages } = useIntl();
  const say = useSay();
  const unit = useUnitNames();
  const { language } = useConsole().preferences;
  const day = (date: string) => written(language, date);
  const id = `event.${line.type}`;
  const data = line.data as Readonly<Record<string, unknown>>;
  const refused = refusedIn(data);
  const said = saidIn(line.type, data, { say, unit, day });
  return (
    <>
      {id in messages ? say(id) : line.type}
      {said.length === 0 ? '' : `: ${said.join(' · ')}`}
      {refused === undefined ? null : (
        <>
          {said.length === 0 ? ': ' : ' · '}
          <Why code={refused} />
        </>
      )}
    </>
  );
};
