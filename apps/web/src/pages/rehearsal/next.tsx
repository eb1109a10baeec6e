import type { JSX } from 'react';

import type { Rehearsal, Step } from '../../api/rehearsal.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { moment } from '../../i18n/times.ts';
import { Mark } from '../../icons.tsx';
import { editionName } from '../../parts/edition.ts';
import { Say, useSay } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { useStepWords } from './step-words.ts';

type NextProps = Readonly<{ rehearsal: Rehearsal; at: string; isActedIn: boolean }>;

/** The table beside the drawing: everything after the moment of the clock. */
export const Next = ({ rehearsal, at, isActedIn }: NextProps): JSX.Element => {
  const say = useSay();
  const ahead = rehearsal.steps.filter((step) => step.at > at);
  return (
    <section className="card">
      <header>
        <h2>
          <Say id={isActedIn ? 'rehearsal.next.script' : 'rehearsal.next'} />
        </h2>
        <span className="dim small">
          <Say id="rehearsal.steps" steps={ahead.length} />
        </span>
      </header>
      {ahead.length === 0 ? (
        <p className="empty">
          <Say id="rehearsal.nothingAhead" />
        </p>
      ) : (
        <div className="wide-table" tabIndex={0} role="region" aria-label={say('rehearsal.next')}>
          <Table className="ev steps" heads={['rehearsal.when', 'audit.what', 'rehearsal.told', 'rehearsal.rule']}>
            {ahead.map((step) => (
              <Row key={`${step.at} ${step.type}`} step={step} rehearsal={rehearsal} />
            ))}
          </Table>
        </div>
      )}
    </section>
  );
};

const OVERDUE = 'TaskBecameOverdue';
/** By a rule of the text, and not of the policy. */
const OF_TEXT = [
  'TaskLapsed',
  'MandateEnded',
  'TaskTransferred',
  'SuccessionTookEffect',
  'TaskAssigned',
  'DirectiveIssued',
];

const Row = ({ step, rehearsal }: Readonly<{ step: Step; rehearsal: Rehearsal }>): JSX.Element => {
  const { language } = useConsole().preferences;
  const { policyId, policyVersion } = rehearsal.rules;
  const words = useStepWords();
  return (
    <tr>
      <td className="nw">{moment(language, step.at)}</td>
      <td>
        {step.type === OVERDUE ? (
          <span className="cls overdue">
            <Mark name="overdue" />
            {words(step)}
          </span>
        ) : (
          words(step)
        )}
      </td>
      <td className="mid">
        <Units units={step.told} />
      </td>
      <td className="dim">
        {OF_TEXT.includes(step.type) ? <Say id="rehearsal.byText" /> : editionName(policyId, policyVersion)}
      </td>
    </tr>
  );
};

const SHOWN = 2;

const Units = ({ units }: Readonly<{ units: readonly string[] }>): JSX.Element => {
  const say = useSay();
  const nameOf = useUnitNames();
  if (units.length === 0) return <>–</>;
  const names = units.slice(0, SHOWN).map(nameOf).join(', ');
  return <>{units.length > SHOWN ? `${names} ${say('rehearsal.andMore', { units: units.length - SHOWN })}` : names}</>;
};
