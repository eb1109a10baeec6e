import type { JSX } from 'react';
import { useIntl } from 'react-intl';

import { Mark } from '../icons.tsx';
import { Say } from './say.tsx';

type Marked = Readonly<{ classification: string; urgency: string }>;

const OPEN = 'open';
const NO_URGENCY = 'none';

/** How secret a document is and how urgent, where it bears a mark of either. */
export const MarkingTags = ({ classification, urgency }: Marked): JSX.Element => (
  <>
    {classification === OPEN ? null : (
      <span className="tag state marking">
        <Say id={`level.${classification}`} />
      </span>
    )}
    {urgency === NO_URGENCY ? null : (
      <span className="tag state marking">
        <Mark name="urgent" />
        <UrgencyWord urgency={urgency} />
      </span>
    )}
  </>
);

/** The same in words, also where there is no mark. */
export const MarkingWords = ({ classification, urgency }: Marked): JSX.Element => (
  <>
    <Say id={`level.${classification}`} />
    {', '}
    {urgency === NO_URGENCY ? <Say id="urgency.none" /> : <UrgencyWord urgency={urgency} />}
  </>
);

/** A mark is free text: one that is not ours is shown as it stands. */
const UrgencyWord = ({ urgency }: Readonly<{ urgency: string }>): JSX.Element => {
  const { messages, formatMessage } = useIntl();
  const id = `urgency.${urgency}`;
  return <>{id in messages ? formatMessage({ id }) : urgency}</>;
};
