import { useState, type JSX } from 'react';

import { useAct, type Task } from '../../api/tasks.ts';
import { useKeys } from '../../frame/keys.ts';
import { AskedFields, saidIn } from '../../parts/asked-fields.tsx';
import type { Filled } from '../../parts/form-dialog.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Say } from '../../parts/say.tsx';
import { SendingDialog } from '../../parts/sending-dialog.tsx';
import type { Offer } from './acts.ts';
import { actsOn, bodyOf } from './offers.ts';
import { useRoles } from './roles.ts';

type OfTask = Readonly<{ task: Task }>;

/** What one may do now. Who writes goes on writing, whatever becomes of the task meanwhile. */
export const Actions = ({ task }: OfTask): JSX.Element => {
  const [asked, setAsked] = useState<Offer | null>(null);
  return (
    <>
      <Offers key={task.state} task={task} onAsk={setAsked} />
      {asked ? <SayIt key={asked.verb} offer={asked} task={task} onClose={() => setAsked(null)} /> : null}
    </>
  );
};

/** Each by one key. Nothing can be done to the past. */
const Offers = ({ task, onAsk }: OfTask & Readonly<{ onAsk(offer: Offer): void }>): JSX.Element | null => {
  const act = useAct(task.id);
  const offers = useOffers(task);
  const choose = (offer: Offer) => (offer.fields.length > 0 ? onAsk(offer) : act.mutate(saidOf(offer, task)));
  useKeys(Object.fromEntries(offers.map((offer) => [offer.key, () => choose(offer)])));
  if (offers.length === 0) return null;
  return (
    <div className="actions many">
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
    </div>
  );
};

const SayIt = ({ offer, task, onClose }: OfTask & Readonly<{ offer: Offer; onClose(): void }>): JSX.Element => (
  <SendingDialog
    title={`act.${offer.verb}`}
    sending={useAct(task.id)}
    saidOf={(said) => saidOf(offer, task, said)}
    onClose={onClose}
    onDone={onClose}
  >
    <AskedFields fields={offer.fields} />
  </SendingDialog>
);

const saidOf = (offer: Offer, task: Task, said: Filled = {}) => ({
  ...{ verb: offer.verb, key: crypto.randomUUID() },
  body: bodyOf(offer, task, saidIn(offer.fields, said)),
});

/** Performers and coordinators are offered theirs, issuers and secretariats theirs. */
const useOffers = (task: Task): readonly Offer[] => {
  const roles = useRoles(task);
  const is = { ...roles, either: roles.issuer || roles.performer };
  return actsOn(task).filter(({ by }) => is[by]);
};
