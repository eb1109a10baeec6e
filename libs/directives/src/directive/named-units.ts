import { datedTasks, type DatedItem, type DirectiveDocument, type UnitEntry } from '../document/index.ts';
import { membersOn, unitNamed } from '../unit/unit.decider.ts';
import type { Given, Issued, Named } from './directive.messages.ts';

/** Every unit, group or placeholder that a directive names where it matters who is meant; each once, in the order of the text. */
export const unitsNamedIn = (document: DirectiveDocument): readonly string[] => {
  const { directive, standingUnits } = document;
  const named = [
    ...directive.issuers,
    ...datedTasks(document).flatMap(namedIn),
    ...(standingUnits?.createdBy ?? []),
    ...(standingUnits?.beyondAuthority ? [standingUnits.beyondAuthority.recommendTo] : []),
  ];
  return [...new Set(named)];
};

/** What is asked of the registry of each. */
export const unitsOf = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, unitNamed(id)]));

type Naming = Pick<DatedItem, 'accountable' | 'lead' | 'coordinating' | 'directs' | 'reportsTo' | 'due'>;

/** The same of one task. */
export const namedIn = ({ accountable, lead, coordinating = [], directs = [], reportsTo = [], due }: Naming) => [
  ...accountable,
  ...lead,
  ...coordinating,
  ...directs,
  ...reportsTo,
  ...(due?.orAsOrderedBy ? [due.orAsOrderedBy] : []),
];

type Units = Given<'IssueDirective'>['units'];

/** What the registry knew of it that day. */
export const namedOn = ({ value, source }: Units[string], day: string): Named => ({
  kind: value!.entry.kind,
  members: membersOn(value!, day),
  complete: value!.entry.membersComplete ?? true,
  source,
});

export const entriesOf = (units: Units, named: Issued['named']): readonly UnitEntry[] =>
  Object.entries(units).map(([id, { value }]) => {
    const { entry } = value!;
    const { members } = named[id]!;
    return entry.kind === 'group' || members.length > 0 ? { ...entry, members } : entry;
  });
