import { useIntl } from 'react-intl';

import type { Step } from '../../api/rehearsal.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useSay } from '../../parts/say.tsx';
import { useWhy } from '../../parts/why.tsx';

const SHOWN = 3;

/** To which task, what, how often, and where to. */
export const useStepWords = (): ((step: Step) => string) => {
  const say = useSay();
  const nameOf = useUnitNames();
  const why = useWhy();
  const { messages } = useIntl();
  return ({ type, refs, count, offices, code }) => {
    const id = `event.${type}`;
    const what = id in messages ? say(id) : type;
    const named = refs.slice(0, SHOWN).join(', ');
    const more = refs.length > SHOWN ? ` +${refs.length - SHOWN}` : '';
    const often = count > refs.length && count > 1 ? ` × ${count}` : '';
    const where =
      offices.length > 0 ? ` → ${[...new Set(offices.map(({ unit }) => nameOf(unit)))].slice(0, 2).join(', ')}` : '';
    const because = code === null ? '' : ` (${why(code)})`;
    return `${named === '' ? '' : `${named}${more}: `}${what}${often}${where}${because}`;
  };
};
