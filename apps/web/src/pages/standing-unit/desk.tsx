import './standing-unit.css';
import { Link, useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useAllMatters, useMatters, useStandingUnits, type Matter } from '../../api/matters.ts';
import { useOffice } from '../../api/tasks.ts';
import { useConsole } from '../../console.tsx';
import { day, dayEndingAt } from '../../i18n/times.ts';
import { ClassWord } from '../../parts/class-tag.tsx';
import { Explained } from '../../parts/explained.tsx';
import { useNow } from '../../parts/now.ts';
import { Nothing } from '../../parts/nothing.tsx';
import { Prose } from '../../parts/prose.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { Parts } from '../../reasons/figure-reason.tsx';
import { Reason } from '../../reasons/reason.tsx';
import { partsBy, sumOf } from '../../reasons/sums.ts';
import { DeskTools } from './desk-tools.tsx';
import { Heaps } from './heaps.tsx';
import { clockOf, ORDER, type Clock } from './clock.ts';
import { MarkTags } from './marks.tsx';
import { Mandate } from './mandate.tsx';
import { offersOn } from './matter-offers.ts';
import { MatterPane } from './matter-pane.tsx';

/** The desk of a standing unit: what was brought to it, by its response clock, and until when it may receive. */
export const Desk = (): JSX.Element => {
  const say = useSay();
  const now = useNow();
  const { matter: open } = useSearch({ from: '/standing-unit' });
  const { items: matters, isPending, error } = useMatters();
  const { items: standingUnits } = useStandingUnits();
  const byClock = Map.groupBy(matters, (matter) => clockOf(matter, now.toISOString()));
  const asked = useAsked();
  const chosen = [...matters, ...asked].find(({ id }) => id === open);
  return (
    <div className="desk">
      {standingUnits.map((unit) => (
        <Mandate key={unit.standingUnitId} unit={unit} />
      ))}
      <Heaps />
      <div className="split" data-open={chosen ? true : undefined}>
        <section className="list" aria-label={say('frame.matters')}>
          <h1 className="sr">
            <Say id="frame.standingUnit" />
          </h1>
          <DeskTools />
          <Group clock="asked" matters={asked} open={open} />
          {matters.length === 0 ? <Nothing isPending={isPending} error={error} empty="matters.empty" /> : null}
          {ORDER.map((clock) => (
            <Group key={clock} clock={clock} matters={byClock.get(clock) ?? []} open={open} />
          ))}
        </section>
        {chosen ? <MatterPane key={chosen.id} matter={chosen} /> : null}
      </div>
    </div>
  );
};

/** What lies with others and waits for one's own answer. */
const useAsked = (): readonly Matter[] => {
  const unit = useOffice()?.unit;
  const { items } = useAllMatters();
  return items.filter(
    (matter) => matter.unit !== unit && offersOn(matter, unit).some(({ verb }) => verb === 'answerConsultation'),
  );
};

type GroupProps = Readonly<{ clock: Clock | 'asked'; matters: readonly Matter[]; open: string | undefined }>;

const Group = ({ clock, matters, open }: GroupProps): JSX.Element | null =>
  matters.length === 0 ? null : (
    <>
      <h2 className="grp">
        {clock === 'past' ? <ClassWord deadlineClass="overdue" /> : <Say id={`clock.${clock}`} />}
        <Count clock={clock} matters={matters} />
      </h2>
      <ul>
        {matters.map((matter) => (
          <li key={matter.id}>
            <Row matter={matter} isOpen={matter.id === open} />
          </li>
        ))}
      </ul>
    </>
  );

/** Those that it counts stand under it. */
const Count = ({ clock, matters }: Omit<GroupProps, 'open'>): JSX.Element => {
  const say = useSay();
  const parts = partsBy(matters, ({ state }) => state);
  return (
    <Explained
      className="n"
      label={`${say(`clock.${clock}`)}: ${matters.length}`}
      why={() => (
        <Reason
          title={sumOf(parts.map(({ count }) => count))}
          parts={<Parts of={parts} words="matterState" />}
          rule={<Say id={`reason.clock.${clock}`} />}
          view="matter"
        />
      )}
    >
      {matters.length}
    </Explained>
  );
};

const Row = ({ matter, isOpen }: Readonly<{ matter: Matter; isOpen: boolean }>): JSX.Element => {
  const { language } = useConsole().preferences;
  const now = useNow();
  return (
    <Link
      className="row"
      to="/standing-unit"
      search={(before) => ({ ...before, matter: matter.id })}
      aria-current={isOpen ? 'true' : undefined}
    >
      <span className="ttl">
        <Prose text={matter.subject} />
      </span>
      <span className="due">{matter.answerBy === null ? '' : day(language, dayEndingAt(matter.answerBy), now)}</span>
      <span className="meta">
        <Say id={`matterKind.${matter.kind}`} />
        <span>·</span>
        <Say id={`matterState.${matter.state}`} />
        <MarkTags matter={matter} />
        {matter.task === null ? null : (
          <>
            <span>·</span>
            <span className="mono">{matter.task}</span>
          </>
        )}
      </span>
    </Link>
  );
};
