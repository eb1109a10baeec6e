import type { JSX } from 'react';
import { useIntl } from 'react-intl';

import type { EventLine } from '../api/tasks.ts';
import { useUnitNames } from '../api/units.tsx';
import { useConsole } from '../console.tsx';
import { written } from '../i18n/times.ts';
import { saidIn } from './event-said.ts';
import { useSay } from './say.tsx';
import { useWhy } from './why.ts';

/** What happened, and the words that were said with it. An event without a sentence is shown by its name: nothing is hidden. */
export const EventWords = ({ line }: Readonly<{ line: Pick<EventLine, 'type' | 'data'> }>): JSX.Element => {
  const { messages } = useIntl();
  const say = useSay();
  const unit = useUnitNames();
  const why = useWhy();
  const { language } = useConsole().preferences;
  const day = (date: string) => written(language, date);
  const id = `event.${line.type}`;
  const said = saidIn(line.type, line.data as Readonly<Record<string, unknown>>, { say, unit, day, why });
  return (
    <>
      {id in messages ? say(id) : line.type}
      {said.length === 0 ? '' : `: ${said.join(' · ')}`}
    </>
  );
};
