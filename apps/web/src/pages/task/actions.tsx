import { useState, type JSX } from 'react';

import { useAct, type Act, type Task } from '../../api/tasks.ts';
import { useKeys } from '../../frame/keys.ts';
import { Modal } from '../../parts/modal.tsx';
import { useMoment } from '../../parts/moment.ts';
import { Progress } from '../../parts/progress.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { actsOn, type Offer } from './offers.ts';

/** What one may do now, each by one key. Nothing can be done to the past. */
export const Actions = ({ task }: Readonly<{ task: Task }>): JSX.Element | null => {
  const [asked, setAsked] = useState<Offer | null>(null);
  const act = useAct(task.id);
  const moment = useMoment();
  const offers = moment === null ? actsOn(task) : [];
  const send = (offer: Offer, words?: string) => {
    setAsked(null);
    act.mutate({ ...actOf(offer, task, words), key: crypto.randomUUID() });
  };
  const choose = (offer: Offer) => (offer.words ? setAsked(offer) : send(offer));
  useKeys(Object.fromEntries(offers.map((offer) => [offer.key, () => choose(offer)])));
  if (offers.length === 0) return null;
  return (
    <div className="actions">
      {offers.map((offer, index) => (
        <button
          key={offer.verb}
          type="button"
          className={index === 0 ? 'btn primary' : 'btn'}
          disabled={act.isPending}
          onClick={() => choose(offer)}
        >
          <Say id={`act.${offer.verb}`} />
          <kbd>{offer.key.toUpperCase()}</kbd>
        </button>
      ))}
      <span className="sp" />
      <Progress isPending={act.isPending} error={act.error} />
      {asked ? <Words offer={asked} onClose={() => setAsked(null)} onSaid={(words) => send(asked, words)} /> : null}
    </div>
  );
};

const actOf = ({ verb, names, words }: Offer, task: Task, said = ''): Act => ({
  verb,
  body: { [names]: task[names], ...(words ? { [words]: said } : {}) },
});

type WordsProps = Readonly<{ offer: Offer; onClose(): void; onSaid(words: string): void }>;

const Words = ({ offer, onClose, onSaid }: WordsProps): JSX.Element => {
  const say = useSay();
  const [words, setWords] = useState('');
  return (
    <Modal title={say(`act.${offer.verb}`)} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          onSaid(words);
        }}
      >
        <label className="lab" htmlFor="words">
          <Say id={`act.words.${offer.verb}`} />
        </label>
        <textarea
          id="words"
          className="field"
          autoFocus
          required
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
        <button className="btn primary" type="submit">
          <Say id={`act.${offer.verb}`} />
        </button>
      </form>
    </Modal>
  );
};
