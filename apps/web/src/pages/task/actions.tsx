import { useRef, useState, type JSX } from 'react';

import { useAct, type Task } from '../../api/tasks.ts';
import { Acts } from '../../parts/acts.tsx';
import { AskedFields, saidIn } from '../../parts/asked-fields.tsx';
import type { Filled } from '../../parts/form-dialog.tsx';
import { Progress } from '../../parts/progress.tsx';
import { ReadOnlyFoot } from '../../parts/read-only.tsx';
import { SendingDialog } from '../../parts/sending-dialog.tsx';
import type { Offer } from './acts.ts';
import { actsOn, bodyOf, isAsked, isFor } from './offers.ts';
import { useRoles } from './roles.ts';
import { WhatItDoes } from './what-it-does.tsx';

type OfTask = Readonly<{ task: Task }>;

/** An act, and the task as it was when the act was chosen: so that it cannot hit what came later. */
type Asked = OfTask & Readonly<{ offer: Offer }>;

/** What one may do now. Who writes goes on writing, whatever becomes of the task meanwhile. */
export const Actions = ({ task }: OfTask): JSX.Element => {
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <>
      <ReadOnlyFoot />
      <Offers key={task.state} task={task} onAsk={(offer) => setAsked({ offer, task })} />
      {asked ? <SayIt key={asked.offer.verb} {...asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
};

/** Each by one key. Nothing can be done to the past. */
const Offers = ({ task, onAsk }: OfTask & Readonly<{ onAsk(offer: Offer): void }>): JSX.Element => {
  const act = useAct(task.id);
  const isOnItsWay = useRef(false);
  const send = (offer: Offer) => {
    if (isOnItsWay.current) return; // a key that is pressed again comes before anybody is told that it is pending
    isOnItsWay.current = true;
    act.mutate(saidOf(offer, task), { onSettled: () => (isOnItsWay.current = false) });
  };
  const choose = (offer: Offer) => (isAsked(offer) ? onAsk(offer) : send(offer));
  const acts = useOffers(task).map((offer) => ({
    ...{ word: `act.${offer.verb}`, key: offer.key },
    choose: () => choose(offer),
  }));
  return (
    <Acts acts={acts} isPending={act.isPending}>
      <span className="sp" />
      <Progress isPending={act.isPending} error={act.error} />
    </Acts>
  );
};

const SayIt = ({ offer, task, onClose }: Asked & Readonly<{ onClose(): void }>): JSX.Element => (
  <SendingDialog
    title={`act.${offer.verb}`}
    sending={useAct(task.id)}
    saidOf={(said) => saidOf(offer, task, said)}
    onClose={onClose}
    onDone={onClose}
  >
    {offer.fields.length === 0 ? <WhatItDoes offer={offer} task={task} /> : <AskedFields fields={offer.fields} />}
  </SendingDialog>
);

const saidOf = (offer: Offer, task: Task, said: Filled = {}) => ({
  ...{ verb: offer.verb, key: crypto.randomUUID() },
  body: bodyOf(offer, task, saidIn(offer.fields, said)),
});

/** Performers and coordinators are offered theirs, issuers and secretariats theirs. */
const useOffers = (task: Task): readonly Offer[] => {
  const roles = useRoles(task);
  return actsOn(task).filter((offer) => isFor(offer, roles));
};
