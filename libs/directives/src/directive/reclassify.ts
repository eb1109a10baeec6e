import { canonical, refuse, type Context, type Refused } from '@edict/kernel';

import { labelOf } from '../classification/label.ts';
import type { Directive } from './directive.decider.ts';
import type { DirectiveEvent, Given } from './directive.messages.ts';
import { actsForIssuer } from './may-issue.ts';

/** A classification is lowered or raised, and with it that of all that hangs on the directive; never without saying by what right. */
export const reclassify = (
  data: Given<'ReclassifyDirective'>,
  { issued, label }: Directive,
  context: Context,
): readonly DirectiveEvent[] | Refused<DirectiveEvent> => {
  const { basis, ...marks } = data;
  if (!issued || !label) return refuse('directive/unknown', 'There is no such directive.');
  if (!actsForIssuer(issued, data, context))
    return refuse('directive/not-the-issuer', 'Its issuer, or its secretariat, changes its classification.');
  if (typeof basis === 'string' && basis.trim() === '')
    return refuse('directive/without-basis', 'A classification is changed on a legal basis: name it.');
  const to = labelOf(marks);
  return canonical(to) === canonical(label)
    ? []
    : [{ type: 'DirectiveReclassified', data: { from: label, to, basis } }];
};
