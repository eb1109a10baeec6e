import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { describe, expect, it } from '@jest/globals';

import { eventTypes, objections } from '../testing/said-events.ts';

const here = import.meta.dirname;
const catalogue = (language: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(here, `${language}.json`), 'utf8')) as Record<string, string>;
/** `{name}` and `{name, plural, …}`, but not the text of a branch; “this one {name}” is none. */
const PLACEHOLDER = /(?<!(?:=\d+|(?<!this )\b(?:one|few|many|other))\s)\{(\w+)\s*[},]/g;
const placeholders = (text: string) => [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name]) => name))].toSorted();

/** As an event line has it. */
const TYPE = /"type":"[A-Z]\w+"/g;

const sources = readdirSync(join(here, '..'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('.spec.'))
  .map((name) => readFileSync(join(here, '..', name), 'utf8'))
  .join('\n');
const en = catalogue('en');
const LATER = ['flaws', 'reasons'];
const OTHERS = ['.', ...LATER].flatMap((kind) => ['vi', 'ru', 'uk'].map((language) => join(kind, language)));
/** What explains itself has words of its own. */
const known = { ...catalogue('reasons/en'), ...en };
const englishOf = (language: string) => catalogue(language.replace(/\w+$/, 'en'));

type Schema = Readonly<{ enum?: readonly string[]; items?: Schema; properties?: Readonly<Record<string, Schema>> }>;
type Description = Readonly<{
  paths: Readonly<Record<'/tasks', { get: { parameters: readonly Readonly<{ name: string; schema: Schema }>[] } }>>;
  components: Readonly<{ schemas: Readonly<Record<string, Schema>> }>;
}>;
const api = JSON.parse(readFileSync(join(here, '../../../../docs/openapi.json'), 'utf8')) as Description;
const asked = api.paths['/tasks'].get.parameters;

/** What the server may say at a place of an answer. */
const saidAt = (place: string): readonly string[] => {
  const [name = '', ...path] = place.split('.');
  const within = (schema: Schema, key: string): Schema => (schema.items ?? schema).properties?.[key] ?? {};
  const last = path.reduce(within, api.components.schemas[name] ?? {});
  return (last.items ?? last).enum ?? [];
};

/** The states that a projection of the domain gives after the first. */
const statesIn = (projection: string): readonly string[] => [
  ...new Set(
    [
      ...readFileSync(join(here, '../../../../libs/directives/src', projection), 'utf8').matchAll(
        /(?:return|\.\.\.row, state:|\), state:) '(\w+)'/g,
      ),
    ].map(([, state]) => state!),
  ),
];

