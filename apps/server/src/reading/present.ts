import {
  unitOn,
  type ChangedBy,
  type DirectiveRow,
  type Finding,
  type Implemented,
  type UnitRow,
} from '@edict/directives';
import type { LocalDate } from '@edict/kernel';

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

/** Under the name and the parent of that day. */
export const unitOf = (known: UnitRow, day: LocalDate) => {
  const { names, aliases, oneOf, membership, successors, life: _, ...row } = unitOn(known, day);
  return {
    ...row,
    names: within(names) as Readonly<Record<string, string>>,
    aliases: within(aliases) as readonly string[],
    oneOf: within(oneOf) as readonly string[],
    membership: within(membership) as readonly unknown[],
    successors: within(successors) as readonly unknown[],
  };
};
export type Unit = ReturnType<typeof unitOf>;
