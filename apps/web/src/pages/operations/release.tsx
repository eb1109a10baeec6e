import { useState, type JSX } from 'react';

import { useRelease } from '../../api/operations.ts';
import { ChoiceField, WordsField } from '../../parts/fields.tsx';
import { Say } from '../../parts/say.tsx';
import { SendingDialog } from '../../parts/sending-dialog.tsx';
import { mayPassOver } from './kinds.ts';

export type Parked = Readonly<{ subscriber: string; stream: string; revision: number; reason: string }>;
type ReleaseProps = Readonly<{ parked: Parked; onClose(): void; onDone(): void }>;

type How = 'retry' | 'skip';

/** Has one who follows the log go on with a stream: by the same event once more, or past it. */
export const Release = ({ parked, ...dialog }: ReleaseProps): JSX.Element => {
  const { subscriber, stream, revision, reason: why } = parked;
  const [how, setHow] = useState<string>('retry');
  const ways: readonly How[] = mayPassOver(subscriber) ? ['retry', 'skip'] : ['retry'];
  return (
    <SendingDialog
      {...dialog}
      title="operations.release"
      sending={useRelease()}
      saidOf={({ reason = '' }) => ({ subscriber, stream, how: how as How, reason })}
    >
      <p className="mid">
        <Say id="operations.release.why" subscriber={subscriber} />
      </p>
      <p className="once">
        <span className="mono">
          {stream}@{revision}
        </span>{' '}
        {why}
      </p>
      <ChoiceField name="how" label="operations.how" values={ways} word="operations.how" onChosen={setHow} />
      {how === 'skip' ? (
        <p className="mid" role="status">
          <Say id="operations.skip.why" />
        </p>
      ) : null}
      <WordsField name="reason" label="accounts.why" required />
    </SendingDialog>
  );
};
