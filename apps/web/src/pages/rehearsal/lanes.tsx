import type { JSX } from 'react';

import type { Rehearsal } from '../../api/rehearsal.ts';
import { useConsole } from '../../console.tsx';
import { shortMoment } from '../../i18n/times.ts';
import { useSay } from '../../parts/say.tsx';
import { DeadlineMarks, DeskMarks, EscalationMarks, MoveMarks, OverdueMarks, ReminderMarks } from './lane-marks.tsx';
import { HEIGHT, monthsOf, RIGHT, scaleOf } from './lanes.ts';
import { formatMonth } from './month.ts';

/** Where each lane begins, and where its marks lie. */
const LANES = [
  ['deadlines', 42],
  ['reminders', 82],
  ['overdue', 118],
  ['escalations', 164],
  ['standingUnits', 210],
  ['committees', 250],
] as const;

/** All lanes under one clock. What it draws, the table below says in words. */
export const Lanes = ({ rehearsal, at }: Readonly<{ rehearsal: Rehearsal; at: string }>): JSX.Element => {
  const say = useSay();
  const scale = scaleOf(rehearsal);
  const lane = { rehearsal, scale, at };
  return (
    <div className="lanes" tabIndex={0} role="group" aria-label={say('rehearsal.lanes')}>
      <svg viewBox={`0 -2 1168 ${HEIGHT + 4}`} role="img" aria-label={say('rehearsal.lanes')}>
        <Grid rehearsal={rehearsal} />
        <DeadlineMarks {...lane} />
        <ReminderMarks {...lane} />
        <OverdueMarks {...lane} />
        <EscalationMarks {...lane} />
        <DeskMarks {...lane} />
        <MoveMarks {...lane} />
        <Now x={scale(at)} at={at} />
      </svg>
    </div>
  );
};

const Grid = ({ rehearsal }: Readonly<{ rehearsal: Rehearsal }>): JSX.Element => {
  const say = useSay();
  const scale = scaleOf(rehearsal);
  const { language } = useConsole().preferences;
  return (
    <>
      {monthsOf(rehearsal).map((first) => (
        <g key={first}>
          <path className="rule" d={`M${scale(first)} 24V${HEIGHT}`} />
          <text className="faint" x={scale(first) + 6} y={33}>
            {formatMonth(language, first)}
          </text>
        </g>
      ))}
      {LANES.map(([name, y]) => (
        <g key={name}>
          <path className="rule" d={`M0 ${y}H1168`} />
          <text className="name" y={y + 19}>
            {say(`rehearsal.lane.${name}`)}
          </text>
          <text className="faint little" y={y + 33}>
            {say(`rehearsal.lane.${name}.what`)}
          </text>
        </g>
      ))}
    </>
  );
};

const [HALF, WIDE] = [52, 104];

const Now = ({ x, at }: Readonly<{ x: number; at: string }>): JSX.Element => {
  const { language } = useConsole().preferences;
  const middle = Math.min(x, RIGHT - HALF);
  return (
    <g className="now">
      <path d={`M${x} 4V${HEIGHT}`} />
      <rect x={middle - HALF} y={-1} width={WIDE} height={18} rx={3} />
      <text x={middle} y={12} textAnchor="middle">
        {shortMoment(language, at, new Date(at))}
      </text>
    </g>
  );
};
