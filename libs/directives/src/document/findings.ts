import { parseNumber } from '../number/document-number.ts';
import type { DirectiveDocument, Link, StandingUnitsRule, Succession } from './directive.document.ts';
import { say, type Finding, type Remark } from './finding.ts';
import { taskRemarks } from './task-findings.ts';
import { groupRemarks, placeholderRemarks, registryOf, type Registry } from './unit-findings.ts';
import type { UnitsDocument } from './units.document.ts';

/** What a directive leaves open, in the order of its text. Of units that `units` does not have, nothing is said. */
export const findingsOf = (document: DirectiveDocument, units: UnitsDocument): readonly Finding[] => {
  const { directive, tasks, standingUnits, successions = [], openIssues = [] } = document;
  const registry = registryOf(units);
  const about = (ref: string, remarks: readonly Remark[]): readonly Finding[] =>
    remarks.map(({ code, message }) => ({ code, ref, message }));
  return [
    ...about(directive.id, headRemarks(document, registry)),
    ...tasks.flatMap((task) => about(task.ref, taskRemarks(task, registry))),
    ...about(directive.id, standingUnits ? mandateRemarks(standingUnits, registry) : []),
    ...about(directive.id, successions.flatMap(successionRemarks)),
    ...about(
      directive.id,
      openIssues.map(({ id, text }) => say('open-issue', `${id}: ${text}`)),
    ),
  ];
};

const DATES = { adoptedOn: 'adopted', signedOn: 'signed', issuedOn: 'issued' } as const;

const numberRemarks = (number: string | null): readonly Remark[] => {
  if (number === null) return [say('no-number', 'The directive has no number.')];
  if (parseNumber(number).line !== 'other') return [];
  return [say('number-not-parsed', `${number} is a number of no known form: it is compared as a whole.`)];
};

/** A file says what it changes, and not what becomes of each task that is open by then. */
const changeRemarks = ({ rel, number, title }: Link): readonly Remark[] =>
  ['amends', 'supersedes', 'revokes'].includes(rel)
    ? [say('effects-not-stated', `It ${rel} ${number ?? title}: what becomes of each open task of it is to be stated.`)]
    : [];

const headRemarks = ({ directive }: DirectiveDocument, registry: Registry): readonly Remark[] => [
  ...numberRemarks(directive.number),
  ...placeholderRemarks(directive.issuers, registry),
  ...directive.links.flatMap(changeRemarks),
  ...(['adoptedOn', 'signedOn', 'issuedOn'] as const)
    .filter((date) => directive[date] === null)
    .map((date) => say('date-unknown', `The day on which the directive was ${DATES[date]} is not known.`)),
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

const successionRemarks = ({ id, from, to, kind, effectiveOn }: Succession): readonly Remark[] => {
  const open = [
    ...(to === null && kind !== 'dissolve' ? ['who succeeds'] : []),
    ...(to === null && kind === 'dissolve' ? ['who takes over'] : []),
    ...(effectiveOn === null ? ['from which day'] : []),
  ];
  if (open.length === 0) return [];
  return [say('succession-open', `${id}: ${open.join(' and ')} is not said for ${from.join(', ')}.`)];
};
