import { useState, type JSX } from 'react';

import { useDirectives } from '../../api/directives.ts';
import { useAct, useOffice, type Task } from '../../api/tasks.ts';
import { useKeys } from '../../frame/keys.ts';
import { AskedFields, saidIn } from '../../parts/asked-fields.tsx';
import { FormDialog, type Filled } from '../../parts/form-dialog.tsx';
import { useMoment } from '../../parts/moment.ts';
import { Progress } from '../../parts/progress.tsx';
import { Say } from '../../parts/say.tsx';
import { actsOn, bodyOf, type Offer } from './offers.ts';

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

/** Performers and coordinators are offered theirs, issuers and secretariats theirs; whether it is so is for the server to say. */
const useOffers = (task: Task): readonly Offer[] => {
  const office = useOffice();
  const moment = useMoment();
  const { items } = useDirectives();
  if (moment !== null || office === null) return [];
  const issuers = items.find(({ directiveId }) => directiveId === task.directiveId)?.issuers ?? [];
  const is = {
    issuer: issuers.includes(office.unit) || office.capacity === 'secretariat',
    coordinator: task.coordinating.includes(office.unit),
    performer: [task.unit, ...task.lead, ...task.accountable].includes(office.unit),
  };
  return actsOn(task).filter(({ by }) => is[by]);
};
