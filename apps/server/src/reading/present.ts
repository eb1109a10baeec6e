import type { ChangedBy, DirectiveRow, Finding, Implemented, UnitRow } from '@edict/directives';

/** Rows keep lists and prose as JSON texts; answers do not. */
const within = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

export const directiveOf = ({ issuers, findings, implements: higher, changes, ...row }: DirectiveRow) => ({
  ...row,
  issuers: within(issuers) as readonly string[],
  findings: within(findings) as readonly Finding[],
  implements: within(higher) as readonly Implemented[],
  changes: within(changes) as readonly ChangedBy[],
});
export type Directive = ReturnType<typeof directiveOf>;

export const unitOf = ({ names, aliases, oneOf, membership, successors, ...row }: UnitRow) => ({
  ...row,
  names: within(names) as Readonly<Record<string, string>>,
  aliases: within(aliases) as readonly string[],
  oneOf: within(oneOf) as readonly string[],
  membership: within(membership) as readonly unknown[],
  successors: within(successors) as readonly unknown[],
});
export type Unit = ReturnType<typeof unitOf>;
