import type { JSX, ReactNode } from 'react';

import { useDirectiveHistory } from '../api/directives.ts';
import { Say } from '../parts/say.tsx';
import { ByEvent, placeIn, proofOf } from './by-event.tsx';
import { lastOf } from './made-by.ts';
import { Reason } from './reason.tsx';

type MarkingProps = Readonly<{ id: string; mark: 'level' | 'urgency'; title: ReactNode }>;

const GAVE = { level: ['DirectiveIssued', 'DirectiveReclassified'], urgency: ['DirectiveIssued'] } as const;

/** With which event a directive got the mark that it bears. */
export const MarkingReason = ({ id, mark, title }: MarkingProps): JSX.Element => {
  const { items: lines } = useDirectiveHistory(id);
  const by = lastOf(lines, GAVE[mark]);
  return (
    <Reason
      title={title}
      rule={<Say id={`reason.marking.${mark}`} />}
      events={by && <ByEvent line={by} />}
      position={placeIn(lines)}
      prove={proofOf(`directive-${id}`)}
    />
  );
};
