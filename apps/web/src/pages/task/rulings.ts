import type { Finding } from '../../api/directives.ts';
import type { Task } from '../../api/tasks.ts';
import type { AskedField } from '../../parts/asked-fields.tsx';
import type { Choice } from '../../parts/fields.tsx';

const maybe = (field: AskedField): AskedField => ({ ...field, optional: true });
const LEAD: AskedField = { name: 'ruling.lead', kind: 'unit', label: 'ruling.lead' };
const COORDINATING: AskedField = { name: 'ruling.coordinating', kind: 'units', label: 'ruling.coordinating' };
const REPORTS_TO: AskedField = { name: 'ruling.reportsTo', kind: 'units', label: 'ruling.reportsTo' };
const EVERY: AskedField = {
  ...{ name: 'ruling.every', kind: 'choice', label: 'ruling.every' },
  ...{ values: ['week', 'month', 'quarter', 'half-year', 'year'], word: 'every' },
};
const TOGETHER: AskedField = {
  ...{ name: 'together', kind: 'choice', label: 'ruling.together' },
  ...{ values: ['each', 'common'], word: 'ruling' },
};
const REASON: AskedField = { name: 'reason', kind: 'words', label: 'act.field.reason' };

type FieldsOf = (task: Task, nameOf: (unit: string) => string) => readonly AskedField[];

/** One of those that the text names presides. */
const presiding: FieldsOf = ({ lead }, nameOf) => {
  const choices: readonly Choice[] = lead.map((value) => ({ value, text: nameOf(value) }));
  return [{ ...LEAD, kind: 'pick', choices }, maybe(COORDINATING)];
};
const anybody: FieldsOf = () => [LEAD, maybe(COORDINATING)];

/** What is asked for to decide on a finding. What is not here is decided elsewhere, or by nobody. */
const FIELDS: Readonly<Partial<Record<Finding['code'], FieldsOf>>> = {
  'several-leads': presiding,
  'no-lead': anybody,
  'no-accountable': anybody,
  'group-without-members': anybody,
  'placeholder-not-filled': () => [maybe(LEAD), maybe(COORDINATING), maybe(REPORTS_TO)],
  'open-coordinators': () => [COORDINATING],
  'no-interval': () => [EVERY],
  'common-or-each': () => [TOGETHER],
};

const OVER: readonly string[] = ['submitted', 'suspended', 'accepted', 'lapsed', 'cancelled'];
const OF_NOBODY: readonly string[] = ['no-lead', 'no-accountable'];
const WHOLE = 'whole';

/** Whether there is something to decide on a finding of this task as it stands. Of one that each has for itself it is settled that each has it. */
export const mayBeDecided = ({ state, member }: Task, code: Finding['code']): boolean => {
  if (!(code in FIELDS) || OVER.includes(state)) return false;
  if (state === 'unassigned') return OF_NOBODY.includes(code);
  return code !== 'common-or-each' || member === WHOLE;
};

export const fieldsOn = (code: Finding['code'], ...of: Parameters<FieldsOf>): readonly AskedField[] => [
  ...(FIELDS[code]?.(...of) ?? []),
  REASON,
];

/** Whether all have it together or each has its own is said by which of the two is so. */
export const saidOn = (finding: Finding['code'], said: object): object => {
  const { together, ...rest } = said as Readonly<{ together?: string }>;
  return { finding, ...rest, ...(together === undefined ? {} : { [`ruling.${together}`]: true }) };
};

type Ruling = Readonly<Record<string, unknown>>;
/** `units`: by their ids; `word`: as in the catalogue. */
type RulingWord = Readonly<{ label: string; units?: readonly string[]; word?: string }>;

/** What was ruled, part by part. */
export const rulingWords = (ruling: unknown): readonly RulingWord[] => {
  const { lead, coordinating, reportsTo, every, common, each } = ruling as Ruling;
  const told = (label: string, units: unknown): readonly RulingWord[] =>
    units === undefined ? [] : [{ label, units: [units].flat() as string[] }];
  return [
    ...told('role.lead', lead),
    ...told('role.coordinating', coordinating),
    ...told('role.reportsTo', reportsTo),
    ...(every === undefined ? [] : [{ label: 'ruling.every', word: `every.${every as string}` }]),
    ...(common || each ? [{ label: 'ruling.together', word: each ? 'ruling.each' : 'ruling.common' }] : []),
  ];
};
