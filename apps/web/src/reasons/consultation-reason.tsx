import type { JSX, ReactNode } from 'react';

import { useMatterHistory } from '../api/matters.ts';
import { Say } from '../parts/say.tsx';
import { ByEvent, placeIn, proofOf } from './by-event.tsx';
import { consultationBy, type Stand } from './consultation-said.ts';
import { Reason } from './reason.tsx';

type ConsultationProps = Readonly<{ matter: string; consultation: number; stand: Stand; title: ReactNode }>;

/** Whether a unit that was asked has answered in time, and by what. */
export const ConsultationReason = ({ matter, consultation, stand, title }: ConsultationProps): JSX.Element => {
  const { items: lines } = useMatterHistory(matter);
  const by = consultationBy(lines, consultation, stand);
  return (
    <Reason
      title={title}
      rule={<Say id={`reason.consultation.${stand}`} />}
      events={by && <ByEvent line={by} />}
      position={placeIn(lines)}
      prove={proofOf(`matter-${matter}`)}
    />
  );
};
