import { useMemo, useState, type JSX } from 'react';

import { useSuccessions, type Succession } from '../../api/successions.ts';
import { useUnitNames, type Unit } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { beginOf, dayOf } from '../../i18n/days.ts';
import { longDay } from '../../i18n/times.ts';
import { Explained } from '../../parts/explained.tsx';
import { useMoment } from '../../parts/moment.ts';
import { useClock, useNow } from '../../parts/now.ts';
import { Say, useSay } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { HoldsReason, StageReason } from '../../reasons/succession-reason.tsx';
import { ActOnSuccession } from './act-on-succession.tsx';
import { DecideHoldings } from './decide-holdings.tsx';
import { useOpenTasks } from './holds.ts';
import { useMayRegister } from './may-register.ts';
import { PlanSuccession } from './plan-succession.tsx';
import { Proof } from './proof.tsx';
import { offersOn, stageOf, type SuccessionOffer } from './succession-offers.ts';
import { successionsOf, successionsThen, type Planned } from './tree.ts';

const HEADS = ['succession.on', 'succession.from', 'succession.to', 'succession.holds', 'succession.proved'];
const NONE: readonly Succession[] = [];

/** `prove`: what became of it, whoever asks. */
type Asked = Readonly<{ what: SuccessionOffer | 'prove'; planned: Planned }>;

/** What is merged and when: before its day what would move, and from then on the proof that all of it did; and what can be done about it. */
export const Successions = ({ units }: Readonly<{ units: readonly Unit[] }>): JSX.Element => {
  const [asked, setAsked] = useState<Asked | null>(null);
  const all = usePlanned(units);
  const held = useOpenTasks();
  const mayAct = useMayRegister();
  if (all.length === 0)
    return (
      <p className="empty">
        <Say id="succession.none" />
      </p>
    );
  return (
    <>
      <Table className="moves" heads={mayAct ? [...HEADS, 'accounts.act'] : HEADS}>
        {all.map((planned) => (
          <Row
            key={`${planned.id}/${planned.to ?? ''}`}
            planned={planned}
            holds={held && planned.from.reduce((sum, unit) => sum + (held.get(unit) ?? 0), 0)}
            mayAct={mayAct}
            onAsk={(what) => setAsked({ what, planned })}
          />
        ))}
      </Table>
      {asked === null ? null : <Dialog asked={asked} all={all} onClose={() => setAsked(null)} />}
    </>
  );
};

const usePlanned = (units: readonly Unit[]): readonly Planned[] => {
  const isNow = useMoment() === null;
  const { data: plans = NONE } = useSuccessions();
  return useMemo(() => (isNow ? successionsOf : successionsThen)(units, plans), [isNow, units, plans]);
};

type DialogProps = Readonly<{ asked: Asked; all: readonly Planned[]; onClose(): void }>;

const Dialog = ({ asked: { what, planned }, all, onClose }: DialogProps): JSX.Element => {
  switch (what) {
    case 'prove':
      return <Proof id={planned.id} onClose={onClose} />;
    case 'decide':
      return <DecideHoldings planned={planned} all={all} onClose={onClose} />;
    case 'plan':
      return <PlanSuccession known={planned} onClose={onClose} />;
    default:
      return <ActOnSuccession verb={what} planned={planned} onClose={onClose} />;
  }
};

type RowProps = Readonly<{
  planned: Planned;
  holds: number | undefined;
  mayAct: boolean;
  onAsk(what: Asked['what']): void;
}>;

const Row = ({ planned, holds, mayAct, onAsk }: RowProps): JSX.Element => {
  const say = useSay();
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  const { on, from, to, plan } = planned;
  const whom = useWhom(planned);
  return (
    <tr>
      <td className="day">{on === null ? <Say id="units.noDay" /> : longDay(language, new Date(beginOf(on)))}</td>
      <td data-head={say('succession.from')}>{whom}</td>
      <td data-head={say('succession.to')}>{to === null ? <Nobody plan={plan} /> : nameOf(to)}</td>
      <td data-head={say('succession.holds')} className="num">
        {holds === undefined || from.length === 0 ? null : (
          <Explained label={`${whom}, ${say('succession.holds')}: ${holds}`} why={() => <HoldsReason units={from} />}>
            {holds}
          </Explained>
        )}
      </td>
      <td className="nw">
        <Stands planned={planned} onProve={() => onAsk('prove')} />
      </td>
      {mayAct ? (
        <td>
          <Offers planned={planned} onAsk={onAsk} />
        </td>
      ) : null}
    </tr>
  );
};

/** Who is taken over; of a unit that is made anew, that. */
const useWhom = ({ from, plan }: Planned): string => {
  const say = useSay();
  const nameOf = useUnitNames();
  return from.length === 0 ? say(`succession.kind.${plan?.kind ?? 'create'}`) : from.map(nameOf).join(', ');
};

const Nobody = ({ plan }: Readonly<{ plan: Succession | undefined }>): JSX.Element =>
  plan?.successor === 'nobody' || plan?.kind === 'dissolve' ? (
    <Say id="succession.noneNamed.nobody" />
  ) : (
    <Say id="units.notKnown" />
  );

/** How far it has come; once what was held is listed, how it adds up, which is known of now only. */
const Stands = ({ planned, onProve }: Readonly<{ planned: Planned; onProve(): void }>): JSX.Element => {
  const isNow = useMoment() === null;
  const stage = stageOf(planned, dayOf(useNow()));
  const { moved, balanced, listed } = planned.plan ?? {};
  if (stage !== 'inEffect' || !listed || moved === undefined || !isNow)
    return (
      <Explained why={() => <StageReason id={planned.id} stage={stage} />}>
        <Say id={`succession.stage.${stage}`} />
      </Explained>
    );
  return (
    <button className="btn small" type="button" onClick={onProve}>
      <Say id={balanced === true ? 'succession.balanced' : 'succession.notBalanced'} />{' '}
      <span className="dim">{moved}</span>
    </button>
  );
};

const Offers = ({
  planned,
  onAsk,
}: Readonly<{ planned: Planned; onAsk(offer: SuccessionOffer): void }>): JSX.Element => {
  const today = dayOf(useClock());
  return (
    <div className="offers">
      {offersOn(planned, today).map((offer) => (
        <button key={offer} className="btn small" type="button" onClick={() => onAsk(offer)}>
          <Say id={`successionAct.${offer}`} />
          {offer === 'decide' && planned.plan?.open !== undefined ? (
            <span className="dim">{planned.plan.open}</span>
          ) : null}
        </button>
      ))}
    </div>
  );
};
