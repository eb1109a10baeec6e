import type { JSX } from 'react';
import { useIntl } from 'react-intl';

import type { EventLine } from '../api/tasks.ts';

const SAID = ['report', 'reason', 'text', 'finding', 'contribution', 'what'];

/** What happened, and the words that were said with it. An event without a sentence is shown by its name: nothing is hidden. */
export const EventWords = ({ line }: Readonly<{ line: Pick<EventLine, 'type' | 'data'> }>): JSX.Element => {
  const { messages, formatMessage } = useIntl();
  const id = `event.${line.type}`;
  const data = line.data as Readonly<Record<string, unknown>>;
  const said = SAID.map((name) => data[name]).find((each) => typeof each === 'string');
  return (
    <>
      {id in messages ? formatMessage({ id }) : line.type}
      {said === undefined ? '' : `: ${said}`}
    </>
  );
};
