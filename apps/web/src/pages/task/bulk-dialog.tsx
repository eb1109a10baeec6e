import { useState, type JSX } from 'react';

import { useBulk, type Result } from '../../api/bulk.ts';
import type { Task } from '../../api/tasks.ts';
import { AskedFields } from '../../parts/asked-fields.tsx';
import { FormDialog, type Filled } from '../../parts/form-dialog.tsx';
import { Modal } from '../../parts/modal.tsx';
import { plainText } from '../../parts/prose.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { WhyNot } from '../../parts/why-not.tsx';
import { useUnitNames } from '../../api/units.tsx';
import type { Offer } from './acts.ts';
import { bodyOf } from './offers.ts';
import { nextPortion, offerOn } from './portions.ts';

type BulkDialogProps = Readonly<{ verb: Offer['verb']; tasks: readonly Task[]; onClose(): void }>;

/** One act on several tasks: chosen one by one, said once, and told of each what came of it. Many go in portions. */
export const BulkDialog = ({ verb, tasks, onClose }: BulkDialogProps): JSX.Element => {
  const say = useSay();
  const { results, isRunning, run, clear } = useBulk();
  const [said, setSaid] = useState<Filled>();
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const { portion: able, rest } = nextPortion(tasks, verb, seen);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = able.filter(({ id }) => !left.has(id));
  const send = (filled: Filled) => {
    const once = said ?? filled;
    setSaid(once);
    setSeen(new Set([...seen, ...able.map(({ id }) => id)]));
    run(chosen.map((task) => ({ id: task.id, verb, body: bodyOf(offerOn(task, verb)!, task, once) })));
  };
  if (results.size > 0)
    return (
      <Modal title={say(`act.${verb}`)} onClose={onClose}>
        <Results tasks={tasks} results={results} isRunning={isRunning} />
        {isRunning || able.length === 0 ? null : (
          <button className="btn primary" type="button" onClick={clear}>
            <Say id="bulk.next" count={able.length} />
          </button>
        )}
      </Modal>
    );
  const [first] = able;
  return (
    <FormDialog title={`act.${verb}`} onClose={onClose} onSaid={send}>
      {first && said === undefined ? <AskedFields fields={offerOn(first, verb)!.fields} /> : null}
      <p className="mid">
        <Say id="bulk.chosen" chosen={chosen.length} able={able.length} />
        <Rest able={able.length} rest={rest} />
      </p>
      <Choices tasks={able} left={left} onLeft={setLeft} />
    </FormDialog>
  );
};

const Rest = ({ able, rest }: Readonly<{ able: number; rest: number }>): JSX.Element | null =>
  rest === 0 ? null : (
    <>
      {'. '}
      <Say id="bulk.rest" all={able + rest} rest={rest} />
    </>
  );

type ChoicesProps = Readonly<{
  tasks: readonly Task[];
  left: ReadonlySet<string>;
  onLeft(left: ReadonlySet<string>): void;
}>;

const Choices = ({ tasks, left, onLeft }: ChoicesProps): JSX.Element => (
  <ul className="bulk">
    {tasks.map((task) => (
      <li key={task.id}>
        <label>
          <input
            type="checkbox"
            checked={!left.has(task.id)}
            onChange={({ target }) => {
              const next = new Set(left);
              if (target.checked) next.delete(task.id);
              else next.add(task.id);
              onLeft(next);
            }}
          />
          <NameOf task={task} />
        </label>
      </li>
    ))}
  </ul>
);

const NameOf = ({ task }: Readonly<{ task: Task }>): JSX.Element => {
  const nameOf = useUnitNames();
  return (
    <span>
      <span className="mono">{task.ref}</span> {plainText(task.statement).slice(0, 80)}
      {task.unit === null ? null : <span className="dim"> · {nameOf(task.unit)}</span>}
    </span>
  );
};

type ResultsProps = Readonly<{
  tasks: readonly Task[];
  results: ReadonlyMap<string, Result>;
  isRunning: boolean;
}>;

const Results = ({ tasks, results, isRunning }: ResultsProps): JSX.Element => {
  const say = useSay();
  const all = [...results.values()];
  const done = all.filter((result) => result === 'done').length;
  const refused = all.filter((result) => result instanceof Error).length;
  return (
    <>
      <p role="status">
        <Say id={isRunning ? 'bulk.running' : 'bulk.over'} done={done} all={all.length} refused={refused} />
      </p>
      <progress aria-label={say('bulk.progress')} max={all.length} value={done + refused} />
      <ul className="bulk" tabIndex={0} aria-label={say('bulk.several')}>
        {tasks
          .filter(({ id }) => results.has(id))
          .map((task) => (
            <li key={task.id}>
              <NameOf task={task} />
              <ResultWord result={results.get(task.id)!} />
            </li>
          ))}
      </ul>
    </>
  );
};

const ResultWord = ({ result }: Readonly<{ result: Result }>): JSX.Element =>
  result instanceof Error ? (
    <span className="refused">
      <WhyNot error={result} />
    </span>
  ) : (
    <span className={result === 'done' ? 't-done' : 'dim'}>
      <Say id={`bulk.${result}`} />
    </span>
  );
