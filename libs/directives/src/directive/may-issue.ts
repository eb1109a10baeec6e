import type { Context } from '@edict/kernel';

import { isRegistrar } from '../capacity.ts';
import { answering } from '../unit/heirs.ts';
import type { Issuing, Issued } from './directive.messages.ts';

/** Its issuers, or a secretariat for them. */
export const mayIssue = (issuers: readonly string[], { actor }: Context): boolean =>
  issuers.includes(actor.unit) || isRegistrar(actor);

/** Once it is issued, also whoever has succeeded an issuer since. */
export const actsForIssuer = ({ document }: Issued, { issuing }: Issuing, context: Context): boolean =>
  mayIssue(answering(document.directive.issuers, issuing, context.now), context);
