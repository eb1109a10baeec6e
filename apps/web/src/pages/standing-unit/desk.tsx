import './standing-unit.css';
import { Link, useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useAllMatters, useMatters, useStandingUnits, type Matter } from '../../api/matters.ts';
import { useOffice } from '../../api/tasks.ts';
import { useConsole } from '../../console.tsx';
import { day } from '../../i18n/times.ts';
import { ClassWord } from '../../parts/class-tag.tsx';
import { useNow } from '../../parts/now.ts';
import { Nothing } from '../../parts/nothing.tsx';
import { Prose } from '../../parts/prose.tsx';
import { Say, useSay } from '../../parts/say.tsx';
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
          <Group heading={<Say id="clock.asked" />} matters={asked} open={open} />
          {matters.length === 0 ? <Nothing isPending={isPending} error={error} empty="matters.empty" /> : null}
          {ORDER.map((clock) => (
            <Group key={clock} heading={headingOf(clock)} matters={byClock.get(clock) ?? []} open={open} />
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

const headingOf = (clock: Clock): JSX.Element =>
  clock === 'past' ? <ClassWord deadlineClass="overdue" /> : <Say id={`clock.${clock}`} />;

type GroupProps = Readonly<{ heading: JSX.Element; matters: readonly Matter[]; open: string | undefined }>;

const Group = ({ heading, matters, open }: GroupProps): JSX.Element | null =>
  matters.length === 0 ? null : (
    <>
      <h2 className="grp">
        {heading}
        <span className="n">{matters.length}</span>
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

const Row = ({ matter, isOpen }: Readonly<{ matter: Matter; isOpen: boolean }>): JSX.Element => {
  const { language } = useConsole().preferences;
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
      <span className="due">{matter.answerBy === null ? '' : day(language, new Date(matter.answerBy))}</span>
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
