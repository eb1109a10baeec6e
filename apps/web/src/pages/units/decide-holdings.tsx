import { useId, useState, type JSX } from 'react';

import type { Result } from '../../api/bulk.ts';
import { useDeciding, useProof, type Conservation, type Decided } from '../../api/successions.ts';
import { useUnitNames } from '../../api/units.tsx';
import { dayOf } from '../../i18n/days.ts';
import { WordsField } from '../../parts/fields.tsx';
import { FormDialog, type Filled } from '../../parts/form-dialog.tsx';
import { useClock } from '../../parts/now.ts';
import { Modal } from '../../parts/modal.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { HoldingName } from './holding-name.tsx';
import { partsOf } from './succession-offers.ts';
import type { Planned } from './tree.ts';
import { UnitOptions, WhoGets } from './who-gets.tsx';

/** More than these nobody looks through at once; those that wait come up as others are decided. */
const MOST = 50;

type DecideProps = Readonly<{ planned: Planned; all: readonly Planned[]; onClose(): void }>;

/** What a split, or a unit that nobody succeeds, leaves open: each thing by its name, and who gets it. */
export const DecideHoldings = ({ planned, all, onClose }: DecideProps): JSX.Element => {
  const today = dayOf(useClock());
  const parts = partsOf(planned, all, today);
  const { data, error } = useProof(planned.id);
  const { results, isRunning, run } = useDeciding();
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const waiting = data?.items.filter(({ outcome }) => outcome === 'open') ?? [];
  const shown = waiting.slice(0, MOST);
  const decided = shown.filter(({ holding }) => chosen.has(holding) && results.get(holding) !== 'done');
  const send = ({ reason = '' }: Filled) =>
    run(
      decided.map(({ holding }): Decided => {
        const to = chosen.get(holding)!;
        return { id: holding, to, reason, succession: (parts.find((part) => part.to === to) ?? planned).id };
      }),
    );
  if (waiting.length === 0) return <NothingWaits isKnown={data !== undefined} error={error} onClose={onClose} />;
  return (
    <FormDialog title="successionAct.decide" act="succession.decideChosen" onClose={onClose} onSaid={send}>
      <p className="mid" role="status">
        <Say id="succession.waits" waits={waiting.length} />
      </p>
      <Waiters
        items={shown}
        parts={parts}
        chosen={chosen}
        results={results}
        onChosen={(holding, to) => setChosen((before) => withChoice(before, holding, to))}
      />
      <WordsField name="reason" label="act.field.reason" required />
      <Goes to={decided.map(({ holding }) => chosen.get(holding)!)} isRunning={isRunning} />
    </FormDialog>
  );
};

type WaitersProps = Readonly<{
  items: Conservation['items'];
  parts: readonly Planned[];
  chosen: ReadonlyMap<string, string>;
  results: ReadonlyMap<string, Result>;
  onChosen(holding: string, to: string): void;
}>;

const Waiters = ({ items, parts, chosen, results, onChosen }: WaitersProps): JSX.Element => {
  const id = useId();
  return (
    <>
      <ul className="holdings">
        {items.map(({ holding, held }) => (
          <li key={holding}>
            <div id={`${id}-${holding}`}>
              <HoldingName stream={holding} unit={Object.keys(held)[0] ?? ''} />
            </div>
            <WhoGets
              label={`${id}-${holding}`}
              list={id}
              parts={parts}
              to={chosen.get(holding) ?? ''}
              onChosen={(to) => onChosen(holding, to)}
            />
            <Became result={results.get(holding)} />
          </li>
        ))}
      </ul>
      <UnitOptions id={id} />
    </>
  );
};

const withChoice = (before: ReadonlyMap<string, string>, holding: string, to: string): ReadonlyMap<string, string> => {
  const next = new Map(before);
  if (to === '') next.delete(holding);
  else next.set(holding, to);
  return next;
};

type NothingProps = Readonly<{ isKnown: boolean; error: Error | null; onClose(): void }>;

const NothingWaits = ({ isKnown, error, onClose }: NothingProps): JSX.Element => {
  const say = useSay();
  return (
    <Modal title={say('successionAct.decide')} onClose={onClose}>
      {isKnown ? (
        <p role="status">
          <Say id="succession.waits" waits={0} />
        </p>
      ) : (
        <Waiting error={error} />
      )}
    </Modal>
  );
};

/** What is about to be decided. */
const Goes = ({ to, isRunning }: Readonly<{ to: readonly string[]; isRunning: boolean }>): JSX.Element => {
  const nameOf = useUnitNames();
  if (isRunning)
    return (
      <p className="dim" role="status">
        <Say id="act.sending" />
      </p>
    );
  return (
    <ul className="mid">
      {[...Map.groupBy(to, (unit) => unit)].map(([unit, things]) => (
        <li key={unit}>
          <Say id="succession.goes" things={things.length} to={nameOf(unit)} />
        </li>
      ))}
    </ul>
  );
};

const Became = ({ result }: Readonly<{ result: Result | undefined }>): JSX.Element | null => {
  if (result === undefined) return null;
  return result instanceof Error ? (
    <p className="refused" role="alert">
      {result.message}
    </p>
  ) : (
    <p className={result === 'done' ? 't-done' : 'dim'}>
      <Say id={`bulk.${result}`} />
    </p>
  );
};
