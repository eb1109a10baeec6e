import type { MatterRow } from '@edict/directives';

import type { About } from './report.ts';

const ALL = { limit: Number.MAX_SAFE_INTEGER - 1 };

/** All matters of what the report is about, as they were known then. */
export const mattersOf = async ({ reading, scope: { directiveId } }: About): Promise<readonly MatterRow[]> =>
  (await reading.lists.matters(directiveId === undefined ? {} : { directiveId }, ALL)).items;
