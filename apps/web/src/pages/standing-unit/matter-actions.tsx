import { useState, type JSX } from 'react';

import { useActOnMatter, type Matter } from '../../api/matters.ts';
import { useOffice } from '../../api/tasks.ts';
import { useKeys } from '../../frame/keys.ts';
import { AskedFields, saidIn } from '../../parts/asked-fields.tsx';
import { FormDialog, type Filled } from '../../parts/form-dialog.tsx';
import { useMoment } from '../../parts/moment.ts';
import { Progress } from '../../parts/progress.tsx';
import { Say } from '../../parts/say.tsx';
import { bodyOf, fieldsFor, offersOn, type MatterOffer } from './matter-offers.ts';
import { usePointing } from './pointing.ts';

/** What one may do to a matter now, each by one key. Nothing can be done to the past. */
export const MatterActions = ({ matter }: Readonly<{ matter: Matter }>): JSX.Element | null => {
  const [asked, setAsked] = useState<MatterOffer | null>(null);
  const act = useActOnMatter(matter.id);
  const moment = useMoment();
  const office = useOffice();
  const offers = moment === null ? offersOn(matter, office?.unit) : [];
  useKeys(Object.fromEntries(offers.map((offer) => [offer.key, () => setAsked(offer)])));
  if (offers.length === 0) return null;
  return (
    <div className="actions many">
      {offers.map((offer, index) => (
        <button
          key={offer.verb}
          type="button"
          className={index === 0 ? 'btn primary' : 'btn'}
          disabled={act.isPending}
          onClick={() => setAsked(offer)}
        >
          <Say id={`matterAct.${offer.verb}`} />
          <kbd>{offer.key.toUpperCase()}</kbd>
        </button>
      ))}
      <span className="sp" />
      <Progress isPending={act.isPending} error={act.error} />
      {asked ? (
        <SayIt
          offer={asked}
          matter={matter}
          onClose={() => setAsked(null)}
          onSaid={(body) => {
            setAsked(null);
            act.mutate({ verb: asked.verb, body, key: crypto.randomUUID() });
          }}
        />
      ) : null}
    </div>
  );
};

type SayItProps = Readonly<{ offer: MatterOffer; matter: Matter; onClose(): void; onSaid(body: object): void }>;

const SayIt = ({ offer, matter, onClose, onSaid }: SayItProps): JSX.Element => {
  const office = useOffice();
  const pointing = usePointing(matter.directiveId, matter.id);
  const fields = fieldsFor(offer, { ...pointing, decides: matter.recommendedTo === office?.unit });
  const send = (filled: Filled) => onSaid(bodyOf(saidIn(fields, filled), offer));
  return (
    <FormDialog title={`matterAct.${offer.verb}`} onClose={onClose} onSaid={send}>
      <AskedFields fields={fields} />
    </FormDialog>
  );
};
