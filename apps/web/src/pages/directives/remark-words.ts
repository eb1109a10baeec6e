import type { Shape } from '@edict/client';

import { SENTENCES } from './remarks.ts';

type Finding = Pick<Shape<'Finding'>, 'code' | 'message'>;
export type Reader = Readonly<{
  say(id: string, values?: Readonly<Record<string, string>>): string;
  unit(id: string): string;
  /** A day or a month. */
  day(date: string): string;
  and(words: readonly string[]): string;
  /** Why something was refused, by its code. */
  why(code: string): string;
}>;

/** A finding is recorded as a sentence. It is read back, and said to each reader in their language; what is not known here is shown as it was recorded. */
export const remarkFor = (reader: Reader, { code, message }: Finding): string => {
  for (const [which, sentence] of Object.entries(SENTENCES[code])) {
    const said = sentence.exec(message);
    if (said) return reader.say(which === '' ? `remark.${code}` : `remark.${code}.${which}`, valuesIn(said, reader));
  }
  return code === 'inspection' ? foundBy(reader, message) : message;
};

/** An inspection is told with the unit that found it. */
const foundBy = ({ unit }: Reader, message: string): string => {
  const [, id, words = ''] = /^([a-z0-9-]+)(: .*)?$/s.exec(message) ?? [];
  return id === undefined ? message : `${unit(id)}${words}`;
};

const valuesIn = ({ groups = {} }: RegExpExecArray, reader: Reader): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, VALUES[name]?.(text, reader) ?? text]));

/** Names repeat, so a sentence adds the id. Where nobody here knows it, the name is left as it was. */
const named = (text: string, { unit }: Reader): string => {
  const id = /\(([^()]+)\)$/.exec(text)?.[1] ?? text;
  const name = unit(id);
  return name === id ? text : name;
};

const START = /^task (?<task>\S+) is (?<how>done|overdue)(?<words> \(.+\))?$/s;
const STARTS = { done: 'accepted', overdue: 'overdue' } as const;

const started = (text: string, { say }: Reader): string => {
  const { task = '', how, words = '' } = START.exec(text)?.groups ?? {};
  return how === undefined ? text : `${say(`says.task.${STARTS[how as keyof typeof STARTS]}`, { task })}${words}`;
};

/** By what a sentence calls it. All else stays as it was written. */
const VALUES: Readonly<Record<string, (text: string, reader: Reader) => string>> = {
  unit: named,
  units: (text, { unit }) => text.split(', ').map(unit).join(', '),
  day: (text, { day }) => day(text),
  how: (text, { say }) => say(`link.${text}`),
  document: (text, { say }) => (text === 'a document that is not named' ? say('says.byReference.unnamed') : text),
  part: (text, { say }) => (text === 'a part of the date' ? say('says.inferred.something') : text),
  target: (text, { say }) => (text === 'The target' ? say('remarkTarget') : text),
  figure: (text) => text.replace(/^(\S+) of (?=\S)/, '$1 / '),
  open: (text, { say, and }) => and(text.split(' and ').map((what) => say(`remarkOpen.${what.replaceAll(' ', '-')}`))),
  problem: (text, { why }) => why(text),
  start: started,
};

/** Each sentence that can be read back, as `code` or `code.which`. */
export const sentences: readonly string[] = Object.entries(SENTENCES).flatMap(([code, each]) =>
  Object.keys(each).map((which) => (which === '' ? code : `${code}.${which}`)),
);
