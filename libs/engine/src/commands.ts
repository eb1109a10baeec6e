import {
  directiveIdOf,
  editionOf,
  identityOf,
  policyOf,
  referenceStream,
  isSettled,
  isUnpaired,
  registrationsOf,
  singly,
  unnumberedIdOf,
  type CalendarDocument,
  type DirectiveCommand,
  type DirectiveDocument,
  type FormDocument,
  type PolicyDocument,
  type ReferenceCommand,
  type SuccessionCommand,
  type UnitCommand,
  type UnitsDocument,
} from '@edict/directives';
import type { LocalDate, Sent } from '@edict/kernel';

type Issuing = Readonly<{
  document: DirectiveDocument;
  policy: PolicyDocument;
  calendarId: string;
  issuedOn: LocalDate;
  /** What tells a directive without a number from every other: its id hangs on it. */
  registration: readonly string[];
}>;

/** The command that issues a directive, addressed to the stream that its number says is its own. */
export const issuing = ({ document, policy, calendarId, issuedOn, registration }: Issuing): Sent<DirectiveCommand> => {
  const identity = identityOf(document, policyOf(policy), issuedOn);
  const id = identity ? directiveIdOf(identity) : unnumberedIdOf(...registration);
  const data = { document, policyId: policy.policy.id, calendarId, issuedOn };
  return { stream: `directive-${id}`, type: 'IssueDirective', data };
};

/** The command that puts a calendar, a policy or a form in force. */
export const publishing = (document: PolicyDocument | CalendarDocument | FormDocument): Sent<ReferenceCommand> => {
  const data = editionOf(document);
  return { stream: referenceStream(data.kind, idIn(document)), type: 'PublishReference', data };
};

const idIn = (document: PolicyDocument | CalendarDocument | FormDocument): string => {
  if ('policy' in document) return document.policy.id;
  return 'form' in document ? document.form.id : document.calendar.id;
};

/** One command for each unit of a units file. */
export const registering = (document: UnitsDocument): readonly Sent<UnitCommand>[] =>
  registrationsOf(document).map((data) => ({ stream: `unit-${data.entry.id}`, type: 'RegisterUnit', data }));

/**
 * One command for each succession of units that are named. What is said of a class of units that nobody has listed stays a finding.
 * What is settled comes first: of two that take the same unit it is the one that is carried out. `zone`: where its day begins.
 */
export const planning = (
  { units, successions = [] }: UnitsDocument,
  zone: string,
): readonly Sent<SuccessionCommand>[] => {
  const named = new Set(units.filter(({ kind }) => kind === 'unit').map(({ id }) => id));
  return singly(successions.filter((each) => !isUnpaired(each)))
    .filter(({ from }) => from.every((id) => named.has(id)))
    .toSorted((one, other) => Number(isSettled(other)) - Number(isSettled(one)))
    .map(({ id, notes: _, ...plan }) => ({
      stream: `succession-${id}`,
      type: 'PlanSuccession',
      data: { ...plan, zone },
    }));
};
