import { useState, type JSX } from 'react';

import { useActOnMatter, type Matter } from '../../api/matters.ts';
import { useOffice } from '../../api/tasks.ts';
import { Acts } from '../../parts/acts.tsx';
import { AskedFields, saidIn } from '../../parts/asked-fields.tsx';
import { useMay } from '../../parts/may.ts';
import { ReadOnlyFoot } from '../../parts/read-only.tsx';
import { SendingDialog } from '../../parts/sending-dialog.tsx';
import { bodyOf, fieldsFor, offersOn, type MatterOffer } from './matter-offers.ts';
import { usePointing } from './pointing.ts';

/** What one may do to a matter now, each by one key. Nothing can be done to the past. Who writes goes on writing, whatever becomes of it meanwhile. */
export const MatterActions = ({ matter }: Readonly<{ matter: Matter }>): JSX.Element => {
  const [asked, setAsked] = useState<MatterOffer | null>(null);
  const mayAct = useMay('AnswerMatter');
  const office = useOffice();
  const offers = mayAct ? offersOn(matter, office?.unit) : [];
  const acts = offers.map((offer) => ({
    ...{ word: `matterAct.${offer.verb}`, key: offer.key },
    choose: () => setAsked(offer),
  }));
  return (
    <>
      <ReadOnlyFoot />
      <Acts acts={acts} />
      {asked ? <SayIt key={asked.verb} offer={asked} matter={matter} onClose={() => setAsked(null)} /> : null}
    </>
  );
};

type SayItProps = Readonly<{ offer: MatterOffer; matter: Matter; onClose(): void }>;

const SayIt = ({ offer, matter, onClose }: SayItProps): JSX.Element => {
  const office = useOffice();
  const pointing = usePointing(matter.directiveId, matter.id);
  const fields = fieldsFor(offer, { ...pointing, decides: matter.recommendedTo === office?.unit });
  return (
    <SendingDialog
      title={`matterAct.${offer.verb}`}
      sending={useActOnMatter(matter.id)}
      saidOf={(filled) => ({
        ...{ verb: offer.verb, key: crypto.randomUUID() },
        body: bodyOf(saidIn(fields, filled), offer),
      })}
      onClose={onClose}
      onDone={onClose}
    >
      <AskedFields fields={fields} />
    </SendingDialog>
  );
};
