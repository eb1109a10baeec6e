import type { JSX } from 'react';

import { useOffice, type EventLine } from '../../api/tasks.ts';
import { useKeys } from '../../frame/keys.ts';
import { Mark } from '../../icons.tsx';
import { Progress } from '../../parts/progress.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { Say } from '../../parts/say.tsx';
import { SealFacts } from './seal-facts.tsx';
import { canVerify, type useVerifying, type Verified } from './verifying.ts';

type SealProps = Readonly<{ lines: readonly EventLine[]; verifying: ReturnType<typeof useVerifying> }>;

/** Whether what is shown is what was sealed, computed in this browser; and the proof, to be checked elsewhere. */
export const Seal = ({ lines, verifying }: SealProps): JSX.Element => {
  const capacity = useOffice()?.capacity ?? '';
  const why = closedBecause(capacity);
  const verify = why === null ? () => verifying.mutate(lines) : undefined;
  useKeys({ v: verify });
  const { data, isPending, error } = verifying;
  return (
    <section className="card seal">
      <header>
        <h2>
          <Say id="seal.title" />
        </h2>
        <span className="sp" />
        <Progress isPending={isPending} error={error} pending="seal.computing" />
        <button className="btn primary" type="button" aria-disabled={why === null ? undefined : true} onClick={verify}>
          <Say id="seal.verify" />
          <kbd>V</kbd>
        </button>
      </header>
      <div className="body">
        {why === null ? null : (
          <p className="mid">
            <Say id={why} />
          </p>
        )}
        {data ? <Result verified={data} /> : null}
      </div>
    </section>
  );
};

/** An act that is closed stays visible and says why. */
const closedBecause = (capacity: string): string | null => {
  if (!['auditor', 'inspector'].includes(capacity)) return 'seal.notYours';
  return canVerify() ? null : 'seal.unsafe';
};

const Result = ({ verified }: Readonly<{ verified: Verified }>): JSX.Element => {
  const { evidence } = verified;
  const save = () => saveFile(`${evidence.stream}.proof.json`, 'application/json', JSON.stringify(evidence, null, 2));
  return (
    <>
      <Verdict verified={verified} />
      <SealFacts verified={verified} />
      <button className="btn small" type="button" onClick={save}>
        <Say id="seal.save" />
      </button>
    </>
  );
};

/** What does not hold is said first, and fills the line. */
const Verdict = ({ verified: { checkpointFlaw, lines } }: Readonly<{ verified: Verified }>): JSX.Element => {
  const flaws = [...lines.values()];
  const broken = flaws.filter((flaw) => flaw !== null && flaw !== 'notYet').length;
  const waiting = flaws.filter((flaw) => flaw === 'notYet').length;
  const isWell = checkpointFlaw === null && broken === 0;
  return (
    <p className={isWell ? 'verdict t-done' : 'verdict broken'} role="status">
      <Mark name={isWell ? 'doneInTime' : 'overdue'} />{' '}
      {checkpointFlaw === null ? (
        <Say id={isWell ? 'seal.holds' : 'seal.broken'} events={flaws.length} broken={broken} waiting={waiting} />
      ) : (
        <Say id={`seal.checkpoint.${checkpointFlaw}`} />
      )}
    </p>
  );
};
