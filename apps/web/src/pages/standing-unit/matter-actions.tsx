import { useState, type JSX, type SubmitEvent } from 'react';

import { useActOnMatter, type Matter, type MatterAct } from '../../api/matters.ts';
import { useOffice } from '../../api/tasks.ts';
import { useKeys } from '../../frame/keys.ts';
import { Modal } from '../../parts/modal.tsx';
import { useMoment } from '../../parts/moment.ts';
import { Progress } from '../../parts/progress.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { UnitField } from '../../parts/unit-field.tsx';

type Verb = MatterAct['verb'];
const KEYS: Readonly<Record<Verb, string>> = { answer: 'a', recommend: 'u', direct: 't' };
/** What each act has to say. */
const FIELDS: Readonly<Record<Verb, Readonly<{ words: string; to?: true; how?: true }>>> = {
  answer: { words: 'answer' },
  recommend: { words: 'recommendation', to: true },
  direct: { words: 'text', to: true, how: true },
};
const VERBS = Object.keys(KEYS) as Verb[];
const OVER = ['answered', 'refused'];

/** Answer it, take it upward, or pass it on. Nothing can be done to the past. */
export const MatterActions = ({ matter }: Readonly<{ matter: Matter }>): JSX.Element | null => {
  const [asked, setAsked] = useState<Verb | null>(null);
  const act = useActOnMatter(matter.id);
  const moment = useMoment();
  const office = useOffice();
  const verbs = moment !== null || OVER.includes(matter.state) ? [] : VERBS;
  useKeys(Object.fromEntries(verbs.map((verb) => [KEYS[verb], () => setAsked(verb)])));
  if (verbs.length === 0) return null;
  return (
    <div className="actions">
      {verbs.map((verb) => (
        <button
          key={verb}
          type="button"
          className={verb === 'answer' ? 'btn primary' : 'btn'}
          disabled={act.isPending}
          onClick={() => setAsked(verb)}
        >
          <Say id={`matterAct.${verb}`} />
          <kbd>{KEYS[verb].toUpperCase()}</kbd>
        </button>
      ))}
      <span className="sp" />
      <Progress isPending={act.isPending} error={act.error} />
      {asked ? (
        <SayIt
          verb={asked}
          decides={asked === 'answer' && matter.recommendedTo === office?.unit}
          onClose={() => setAsked(null)}
          onSaid={(body) => {
            setAsked(null);
            act.mutate({ verb: asked, body, key: crypto.randomUUID() });
          }}
        />
      ) : null}
    </div>
  );
};

type SayItProps = Readonly<{ verb: Verb; decides: boolean; onClose(): void; onSaid(body: object): void }>;

const SayIt = ({ verb, decides, onClose, onSaid }: SayItProps): JSX.Element => {
  const say = useSay();
  const { words, to, how } = FIELDS[verb];
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSaid(Object.fromEntries(new FormData(event.currentTarget)));
  };
  return (
    <Modal title={say(`matterAct.${verb}`)} onClose={onClose}>
      <form className="form" onSubmit={send}>
        {how ? <How /> : null}
        {decides ? <Outcome /> : null}
        {to ? <UnitField name="to" label={say('matters.to')} /> : null}
        <label className="lab" htmlFor="words">
          <Say id={`matterWords.${verb}`} />
        </label>
        <textarea id="words" name={words} className="field" required />
        <button className="btn primary" type="submit">
          <Say id={`matterAct.${verb}`} />
        </button>
      </form>
    </Modal>
  );
};

/** What the competent authority does with what was recommended to it. */
const Outcome = (): JSX.Element => {
  const say = useSay();
  return (
    <select name="outcome" className="field" aria-label={say('matters.outcome')}>
      {OUTCOMES.map((outcome) => (
        <option key={outcome} value={outcome}>
          {say(`outcome.${outcome}`)}
        </option>
      ))}
    </select>
  );
};
const OUTCOMES = ['consider', 'solve', 'adjust'];

const How = (): JSX.Element => {
  const say = useSay();
  return (
    <select name="how" className="field" aria-label={say('matterAct.direct')}>
      <option value="route">{say('matters.route.how')}</option>
      <option value="guide">{say('matters.guide.how')}</option>
    </select>
  );
};
