import { parseNumber } from '../number/document-number.ts';
import { datedTasks } from './common-due.ts';
import type {
  Clause,
  DirectiveDocument,
  Link,
  ReportForm,
  StandingUnitsRule,
  Succession,
  WrittenSuccession,
} from './directive.document.ts';
import { openlyTaken } from './doubled.ts';
import { figureIn, figureInWords, type Figure } from './figure.ts';
import { say, type Finding, type Remark } from './finding.ts';
import { referencesIn } from './references.ts';
import { isUnpaired, singly } from './successions.ts';
import { taskRemarks } from './task-findings.ts';
import { groupRemarks, placeholderRemarks, registryOf, type Registry } from './unit-findings.ts';
import type { UnitsDocument } from './units.document.ts';

/** What a directive leaves open, in the order of its text. Of units that `units` does not have, nothing is said. */
export const findingsOf = (document: DirectiveDocument, units: UnitsDocument): readonly Finding[] => {
  const { directive, clauses, standingUnits, successions = [], openIssues = [], reportForms = [] } = document;
  const registry = registryOf(units);
  const about = (ref: string, remarks: readonly Remark[]): readonly Finding[] =>
    remarks.map(({ code, message }) => ({ code, ref, message }));
  return [
    ...about(directive.id, headRemarks(document, registry)),
    ...referenceFindings(clauses),
    ...datedTasks(document).flatMap((task) => about(task.ref, taskRemarks(task, registry))),
    ...about(directive.id, standingUnits ? mandateRemarks(standingUnits, registry) : []),
    ...about(directive.id, successions.flatMap(successionRemarks)),
    ...about(
      directive.id,
      openlyTaken(successions).map(({ remark }) => remark),
    ),
    ...about(
      directive.id,
      openIssues.map(({ id, text }) => say('open-issue', `${id}: ${text}`)),
    ),
    ...about(directive.id, reportForms.flatMap(figureRemarks)),
  ];
};

/** What a units file leaves open of its successions; `ref` is the id of each. */
export const successionFindings = ({ successions = [] }: UnitsDocument): readonly Finding[] => [
  ...successions.flatMap((each) => successionRemarks(each).map((remark) => ({ ref: each.id, ...remark }))),
  ...openlyTaken(successions).map(({ ref, remark }) => ({ ref, ...remark })),
];

/** Of a clause that takes over what it does not set out, the tasks are to be entered. */
const referenceFindings = (clauses: readonly Clause[]): readonly Finding[] =>
  clauses.flatMap(({ ref, byReference, children = [] }) => [
    ...referencesIn(byReference).map((name) => ({
      code: 'by-reference' as const,
      ref,
      message: `Clause ${ref} takes over what ${name} says: its tasks are to be entered.`,
    })),
    ...referenceFindings(children),
  ]);

const figureRemarks = (form: ReportForm): readonly Remark[] => {
  const { id, unit, total = null, value = total, parts = [] } = form;
  return [
    ...(value === null ? [] : inexact(id, { ...form, value }, unit)),
    ...parts.flatMap((part) => inexact(`${id}, ${part.name}`, part, unit)),
  ];
};

const inexact = (name: string, figure: Figure, unit: string | undefined): readonly Remark[] => {
  const read = figureIn(figure);
  return read && read.bound !== 'exactly' ? [say('figure-not-exact', `${name}: ${figureInWords(read, unit)}.`)] : [];
};

const DATES = { adoptedOn: 'adopted', signedOn: 'signed', issuedOn: 'issued' } as const;

const numberRemarks = (number: string | null): readonly Remark[] => {
  if (number === null) return [say('no-number', 'The directive has no number.')];
  if (parseNumber(number).line !== 'other') return [];
  return [say('number-not-parsed', `${number} is a number of no known form: it is compared as a whole.`)];
};

/** A file says what it changes, and not what becomes of each task that is open by then. */
const changeRemarks = (link: Link): readonly Remark[] => {
  const { rel, number, title } = link;
  return !['amends', 'supersedes', 'revokes'].includes(rel) || statesEffects(link)
    ? []
    : [
        say(
          'effects-not-stated',
          `It ${rel} ${number ?? title}: what becomes of each open task of it is to be stated.`,
        ),
      ];
};

/** Of a document that can be told from others by its number. */
const statesEffects = ({ number, issuers, effects, others }: Link): boolean =>
  number !== null && issuers.length > 0 && (effects !== undefined || others !== undefined);

const headRemarks = ({ directive }: DirectiveDocument, registry: Registry): readonly Remark[] => [
  ...numberRemarks(directive.number),
  ...placeholderRemarks(directive.issuers, registry),
  ...directive.links.flatMap(changeRemarks),
  ...(['adoptedOn', 'signedOn', 'issuedOn'] as const)
    .filter((date) => directive[date] === null)
    .map((date) => say('date-unknown', `The day on which the directive was ${DATES[date]} is not known.`)),
  ...(directive.effective.phrase ? [say('window-in-words', `It is in force: ${directive.effective.phrase}.`)] : []),
  ...(directive.horizon.phrase ? [say('window-in-words', `It looks ahead: ${directive.horizon.phrase}.`)] : []),
];

const mandateRemarks = (rule: StandingUnitsRule, registry: Registry): readonly Remark[] => [
  ...groupRemarks(rule.createdBy, registry, rule.each),
  ...placeholderRemarks(
    [...rule.createdBy, ...(rule.beyondAuthority ? [rule.beyondAuthority.recommendTo] : [])],
    registry,
  ),
  ...(rule.mandate.from === null
    ? [say('window-start-unknown', 'When the mandate of the standing units begins is not said.')]
    : []),
  ...(rule.mandate.until === null ? [say('no-end', 'When the mandate of the standing units ends is not said.')] : []),
];

const successionRemarks = (written: WrittenSuccession): readonly Remark[] => [
  ...(isUnpaired(written)
    ? [say('succession-pairwise', `${written.id}: pair by pair, and which with which is not listed.`)]
    : []),
  ...singly([written]).flatMap((each) => [...openRemarks(each), ...statusRemarks(each)]),
];

const statusRemarks = ({ id, status }: Succession): readonly Remark[] =>
  status === 'planned' || status === 'pilot'
    ? [say('succession-not-decided', `${id}: it is not decided, but ${status === 'pilot' ? 'a pilot' : 'planned'}.`)]
    : [];

const openRemarks = (succession: Succession): readonly Remark[] => {
  const { to, successor } = succession;
  if (to === null && successor === 'nobody') return [nobodySucceeds(succession), ...dayRemarks(succession, [])];
  const who = to === null ? [WHO[succession.kind] ?? 'who succeeds'] : [];
  return dayRemarks(succession, who);
};

const dayRemarks = ({ id, from, effectiveOn }: Succession, who: readonly string[]): readonly Remark[] => {
  const open = [...who, ...(effectiveOn === null ? ['from which day'] : [])];
  const whom = from.length === 0 ? '' : ` for ${from.join(', ')}`;
  return open.length === 0 ? [] : [say('succession-open', `${id}: ${open.join(' and ')} is not said${whom}.`)];
};

const nobodySucceeds = ({ id, from }: Succession): Remark =>
  say('nobody-succeeds', `${id}: nobody succeeds ${from.join(', ')}; what is open then is decided thing by thing.`);

const WHO: Readonly<Partial<Record<Succession['kind'], string>>> = {
  create: 'what is created',
  dissolve: 'who takes over',
};
