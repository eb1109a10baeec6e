import type { Finding, FindingCode } from '../document/finding.ts';
import type { Terms } from '../task/task.terms.ts';
import type { Directive } from './directive.decider.ts';

type Named = Pick<Terms, 'ref'> & Readonly<{ parent?: string | null }>;

/** `-d1` after the ref of the whole, and so on. */
const OF_PART = /^(?:-d\d+)+$/;

/**
 * What the text of a task leaves open. Of a part, whoever passed it on has named who has it: how often it comes round is still that of the
 * whole.
 */
export const codesOf = (findings: readonly Finding[], { ref, parent }: Named): readonly FindingCode[] => {
  const isOfWhole = (whole: string) =>
    Boolean(parent) && ref.startsWith(whole) && OF_PART.test(ref.slice(whole.length));
  const own = findings.filter((each) => each.ref === ref || (each.code === 'no-interval' && isOfWhole(each.ref)));
  return [...new Set(own.map(({ code }) => code))];
};

export const foundIn =
  (task: Named) =>
  ({ issued, entered }: Directive): readonly FindingCode[] =>
    codesOf([...(issued?.findings ?? []), ...entered.flatMap(({ findings }) => findings)], task);
