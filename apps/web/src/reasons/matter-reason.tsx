import type { JSX } from 'react';

import { useMatterHistory, type Matter } from '../api/matters.ts';
import { useUnitNames } from '../api/units.tsx';
import { useConsole } from '../console.tsx';
import { written } from '../i18n/times.ts';
import { ClockWord } from '../parts/clock-word.tsx';
import { EditionLink } from '../parts/edition-link.tsx';
import { Say } from '../parts/say.tsx';
import { ByEvent, placeIn, proofOf } from './by-event.tsx';
import { lastOf } from './made-by.ts';
import { clockSaid, markedBy } from './matter-said.ts';
import { Reason } from './reason.tsx';

type MatterProps = Readonly<{ matter: Matter }>;

const BRINGS: Readonly<Record<string, readonly string[]>> = {
  received: ['MatterReceived'],
  directed: ['MatterDirected'],
  recommended: ['MatterRecommended'],
  answered: ['MatterAnswered'],
  refused: ['MatterRefused'],
};

/** By which act a matter came into its state, and whose turn it is. */
export const MatterStateReason = ({ matter: { id, state, unit, recommendedTo } }: MatterProps): JSX.Element => {
  const { items: lines } = useMatterHistory(id);
  const nameOf = useUnitNames();
  const by = lastOf(lines, BRINGS[state] ?? []);
  return (
    <Reason
      title={<Say id={`matterState.${state}`} />}
      rule={<Say id={`reason.matter.${state}`} />}
      events={by && <ByEvent line={by} />}
      next={<Say id={`reason.matterNext.${state}`} unit={nameOf(recommendedTo ?? unit)} />}
      position={placeIn(lines)}
      prove={proofOf(`matter-${id}`)}
    />
  );
};

/** From the day on which it came to the day on which it is to be answered: by which editions, and which days off were passed over. */
export const ClockReason = ({ matter }: MatterProps): JSX.Element => {
  const { items: lines } = useMatterHistory(matter.id);
  const { language } = useConsole().preferences;
  const { term, rule, by } = clockSaid(lines);
  return (
    <Reason
      title={<ClockWord matter={matter} />}
      parts={
        term && (
          <Say id="reason.term" days={term.workingDays} off={term.daysOff.length} from={written(language, term.from)} />
        )
      }
      rule={<Say id={rule} />}
      policy={term && <EditionLink source={term.sources.policy} />}
      calendar={term && <EditionLink source={term.sources.calendar} />}
      events={by && <ByEvent line={by} />}
      position={placeIn(lines)}
      prove={proofOf(`matter-${matter.id}`)}
    />
  );
};

/** What whoever brought it, or the desk afterwards, said of it. */
export const MarkReason = ({ matter: { id }, mark }: MatterProps & Readonly<{ mark: string }>): JSX.Element => {
  const { items: lines } = useMatterHistory(id);
  const by = markedBy(lines, mark);
  return (
    <Reason
      title={<Say id={`mark.${mark}`} />}
      rule={<Say id={`reason.mark.${mark}`} />}
      events={by && <ByEvent line={by} />}
      position={placeIn(lines)}
      prove={proofOf(`matter-${id}`)}
    />
  );
};
