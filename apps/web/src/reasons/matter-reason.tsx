import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useMatterHistory, type Matter } from '../api/matters.ts';
import type { EventLine } from '../api/tasks.ts';
import { useUnitNames } from '../api/units.tsx';
import { useConsole } from '../console.tsx';
import { dayEndingAt, longDay, written } from '../i18n/times.ts';
import { editionIn } from '../parts/edition.ts';
import { Say } from '../parts/say.tsx';
import { ByEvent, placeIn, proofOf } from './by-event.tsx';
import { lastOf } from './made-by.ts';
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

/** As it was reckoned when the matter came. */
type Term = Readonly<{
  from: string;
  workingDays: number;
  daysOff: readonly string[];
  sources: Readonly<{ policy: string; calendar: string }>;
}>;

const termIn = (line: EventLine | undefined): Term | null =>
  (line?.data as Readonly<{ answerBy?: Term | null }> | undefined)?.answerBy ?? null;

/** From the day on which it came to the day on which it is to be answered: by which editions, and which days off were passed over. */
export const ClockReason = ({ matter: { id, answerBy } }: MatterProps): JSX.Element => {
  const { items: lines } = useMatterHistory(id);
  const { language } = useConsole().preferences;
  const by = lastOf(lines, ['MatterReceived']);
  const term = answerBy === null ? null : termIn(by);
  return (
    <Reason
      title={
        answerBy === null ? (
          <Say id="clock.none" />
        ) : (
          <Say id="clock.by" day={longDay(language, dayEndingAt(answerBy))} />
        )
      }
      parts={
        term && (
          <Say id="reason.term" days={term.workingDays} off={term.daysOff.length} from={written(language, term.from)} />
        )
      }
      rule={<Say id={term ? 'reason.termRule' : 'reason.termNone'} />}
      policy={term && <Edition source={term.sources.policy} />}
      calendar={term && <Edition source={term.sources.calendar} />}
      events={by && <ByEvent line={by} />}
      position={placeIn(lines)}
      prove={proofOf(`matter-${id}`)}
    />
  );
};

const Edition = ({ source }: Readonly<{ source: string }>): JSX.Element => (
  <Link className="link" to="/rules">
    {editionIn(source)}
  </Link>
);

/** What whoever brought it, or the desk afterwards, said of it. */
export const MarkReason = ({ matter: { id }, mark }: MatterProps & Readonly<{ mark: string }>): JSX.Element => {
  const { items: lines } = useMatterHistory(id);
  const by = lines.findLast(({ type, data }) => {
    const marks = data as Readonly<Record<string, unknown>>;
    return (type === 'MatterReceived' || type === 'MatterMarked') && marks[mark] === true;
  });
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
