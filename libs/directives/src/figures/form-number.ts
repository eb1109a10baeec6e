/** How a form writes its numbers: which mark parts thousands, the other one begins the decimals. */
export type Spelling = 'comma-thousands' | 'point-thousands';

export type FormNumber = Readonly<{ value: number }> | Readonly<{ flaw: 'not-a-number' | 'ambiguous' }>;

/** Thousands may be parted by spaces, thin and unbroken ones among them. */
const SPACE = '[ \\u00a0\\u2007\\u2009\\u202f]';
const PLAIN = /^\d+$/;
const SPACED = new RegExp(`^\\d{1,3}(?:${SPACE}\\d{3})+(?:[.,]\\d+)?$`);
const BOTH = {
  'comma-thousands': /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/,
  'point-thousands': /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/,
};
const DECIMAL = { 'comma-thousands': /^\d+\.\d+$/, 'point-thousands': /^\d+,\d+$/ };
const SPELLINGS = ['comma-thousands', 'point-thousands'] as const;

/**
 * A count or a share, in either spelling: 1,234.5 or 1.234,5, `2888` or `12 874`. Where both are possible and mean different numbers (2,888), it
 * is refused unless the form says how it spells. No sign: forms count.
 */
export const formNumber = (text: string, spelling?: Spelling): FormNumber => {
  const written = text.trim();
  if (PLAIN.test(written)) return safe(written);
  if (SPACED.test(written)) return ofSpaced(written, spelling);
  const ways = SPELLINGS.filter((each) => BOTH[each].test(written) || DECIMAL[each].test(written));
  const meant = spelling === undefined ? ways : ways.filter((each) => each === spelling);
  if (meant.length === 0) return { flaw: 'not-a-number' };
  return meant.length > 1 ? { flaw: 'ambiguous' } : safe(digitsOf(written, meant[0]!));
};

/** Behind a space that parts thousands, a mark can only begin the decimals; the form may still forbid it. */
const ofSpaced = (written: string, spelling: Spelling | undefined): FormNumber => {
  const decimals = /[.,]/.exec(written)?.[0];
  if (decimals === ',' && spelling === 'comma-thousands') return { flaw: 'not-a-number' };
  if (decimals === '.' && spelling === 'point-thousands') return { flaw: 'not-a-number' };
  return safe(written.replaceAll(new RegExp(SPACE, 'g'), '').replace(',', '.'));
};

const digitsOf = (written: string, spelling: Spelling): string =>
  spelling === 'comma-thousands' ? written.replaceAll(',', '') : written.replaceAll('.', '').replace(',', '.');

const safe = (digits: string): FormNumber => {
  const value = Number(digits);
  return value <= Number.MAX_SAFE_INTEGER ? { value } : { flaw: 'not-a-number' };
};
