import { useState, type JSX, type ReactNode } from 'react';

import { useDirectives, type Finding } from '../../api/directives.ts';
import { useAct, type Task } from '../../api/tasks.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { useKeys } from '../../frame/keys.ts';
import { longDay } from '../../i18n/times.ts';
import { AskedFields, saidIn } from '../../parts/asked-fields.tsx';
import type { Filled } from '../../parts/form-dialog.tsx';
import { Prose } from '../../parts/prose.tsx';
import { Say } from '../../parts/say.tsx';
import { SendingDialog } from '../../parts/sending-dialog.tsx';
import { Remark } from '../directives/remark.tsx';
import { nested } from './nested.ts';
import { fieldsOn, mayBeDecided, rulingWords, saidOn } from './rulings.ts';
import { useRoles } from './roles.ts';

type Code = Finding['code'];

/** What the text leaves open of a task. A finding stays readable, and what was decided on it stands beside it. */
export const LeftOpen = ({ task }: Readonly<{ task: Task }>): JSX.Element | null => {
  const findings = useFindingsOf(task);
  const { issuer } = useRoles(task);
  const [asked, setAsked] = useState<Code | null>(null);
  const act = useAct(task.id);
  const close = () => {
    setAsked(null);
    act.reset();
  };
  const open = issuer ? findings.map(({ code }) => code).filter((code) => isToDecide(task, code)) : [];
  const [first] = open;
  useKeys({ f: first === undefined ? undefined : () => setAsked(first) });
  if (findings.length === 0) return null;
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="directives.findings" />
        </h2>
        <span className="dim small">{findings.length}</span>
      </header>
      <ul className="fnd">
        {findings.map((finding) => (
          <Line key={`${finding.code}/${finding.message}`} finding={finding} task={task}>
            {open.includes(finding.code) ? (
              <button className="btn small" type="button" onClick={() => setAsked(finding.code)}>
                <Say id="act.decide" />
                {finding.code === first ? <kbd>F</kbd> : null}
              </button>
            ) : null}
          </Line>
        ))}
      </ul>
      {asked === null ? null : <Decide {...{ code: asked, task, act }} onClose={close} />}
    </section>
  );
};

type LineProps = Readonly<{ finding: Finding; task: Task; children: ReactNode }>;

const Line = ({ finding, task, children }: LineProps): JSX.Element => (
  <li>
    <div className="h">
      <b>
        <Say id={`finding.${finding.code}`} />
      </b>
      {children}
    </div>
    <p>
      <Remark finding={finding} />
    </p>
    <Decided task={task} code={finding.code} />
  </li>
);

const useFindingsOf = ({ directiveId, ref }: Task): readonly Finding[] => {
  const directive = useDirectives().items.find((each) => each.directiveId === directiveId);
  return (directive?.findings ?? []).filter((finding) => finding.ref === ref);
};

const isToDecide = (task: Task, code: Code): boolean =>
  mayBeDecided(task, code) && decisionOn(task, code) === undefined;

const decisionOn = ({ decisions }: Task, code: Code) => decisions.findLast(({ finding }) => finding === code);

type DecideProps = Readonly<{ code: Code; task: Task; act: ReturnType<typeof useAct>; onClose(): void }>;

const Decide = ({ code, task, act, onClose }: DecideProps): JSX.Element => {
  const fields = fieldsOn(code, task, useUnitNames());
  const saidOf = (filled: Filled) => ({
    ...{ verb: 'decide' as const, key: crypto.randomUUID() },
    body: nested(saidOn(code, saidIn(fields, filled))),
  });
  return (
    <SendingDialog title="act.decide" sending={act} saidOf={saidOf} onClose={onClose} onDone={onClose}>
      <p className="mid">
        <Say id={`finding.${code}`} />
      </p>
      <AskedFields fields={fields} />
    </SendingDialog>
  );
};

const Decided = ({ task, code }: Readonly<{ task: Task; code: Code }>): JSX.Element | null => {
  const { language } = useConsole().preferences;
  const nameOf = useUnitNames();
  const decision = decisionOn(task, code);
  if (!decision) return null;
  return (
    <p className="t-done">
      {rulingWords(decision.ruling).map(({ label, units, word }) => (
        <span key={label}>
          <Say id={label} />: {units?.map(nameOf).join(', ')}
          {word === undefined ? null : <Say id={word} />}
          {'. '}
        </span>
      ))}
      <Say id="ruling.by" unit={nameOf(decision.by)} day={longDay(language, new Date(decision.at))} />{' '}
      <Prose text={decision.reason} />
    </p>
  );
};
