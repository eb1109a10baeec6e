import type { Context } from '@edict/kernel';

import { isRegistrar } from '../capacity.ts';

/** Its issuers, or a secretariat for them. */
export const mayIssue = (issuers: readonly string[], { actor }: Context): boolean =>
  issuers.includes(actor.unit) || isRegistrar(actor);
