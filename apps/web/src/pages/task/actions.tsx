import { useState, type JSX } from 'react';

import { useAct, type Task } from '../../api/tasks.ts';
import { useKeys } from '../../frame/keys.ts';
import { AskedFields, saidIn } from '../../parts/asked-fields.tsx';
import { FormDialog, type Filled } from '../../parts/form-dialog.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Say } from '../../parts/say.tsx';
import type { Offer } from './acts.ts';
import { actsOn, bodyOf } from './offers.ts';
import { useRoles } from './roles.ts';

/** What one may do now, each by one key. Nothing can be done to the past. */
export const Actions = ({ task }: Readonly<{ task: Task }>): JSX.Element | null => {
  const [asked, setAsked] = useState<Offer | null>(null);
  const act = useAct(task.id);
  const offers = useOffers(task);
  const send = (offer: Offer, said: Filled = {}) => {
    setAsked(null);
    act.mutate({ verb: offer.verb, body: bodyOf(offer, task, saidIn(offer.fields, said)), key: crypto.randomUUID() });
  };
  const choose = (offer: Offer) => (offer.fields.length > 0 ? setAsked(offer) : send(offer));
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
      {asked ? (
        <FormDialog title={`act.${asked.verb}`} onClose={() => setAsked(null)} onSaid={(said) => send(asked, said)}>
          <AskedFields fields={asked.fields} />
        </FormDialog>
      ) : null}
    </div>
  );
};

/** Performers and coordinators are offered theirs, issuers and secretariats theirs. */
const useOffers = (task: Task): readonly Offer[] => {
  const roles = useRoles(task);
  const is = { ...roles, either: roles.issuer || roles.performer };
  return actsOn(task).filter(({ by }) => is[by]);
};
