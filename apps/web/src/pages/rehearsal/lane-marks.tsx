import type { JSX } from 'react';

import { useUnitNames } from '../../api/units.tsx';
import type { Rehearsal } from '../../api/rehearsal.ts';
import { beginOf, endOf } from '../../i18n/days.ts';
import { useSay } from '../../parts/say.tsx';
import { DESKS, ESCALATIONS, LEFT, ofTypes, overdueOf, REMINDERS, RIGHT, type Scale } from './lanes.ts';

type LaneProps = Readonly<{ rehearsal: Rehearsal; scale: Scale; at: string }>;

/** Filled once it has come about. */
const past = (moment: string, at: string): string => (moment <= at ? 'full' : 'hollow');

type LabelProps = Readonly<{ x: number; y: number; text: string; className?: string }>;

/** On the side where there is room. */
const Label = ({ x, y, text, className = '' }: LabelProps): JSX.Element => {
  const isLeft = x > RIGHT - 260;
  return (
    <text className={`halo little ${className}`} x={isLeft ? x - 9 : x + 9} y={y} textAnchor={isLeft ? 'end' : 'start'}>
      {text}
    </text>
  );
};

export const DeadlineMarks = ({ rehearsal, scale, at }: LaneProps): JSX.Element => {
  const within = rehearsal.deadlines.filter(({ dueAt }) => scale(dueAt) >= LEFT && scale(dueAt) <= RIGHT);
  const together = [...Map.groupBy(within, ({ dueAt }) => dueAt)];
  return (
    <>
      {together.map(([dueAt, all], n) => (
        <g key={dueAt} className={past(dueAt, at)}>
          <path className="tick" d={`M${scale(dueAt)} 53V71`} />
          <rect className="dot" x={scale(dueAt) - 4} y={58} width={8} height={8} />
          <Label x={scale(dueAt)} y={n % 2 === 0 ? 56 : 78} text={namesOf(all)} />
        </g>
      ))}
    </>
  );
};

const namesOf = (all: Rehearsal['deadlines']): string => {
  const refs = [...new Set(all.map(({ ref, milestone }) => milestone ?? ref))];
  return refs.length > 2 ? `${refs.slice(0, 2).join(', ')} +${refs.length - 2}` : refs.join(', ');
};

export const ReminderMarks = ({ rehearsal, scale, at }: LaneProps): JSX.Element => (
  <>
    {ofTypes(rehearsal, REMINDERS).map((step) => (
      <g key={`${step.at}${step.type}`} className={past(step.at, at)}>
        <circle className="dot" cx={scale(step.at)} cy={100} r={3.4} />
        {step.count > 9 ? (
          <text className="halo little faint" x={scale(step.at)} y={115} textAnchor="middle">
            × {step.count}
          </text>
        ) : null}
      </g>
    ))}
  </>
);

export const OverdueMarks = ({ rehearsal, scale, at }: LaneProps): JSX.Element => (
  <>
    {overdueOf(rehearsal)
      .slice(0, 3)
      .map(({ ref, from, until }, n) => {
        const [x, y, end] = [scale(from), 130 + n * 13, scale(until)];
        const reached = Math.min(Math.max(scale(at), x), end);
        return (
          <g key={ref} className="late">
            <path className="ahead" d={`M${x} ${y}H${end}`} />
            <rect x={x} y={y - 3} width={reached - x} height={6} />
            <path d={`M${x} ${y - 6}l6 6 -6 6 -6 -6z`} />
            <text className="halo little" x={x - 10} y={y + 4} textAnchor="end">
              {ref}
            </text>
          </g>
        );
      })}
  </>
);

export const EscalationMarks = ({ rehearsal, scale, at }: LaneProps): JSX.Element => {
  const say = useSay();
  const nameOf = useUnitNames();
  const together = [...Map.groupBy(ofTypes(rehearsal, ESCALATIONS), (step) => step.at)];
  return (
    <>
      {together.slice(0, 6).map(([moment, steps], n) => {
        const { type, refs, offices } = steps.at(-1)!;
        const y = n % 2 === 0 ? 178 : 197;
        const where = offices.at(-1) ? ` → ${nameOf(offices.at(-1)!.unit)}` : '';
        return (
          <g key={moment} className={past(moment, at)}>
            <circle className="dot" cx={scale(moment)} cy={y} r={5} />
            <path className="up" d={`M${scale(moment) - 2.2} ${y + 1}l2.2-2.4 2.2 2.4`} />
            <Label x={scale(moment)} y={y + 4} text={`${refs[0] ?? ''} ${say(`event.${type}`)}${where}`} />
          </g>
        );
      })}
    </>
  );
};

export const DeskMarks = ({ rehearsal, scale, at }: LaneProps): JSX.Element => {
  const say = useSay();
  const { mandateUntil, counts } = rehearsal;
  const [first = null] = ofTypes(rehearsal, DESKS).filter(({ type }) => type === 'StandingUnitSetUp');
  const from = scale(first?.at ?? beginOf(rehearsal.from));
  const end = Math.min(mandateUntil === null ? RIGHT : scale(endOf(mandateUntil)), RIGHT);
  const reached = Math.min(Math.max(scale(at), from), end);
  const { expected, setUp } = counts.standingUnits;
  if (expected === 0) return <Label x={LEFT} y={234} text={say('rehearsal.noDesks')} className="faint" />;
  return (
    <g className={first === null ? 'mandate none' : 'mandate'}>
      <rect className="all" x={from} y={221} width={end - from} height={18} rx={2} />
      {first === null ? null : <rect className="gone" x={from} y={221} width={reached - from} height={18} />}
      <text className="little" x={from + 7} y={234}>
        {say('rehearsal.desks', { setUp, expected })}
      </text>
    </g>
  );
};

export const MoveMarks = ({ rehearsal, scale, at }: LaneProps): JSX.Element => {
  const say = useSay();
  return (
    <>
      <path className="lasting" d={`M${LEFT} 269H${RIGHT}`} />
      {ofTypes(rehearsal, ['TaskTransferred']).map((step) => (
        <g key={step.at} className={past(step.at, at)}>
          <circle className="dot" cx={scale(step.at)} cy={269} r={6} />
          <Label x={scale(step.at)} y={285} text={say('rehearsal.moved', { tasks: step.count })} />
        </g>
      ))}
    </>
  );
};
