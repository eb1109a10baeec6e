import { canonical, refuse, type Context, type Refused } from '@edict/kernel';

import { labelOf } from '../classification/label.ts';
import type { Directive } from './directive.decider.ts';
import type { DirectiveEvent, Given } from './directive.messages.ts';
import { mayIssue } from './may-issue.ts';

/** A classification is lowered or raised, and with it that of all that hangs on the directive; never without saying by what right. */
export const reclassify = (
  { basis, ...marks }: Given<'ReclassifyDirective'>,
  { issued, label }: Directive,
  context: Context,
): readonly DirectiveEvent[] | Refused<DirectiveEvent> => {
  if (!issued || !label) return refuse('directive/unknown', 'There is no such directive.');
  if (!mayIssue(issued.document.directive.issuers, context))
    return refuse('directive/not-the-issuer', 'Its issuer, or its secretariat, changes its classification.');
  if (typeof basis === 'string' && basis.trim() === '')
    return refuse('directive/without-basis', 'A classification is changed on a legal basis: name it.');
  const to = labelOf(marks);
  return canonical(to) === canonical(label)
    ? []
    : [{ type: 'DirectiveReclassified', data: { from: label, to, basis } }];
};
