/** The number of a document as it was written, in parts, folded for comparison, and as it is printed. */
export type DocumentNumber = Readonly<{
  written: string;
  line: 'party' | 'state' | 'other';
  number: string;
  /** State line only: the year, or the term of the National Assembly is part of the number. */
  year: string | null;
  codes: readonly string[];
  folded: string;
  printed: string;
}>;

// Party: `155-KL/TW`. Number, type, issuer (Guidance 36-HD/VPTW of 3 April 2018, II.1.3).
const PARTY = /^(\d{1,6})\s*-\s*([\p{L}.]+)\s*\/\s*([\p{L}.\d]+(?:-[\p{L}.\d]+)*)$/u;
// State: `30/2020/NĐ-CP`, `202/2025/QH15`, `593/TB-VPCP`, `2291/BNV-CQĐP`.
const STATE = /^(\d{1,6})\s*\/\s*(?:(\d{4})\s*\/\s*)?([\p{L}.]+\d*(?:-[\p{L}.]+\d*)*)$/u;

/** What cannot be parsed is kept, folded and compared as a whole. */
export const parseNumber = (written: string): DocumentNumber => {
  const text = plainType(written);
  const party = PARTY.exec(text);
  if (party) return numbered(written, 'party', { number: party[1]!, year: null, codes: [party[2]!, party[3]!] });
  const state = STATE.exec(text);
  if (state) return numbered(written, 'state', { number: state[1]!, year: state[2] ?? null, codes: [state[3]!] });
  const kept = written.normalize('NFC').trim();
  return { written, line: 'other', number: kept, year: null, codes: [], folded: foldCode(text), printed: kept };
};

/** Word processors make other dashes of a hyphen, and full-width, invisible or closing signs come along with what is copied. */
export const plainType = (written: string): string =>
  written
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .normalize('NFKC')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[\u2044\u2215]/gu, '/')
    .replace(/[\s.]+$/u, '')
    .trim();

type Parts = Pick<DocumentNumber, 'number' | 'year' | 'codes'>;

const numbered = (written: string, line: 'party' | 'state', { number, year, codes }: Parts): DocumentNumber => {
  const bare = String(Number(number));
  const joined = (texts: readonly string[], first: string) =>
    line === 'party' ? `${first}-${texts.join('/')}` : [first, ...(year ? [year] : []), ...texts].join('/');
  const parts = codes.map((code) => code.split('-'));
  const folded = parts.map((each) => each.map(foldCode).join('-'));
  const printed = parts.map((each) => each.map(printCode).join('-'));
  return {
    written,
    line,
    number: bare,
    year,
    codes: printed,
    folded: joined(folded, bare),
    printed: joined(printed, bare.padStart(2, '0')),
  };
};

/** Whether two numbers are one, however they were written. Of the number only: issuer, type and term make the identity. */
export const sameNumber = (a: string, b: string): boolean => parseNumber(a).folded === parseNumber(b).folded;

// Cyrillic as it is transliterated, and as it is mistaken for Latin where both alphabets stand in one code.
const TRANSLITERATED: Readonly<Record<string, string>> = Object.fromEntries(
  'А:A Б:B В:V Г:G Ґ:G Д:D Е:E Є:E Ж:ZH З:Z И:I І:I Ї:I Й:I К:K Л:L М:M Н:N О:O П:P Р:R С:S Т:T У:U Ф:F Х:H Ц:C Ч:CH Ш:SH Щ:SH Ы:Y Э:E Ю:U Я:A'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
const LOOK_ALIKE: Readonly<Record<string, string>> = Object.fromEntries(
  'А:A В:B Е:E К:K М:M Н:H О:O Р:P С:C Т:T У:Y Х:X І:I'.split(' ').map((pair) => pair.split(':') as [string, string]),
);

// Codes that occur, as they are printed. A guide for printing and for telling alphabets apart, not a list of what is allowed.
const KNOWN =
  'KL KH BC HD CT NQ QĐ QC QyĐ TB TTr CV CTr ĐA BB TT NĐ TTg CP QH UBTVQH UBND HĐND TW TU ĐU BTCTW BTGDVTW UBKTTW VPTW VPCP BNV BTC ĐUCP'.split(
    ' ',
  );

/** Đ as D, without marks, one alphabet, and C as K: 21-BC/ĐU also arrives as 21-БК/ДУ. */
const foldCode = (code: string): string => foldLatin(latin(code));

const foldLatin = (code: string): string =>
  code.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replaceAll('Đ', 'D').replaceAll('C', 'K');

const latin = (code: string): string => {
  const upper = code.toUpperCase();
  const cyrillic = [...upper].filter((letter) => /\p{Script=Cyrillic}/u.test(letter)).length;
  if (cyrillic === 0) return code;
  const [spoken, seen] = [TRANSLITERATED, LOOK_ALIKE].map((table) =>
    [...upper].map((letter) => table[letter] ?? letter).join(''),
  ) as [string, string];
  if (cyrillic < [...upper].filter((letter) => /\p{L}/u.test(letter)).length) return seen;
  return !isKnown(spoken) && isKnown(seen) ? seen : spoken;
};

const isKnown = (code: string): boolean => KNOWN.some((known) => foldLatin(known) === foldLatin(code));

/** A code in Latin is printed as written; one in Cyrillic as the known code that it stands for, or else transliterated. */
const printCode = (code: string): string =>
  latin(code) === code ? code : (KNOWN.find((known) => foldLatin(known) === foldCode(code)) ?? latin(code));
