import { directiveView, type DirectiveRow, type Implemented } from '@edict/directives';
import type { Instant, Row } from '@edict/kernel';

import type { Find } from './find.ts';

/** What a directive implements of higher ones, as it is known, or was then. */
export const implementedBy = (row: DirectiveRow, asOf?: Instant): readonly Implemented[] =>
  (JSON.parse(row.implements) as Implemented[]).filter(({ at, until }) =>
    asOf === undefined ? until === undefined : at <= asOf && (until === undefined || asOf < until),
  );

/** Also what was said wrongly: for who asks for a moment at which it was held. */
const saidOf = (row: DirectiveRow) => JSON.parse(row.implements) as readonly Implemented[];

type Looking = Readonly<{ look: Find; show(rows: readonly Row[]): Promise<void> }>;

/** Those that are said to implement something of a directive; of the others nothing is shown. */
export const implementingIn = async ({ look, show }: Looking, directiveId: string) => {
  const all = await look<DirectiveRow>(directiveView, { orderBy: ['issuedAt'] });
  const lower = all.filter((row) => saidOf(row).some((said) => said.directiveId === directiveId));
  await show(lower);
  return lower;
};
