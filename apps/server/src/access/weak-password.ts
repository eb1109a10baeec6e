import { invalid } from '../http/validation.ts';
import type { Person } from './sign-ins.ts';

/** Policy of this project: no source names these figures. */
const DIFFERENT = 5;
const UNFORESEEN = 6;
/** A shorter name stands in too many words. */
const NAME = 4;

/** What this is called, and what the field asks for in the languages of the console. */
const WORDS = ['edict', 'password', 'matkhau', 'пароль'];

/** What lies side by side on a keyboard, by rows, by columns and to and fro. */
const KEYS = [
  ...['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'],
  ...['1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p', 'qazwsxedcrfvtgbyhnujm', '1q2w3e4r5t6y7u8i9o0p', 'q1w2e3r4t5y6u7i8o9p0'],
].flatMap((row) => [row, [...row].toReversed().join('')]);

/** Why it would be among the first that anybody tries; `undefined`: no rule here says so. No list of common passwords is looked into. */
export const weaknessOf = (password: string, { login, name }: Person): string | undefined => {
  const plain = password.normalize('NFKC').toLowerCase();
  const characters = [...plain];
  if (new Set(characters).size < DIFFERENT) return `must have at least ${DIFFERENT} different characters`;
  if (isSaidAgain(characters)) return 'must not say one thing again and again';
  if (characters.filter((each, n) => !follows(characters[n - 1], each)).length < UNFORESEEN)
    return 'must not be a sequence of the alphabet, of digits or of keys';
  const names = [login, name].map((each) => bare(each ?? '')).filter(({ length }) => length >= NAME);
  return [...names, ...WORDS].some((each) => bare(password).includes(each))
    ? 'must contain neither login nor name, nor “edict”, nor the word for password'
    : undefined;
};

/** Throws what a request is told whose password is too short. */
export const assertHardToGuess = (password: string, person: Person | undefined): void => {
  const message = weaknessOf(password, person ?? { login: null, name: '' });
  if (message !== undefined)
    throw invalid([{ pointer: '/password', rule: 'weakPassword', message: `password ${message}` }]);
};

/** Its first half or less, repeated up to the end. */
const isSaidAgain = (characters: readonly string[]): boolean =>
  characters.some(
    (_, period) =>
      period > 0 &&
      period <= characters.length / 2 &&
      characters.every((each, n) => n < period || each === characters[n - period]),
  );

const follows = (before: string | undefined, each: string): boolean =>
  before !== undefined &&
  (Math.abs(each.codePointAt(0)! - before.codePointAt(0)!) <= 1 || KEYS.some((row) => row.includes(before + each)));

/** Letters and digits alone, without marks: it may be written in many ways. */
const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]/gu, '');
