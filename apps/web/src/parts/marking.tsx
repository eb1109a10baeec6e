import type { JSX, ReactNode } from 'react';
import { useIntl } from 'react-intl';

import { Mark } from '../icons.tsx';
import { Explained } from './explained.tsx';
import { Say } from './say.tsx';

type Marked = Readonly<{ classification: string; urgency: string }>;

const OPEN = 'open';
const NO_URGENCY = 'none';

type TagsProps = Marked & Readonly<{ explained?: string }>;

/** How secret a document is and how urgent, where it bears a mark of either. `explained`: the directive on whose page that says why. */
export const MarkingTags = ({ classification, urgency, explained }: TagsProps): JSX.Element => (
  <>
    {classification === OPEN ? null : (
      <Tag explained={explained} mark="level">
        <Say id={`level.${classification}`} />
      </Tag>
    )}
    {urgency === NO_URGENCY ? null : (
      <Tag explained={explained} mark="urgency">
        <Mark name="urgent" />
        <UrgencyWord urgency={urgency} />
      </Tag>
    )}
  </>
);

type TagProps = Readonly<{ explained: string | undefined; mark: 'level' | 'urgency'; children: ReactNode }>;

const Tag = ({ explained, mark, children }: TagProps): JSX.Element =>
  explained === undefined ? (
    <span className="tag state marking">{children}</span>
  ) : (
    <Explained
      className="tag state marking"
      why={({ MarkingReason }) => <MarkingReason id={explained} mark={mark} title={children} />}
    >
      {children}
    </Explained>
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
