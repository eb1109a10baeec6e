import type { Matter, MatterAct } from '../../api/matters.ts';
import type { AskedField } from '../../parts/asked-fields.tsx';
import type { Choice } from '../../parts/fields.tsx';
import { isOver } from './clock.ts';

type Verb = MatterAct['verb'];

/** `names`: the consultation that is answered. */
export type MatterOffer = Readonly<{ verb: Verb; key: string; names?: number }>;

/** Every act on a matter, and its key. */
export const MATTER_OFFERS = [
  { verb: 'answer', key: 'a' },
  { verb: 'recommend', key: 'u' },
  { verb: 'direct', key: 't' },
  { verb: 'consult', key: 'q' },
  { verb: 'mark', key: 'f' },
  { verb: 'answerConsultation', key: 'r' },
] as const satisfies readonly MatterOffer[];
const [ANSWER, RECOMMEND, DIRECT, CONSULT, MARK, ANSWER_CONSULTATION] = MATTER_OFFERS;

/** What a unit can do to a matter as it stands; whether it may is for the server to say. */
export const offersOn = (matter: Matter, unit: string | undefined): readonly MatterOffer[] => {
  if (isOver(matter)) return [];
  return [...consultedOn(matter, unit), ...inHand(matter, unit)];
};

const inHand = ({ unit: desk, recommendedTo }: Matter, unit: string | undefined): readonly MatterOffer[] => {
  if (recommendedTo === unit) return [ANSWER, CONSULT, MARK];
  if (desk !== unit) return [];
  return recommendedTo === null ? [ANSWER, RECOMMEND, DIRECT, CONSULT, MARK] : [ANSWER];
};

/** What one was asked stays to be answered also after its day. */
const consultedOn = ({ consultations }: Matter, unit: string | undefined): readonly MatterOffer[] =>
  consultations
    .filter((each) => each.unit === unit && each.state !== 'answered')
    .slice(0, 1)
    .map(({ consultation }) => ({ ...ANSWER_CONSULTATION, names: consultation }));

/** `decides`: it was recommended to who answers. `tasks`, `matters`: what a mark may point to. */
type About = Readonly<{ decides: boolean; tasks: readonly Choice[]; matters: readonly Choice[] }>;

const words = (name: string, verb: Verb): AskedField => ({ name, kind: 'words', label: `matterWords.${verb}` });
const unit = (name: string): AskedField => ({ name, kind: 'unit', label: 'matters.to' });
const OUTCOME: AskedField = {
  ...{ name: 'outcome', kind: 'choice', label: 'matters.outcome' },
  ...{ values: ['consider', 'solve', 'adjust'], word: 'outcome' },
};
const HOW: AskedField = {
  ...{ name: 'how', kind: 'choice', label: 'matterAct.direct' },
  ...{ values: ['route', 'guide'], word: 'matterHow' },
};

/** What is to be known of a matter beside what it asks. */
export const markFields = ({ tasks, matters }: Pick<About, 'tasks' | 'matters'>): readonly AskedField[] => [
  { name: 'collective', kind: 'flag', label: 'mark.collective', optional: true },
  { name: 'specialCare', kind: 'flag', label: 'mark.specialCare', optional: true },
  { name: 'repeats', kind: 'pick', label: 'mark.repeats', optional: true, choices: matters },
  { name: 'endangers', kind: 'pick', label: 'mark.endangers', optional: true, choices: tasks },
];

const FIELDS: Readonly<Record<Verb, (about: About) => readonly AskedField[]>> = {
  answer: ({ decides }) => [...(decides ? [OUTCOME] : []), words('answer', 'answer')],
  recommend: () => [unit('to'), words('recommendation', 'recommend')],
  direct: () => [HOW, unit('to'), words('text', 'direct')],
  consult: () => [
    unit('unit'),
    words('question', 'consult'),
    { name: 'on', kind: 'day', label: 'matters.answerByOrPolicy', optional: true },
  ],
  answerConsultation: () => [words('answer', 'answer')],
  mark: (about) => [...markFields(about), words('reason', 'mark')],
};

/** What an act has to say. */
export const fieldsFor = ({ verb }: MatterOffer, about: About): readonly AskedField[] => FIELDS[verb](about);

/** One task is marked at a time; the API takes several. */
export const bodyOf = (said: object, { names }: Partial<MatterOffer>): object => {
  const { endangers, ...rest } = said as Readonly<{ endangers?: string }>;
  return {
    ...rest,
    ...(endangers === undefined ? {} : { endangers: [endangers] }),
    ...(names === undefined ? {} : { consultation: names }),
  };
};
