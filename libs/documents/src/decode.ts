import type { Place } from './problem.ts';

/** What is read at most: the longest known directive has a hundredth of it. */
export const MOST_BYTES = 5_000_000;

export type Complaint = Readonly<{ place: Place; rule: string; message: string }>;
export type Decoded = Readonly<{ text: string }> | Complaint;

/** Text without its byte order mark, or what makes it unreadable. */
export const decode = (input: string | Uint8Array): Decoded => {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  if (bytes.length > MOST_BYTES) return TOO_BIG;
  const text = typeof input === 'string' ? input.replace(/^\uFEFF/, '') : new TextDecoder().decode(bytes);
  const bad = typeof input === 'string' ? -1 : firstBadByte(bytes);
  if (bad >= 0) return notUtf8(new TextDecoder().decode(bytes.subarray(0, bad)));
  const character = badCharacter(text);
  return character ? { ...character, place: placeAfter(text.slice(0, character.at)) } : { text };
};

/** The first character that must not stand in a text, whether written or escaped. */
export const badCharacter = (text: string): Readonly<{ at: number; rule: string; message: string }> | undefined => {
  const at = text.search(BAD_CHARACTER);
  if (at < 0) return undefined;
  const code = text.codePointAt(at) ?? 0;
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  if (LONE_SURROGATE.test(String.fromCodePoint(code)))
    return { at, rule: 'text/lone-surrogate', message: `${name} is half a character; write the whole one.` };
  if (NONCHARACTER.test(String.fromCodePoint(code)))
    return { at, rule: 'text/noncharacter', message: `${name} is no character and must not be written; delete it.` };
  return {
    at,
    rule: 'text/control-character',
    message: `The control character ${name} must not be written; delete it.`,
  };
};

const BAD_CHARACTER = /\p{Cs}|\p{Noncharacter_Code_Point}|(?![\t\n\r])\p{Cc}|\r(?!\n)/u;
const LONE_SURROGATE = /\p{Cs}/u;
const NONCHARACTER = /\p{Noncharacter_Code_Point}/u;

/** Decoding puts U+FFFD where bytes are wrong, so the way back differs there first. */
const firstBadByte = (bytes: Uint8Array): number => {
  const lossless = Buffer.from(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  if (lossless.equals(bytes)) return -1;
  return bytes.findIndex((byte, index) => lossless[index] !== byte);
};

const placeAfter = (before: string): Place => {
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
};

const notUtf8 = (before: string): Complaint => ({
  place: placeAfter(before),
  rule: 'file/not-utf-8',
  message: 'This byte is not UTF-8; save the file as UTF-8.',
});

const TOO_BIG: Complaint = {
  place: { line: 1, column: 1 },
  rule: 'file/too-big',
  message: `The file has more than ${MOST_BYTES} bytes. Split it.`,
};
