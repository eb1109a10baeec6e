import { gridOf, type Cell, type Sheet } from './sheet.ts';

/** For Excel, which without it takes Vietnamese for something else. */
const BOM = '\uFEFF';

/**
 * RFC 4180 in UTF-8, with a byte order mark, commas and CRLF. Text that a spreadsheet might take for a formula begins with an apostrophe, also
 * behind what another spreadsheet might take for the end of a cell. Numbers are written as numbers.
 */
export const csvOf = (sheet: Sheet): string =>
  `${BOM}${gridOf(sheet)
    .map((row) => `${row.map(fieldOf).join(',')}\r\n`)
    .join('')}`;

const fieldOf = (cell: Cell): string => {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const text = harmless(cell);
  return /[",;\t\r\n\u2028\u2029]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Where a cell begins, for whoever splits at commas, semicolons, tabs, bars or lines, and what is not seen there, with what follows. */
const BEGINNING = /(^|[,;|\t\r\n\u2028\u2029])[\s\p{Cc}\p{Cf}",;|]*(?=(.))/gsu;

/** Compatible forms, full-width ones among them, are taken for the sign that they look like; so is the minus of mathematics. */
const isSign = (character: string): boolean => /^[=+\-@\u2212]/.test(character.normalize('NFKC'));

const LEADING_CONTROL = /^[\t\r]/;

export const harmless = (text: string): string => {
  const marked = text.replaceAll(BEGINNING, (seen: string, _end: string, first: string) =>
    isSign(first) ? `${seen}'` : seen,
  );
  return LEADING_CONTROL.test(marked) ? `'${marked}` : marked;
};
