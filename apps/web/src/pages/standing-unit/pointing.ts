import { useDirectiveTasks } from '../../api/directives.ts';
import { useAllMatters } from '../../api/matters.ts';
import { useUnitNames } from '../../api/units.tsx';
import type { Choice } from '../../parts/fields.tsx';
import { plainText } from '../../parts/prose.tsx';

const LONGEST = 70;
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

type Pointing = Readonly<{ tasks: readonly Choice[]; matters: readonly Choice[] }>;

/** What a mark may point to: the tasks of a directive and its other matters, in words. */
export const usePointing = (directiveId: string, but?: string): Pointing => {
  const nameOf = useUnitNames();
  const { items: tasks } = useDirectiveTasks(directiveId);
  const { items: matters } = useAllMatters();
  return {
    tasks: tasks.map(({ id, ref, unit, statement }) => ({
      value: id,
      text: short([ref, nameOf(unit ?? ''), plainText(statement)].filter(Boolean).join(' · ')),
    })),
    matters: matters
      .filter((each) => each.id !== but && each.directiveId === directiveId)
      .map(({ id, subject, receivedAt }) => ({
        value: id,
        text: short(`${receivedAt.slice(0, 'YYYY-MM-DD'.length)} · ${plainText(subject)}`),
      })),
  };
};