describe('The words of the console', () => {
  it.each(OTHERS)('are all there in %s', (language) =>
    expect(Object.keys(catalogue(language)).toSorted()).toStrictEqual(Object.keys(englishOf(language)).toSorted()),
  );

  it.each(OTHERS)('have the same places to fill in %s', (language) => {
    const [other, english] = [catalogue(language), englishOf(language)];
    const wrong = Object.keys(english).filter(
      (id) => placeholders(english[id]!).join() !== placeholders(other[id]!).join(),
    );
    expect(wrong).toStrictEqual([]);
  });

  it.each(['ru', 'uk'])('know one, few, many and other in %s', (language) => {
    const plurals = Object.values(catalogue(language)).filter((text) => text.includes('plural,'));
    expect(plurals.length).toBeGreaterThan(0);
    expect(plurals.filter((text) => !/one \{.*few \{.*many \{.*other \{/s.test(text))).toStrictEqual([]);
  });

  it.each([
    ['state', asked.find(({ name }) => name === 'state')?.schema.enum],
    ['kind', asked.find(({ name }) => name === 'kind')?.schema.enum],
    ['class', asked.find(({ name }) => name === 'deadlineClass')?.schema.enum],
  ])('exist for every %s that the server may say', (kind, values = []) => {
    expect(values.length).toBeGreaterThan(4);
    expect(values.filter((value) => !(`${kind}.${value}` in en))).toStrictEqual([]);
  });

  it.each([
    ['finding', 'Finding.code'],
    ['needs', 'StatisticsFigures.stuck.needs'],
    ['owed', 'StatisticsFigures.waiting.owed.step'],
    ['health.concern', 'HealthAnswer.concerns'],
    ['coverage', 'Coverage.state'],
    ['deadline.how', 'DateMoved.how'],
    ['deadline.bound', 'Due.bound'],
    ['deadline.firmness', 'Due.firmness'],
    ['deadline.roll', 'Derivation.roll'],
    ['figure', 'Target.bound'],
    ['every', 'RulingDto.every'],
    ['milestone', 'MilestoneState.state'],
    ['level', 'Clearance.level'],
    ['capacity', 'GiveGrantDto.capacity'],
    ['link.changed', 'ChangedBy.how'],
    ['matterKind', 'ReceiveMatterDto.kind'],
    ['outcome', 'AnswerMatterDto.outcome'],
    ['says.status', 'TaskSummary.says.status'],
    ['says.origin', 'TaskSummary.says.origin'],
  ])('exist as %s for all that the server may say as %s', (kind, place) => {
    expect(saidAt(place).length).toBeGreaterThan(2);
    expect(saidAt(place).filter((value) => !(`${kind}.${value}` in en))).toStrictEqual([]);
  });

  it('tell an operator what comes of each concern', () =>
    expect(saidAt('HealthAnswer.concerns').filter((each) => !(`health.concern.${each}.do` in en))).toStrictEqual([]));

  it('exist for each event of the recorded histories', () => {
    const histories = join(here, '../../../../tests/histories/recorded');
    const lines = readdirSync(histories).flatMap(
      (name) =>
        gunzipSync(readFileSync(join(histories, name)))
          .toString()
          .match(TYPE) ?? [],
    );
    const types = [...new Set(lines.map((line) => line.slice('"type":"'.length, -1)))];
    expect(types.length).toBeGreaterThan(20);
    expect(types.filter((type) => !(`event.${type}` in en))).toStrictEqual([]);
  });

  it('exist for each event that the domain can say', () => {
    expect(eventTypes.length).toBeGreaterThan(100);
    expect(eventTypes.filter((type) => !(`event.${type}` in en))).toStrictEqual([]);
  });

  it('say why no desk takes a matter', () => {
    expect(objections.length).toBeGreaterThan(1);
    expect(objections.filter((code) => !(`refusal.${code}` in en))).toStrictEqual([]);
  });

  it('exist for each that a page asks for by its name', () => {
    const named = [...sources.matchAll(/(?:<Say id=|say\()["']([\w.-]+)["']|'(reason\.[\w.]+)'/g)].map(
      ([, id, reason]) => id ?? reason!,
    );
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((id) => !(id in known))).toStrictEqual([]);
  });

  it.each([
    ['state', asked.find(({ name }) => name === 'state')?.schema.enum],
    ['next', asked.find(({ name }) => name === 'state')?.schema.enum],
    ['class', asked.find(({ name }) => name === 'deadlineClass')?.schema.enum],
    ['coverage', saidAt('Coverage.state')],
  ])('explain every %s that the server may say', (kind, values = []) => {
    expect(values.length).toBeGreaterThan(4);
    expect(values.filter((value) => !(`reason.${kind}.${value}` in known))).toStrictEqual([]);
  });

  it.each([
    ['mandate', ['working', ...statesIn('standing-unit/standing-unit.projection.ts')]],
    ['matterState', ['received', ...statesIn('matter/matter.projection.ts')]],
    ['mark', ['collective', 'specialCare']],
    ['succession.stage', ['registered', 'ahead', 'inEffect']],
    ['unitKind', ['unit', 'office', 'group', 'persons', 'placeholder']],
  ])('name every %s, and say why', (kind, values) => {
    const reasons: Readonly<Record<string, readonly string[]>> = {
      matterState: ['reason.matter', 'reason.matterNext'],
      'succession.stage': ['reason.stage'],
    };
    expect(values.length).toBeGreaterThan(1);
    const ids = [kind, ...(reasons[kind] ?? [`reason.${kind}`])].flatMap((of) => values.map((each) => `${of}.${each}`));
    expect(ids.filter((id) => !(id in known))).toStrictEqual([]);
  });

  it.each([
    [
      'vi',
      /chỉ hướng|lên trên|(?:lúc|[Đđ]ã) tạm dừng|lớp người|chỗ giữ tạm|[Bb]áo thức|[Bb]àn (?:này|nào|của)|đồng hồ/,
    ],
    ['ru', /[Сс]тол(?:а|у|е|ом)?(?!\p{L})|наверх|сда[её]т|сданн/u],
    ['uk', /[Сс]т[іо]л(?:у|і|ом|а)?(?!\p{L})|вгору|здає|здане/u],
  ])('call in %s what explains itself as the pages call it', (language, other) => {
    const words = Object.entries(catalogue(join('reasons', language)));
    expect(words.filter(([, text]) => other.test(text))).toStrictEqual([]);
  });
});
