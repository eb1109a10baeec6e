import { describe, expect, it } from '@jest/globals';

import { parseNumber, sameNumber } from './document-number.ts';

describe('A number of the Party', () => {
  it('has a type and an issuer', () => {
    expect(parseNumber('155-KL/TW')).toStrictEqual({
      written: '155-KL/TW',
      line: 'party',
      number: '155',
      year: null,
      codes: ['KL', 'TW'],
      folded: '155-KL/TW',
      printed: '155-KL/TW',
    });
  });

  it('is printed with two digits at least and compared without leading zeros', () => {
    const printed = (written: string) => parseNumber(written).printed;
    expect(['5-NQ/TW', '005-NQ/TW', '10-NQ/TW', '100-NQ/TW'].map(printed)).toEqual([
      '05-NQ/TW',
      '05-NQ/TW',
      '10-NQ/TW',
      '100-NQ/TW',
    ]);
    expect(parseNumber('005-NQ/TW')).toMatchObject({ number: '5', folded: '5-NQ/TW' });
  });

  it('may stand with spaces, which are kept only in what was written', () => {
    expect(parseNumber(' 155 - KL / TW ')).toMatchObject({
      written: ' 155 - KL / TW ',
      line: 'party',
      printed: '155-KL/TW',
    });
  });

  it('may have dots and digits in its codes, and several issuers', () => {
    expect(parseNumber('12-Q.Đ/BTCTW-ĐU.2')).toMatchObject({
      line: 'party',
      codes: ['Q.Đ', 'BTCTW-ĐU.2'],
      folded: '12-Q.D/BTKTW-DU.2',
      printed: '12-Q.Đ/BTCTW-ĐU.2',
    });
  });

  it('has at most six digits', () => {
    expect(parseNumber('123456-KL/TW').line).toBe('party');
    expect(parseNumber('1234567-KL/TW').line).toBe('other');
  });
});

describe('A number of the State', () => {
  it('has a year of its own', () => {
    expect(parseNumber('30/2020/NĐ-CP')).toStrictEqual({
      written: '30/2020/NĐ-CP',
      line: 'state',
      number: '30',
      year: '2020',
      codes: ['NĐ-CP'],
      folded: '30/2020/ND-KP',
      printed: '30/2020/NĐ-CP',
    });
  });

  it('of a law names the term of the National Assembly', () => {
    expect(parseNumber('202/2025/QH15')).toMatchObject({ line: 'state', year: '2025', codes: ['QH15'] });
  });

  it('of a notice or an official letter has no year', () => {
    expect(parseNumber('7/TB-VPCP')).toStrictEqual({
      written: '7/TB-VPCP',
      line: 'state',
      number: '7',
      year: null,
      codes: ['TB-VPCP'],
      folded: '7/TB-VPKP',
      printed: '07/TB-VPCP',
    });
    expect(parseNumber('2291/BNV-CQĐP')).toMatchObject({ line: 'state', printed: '2291/BNV-CQĐP' });
  });

  it('has a year of four digits', () => {
    expect(parseNumber('30/202/NĐ-CP').line).toBe('other');
    expect(parseNumber('30/20201/NĐ-CP').line).toBe('other');
  });
});

describe('What is no such number', () => {
  it('is kept as it is, and compared as a whole', () => {
    expect(parseNumber('  Thông báo số 5 ')).toStrictEqual({
      written: '  Thông báo số 5 ',
      line: 'other',
      number: 'Thông báo số 5',
      year: null,
      codes: [],
      folded: 'THONG BAO SO 5',
      printed: 'Thông báo số 5',
    });
    expect(sameNumber('Thông báo số 5', 'thong bao so 5')).toBe(true);
    expect(sameNumber('Thông báo số 5', 'Thông báo số 6')).toBe(false);
  });

  it('is one with something before or after it', () => {
    expect(parseNumber('Số 155-KL/TW').line).toBe('other');
    expect(parseNumber('155-KL/TW!').line).toBe('other');
    expect(parseNumber('').line).toBe('other');
  });
});

describe('Two numbers are one', () => {
  it('whatever their letters, marks and leading zeros', () => {
    expect(sameNumber('21-BC/ĐU', '021-bc/đu')).toBe(true);
    expect(sameNumber('21-BC/ĐU', '21-BC/DU')).toBe(true);
    expect(sameNumber('30/2020/NĐ-CP', '30/2020/ND-CP')).toBe(true);
    expect(sameNumber('12-QĐ/TW', '12-QĐ/TW'.normalize('NFD'))).toBe(true);
  });

  it.each([
    ['an en dash', '155\u2013KL/TW'],
    ['an em dash', '155 \u2014 KL/TW'],
    ['a hyphen of its own', '155\u2010KL/TW'],
    ['a non-breaking hyphen', '155\u2011KL/TW'],
    ['a minus sign', '155\u2212KL/TW'],
    ['a small and a full-width hyphen', '155\uFE63KL/TW'],
    ['a zero-width space', '155-KL/TW\u200B'],
    ['a joiner, a mark of direction and a byte order mark', '\uFEFF155-\u200DKL/\u200ETW'],
    ['a soft hyphen within a code', '155-K\u00ADL/TW'],
    ['a variation selector', '155-KL/TW\uFE0F'],
    ['full-width digits', '\uFF11\uFF15\uFF15-KL/TW'],
    ['a full-width number', '\uFF11\uFF15\uFF15\uFF0D\uFF2B\uFF2C\uFF0F\uFF34\uFF37'],
    ['another slash', '155-KL\u2215TW'],
    ['a fraction slash', '155-KL\u2044TW'],
    ['no-break spaces', '155\u00A0-\u202FKL/TW\u00A0'],
    ['a full stop', '155-KL/TW.'],
    ['a full stop and spaces', '155-KL/TW . '],
    ['an ellipsis', '155-KL/TW\u2026'],
  ])('where one is written with %s, which is kept only in what was written', (_, written) => {
    const { folded, printed } = parseNumber('155-KL/TW');
    expect(parseNumber(written)).toMatchObject({ written, line: 'party', folded, printed });
  });

  it('of the State, too, and also where they are of no known form', () => {
    expect(sameNumber('30/2020/N\u0110-CP', '30\uFF0F2020\uFF0FN\u0110\u2013CP.')).toBe(true);
    expect(sameNumber('Thông báo số 5-A', 'Thông báo số\u00A05\u2013A.')).toBe(true);
    expect(parseNumber('Số 5–A.')).toMatchObject({ line: 'other', number: 'Số 5–A.', printed: 'Số 5–A.' });
  });

  it('whether they came in Latin or Cyrillic', () => {
    expect(sameNumber('21-BC/ĐU', '21-БК/ДУ')).toBe(true);
    expect(sameNumber('21-BC/ĐU', '21-бк/ду')).toBe(true);
    expect(sameNumber('155-KL/TW', '155-\u041aL/\u0422W')).toBe(true);
  });

  it('only if number, year, type and issuer are', () => {
    expect(sameNumber('155-KL/TW', '156-KL/TW')).toBe(false);
    expect(sameNumber('155-KL/TW', '155-NQ/TW')).toBe(false);
    expect(sameNumber('155-KL/TW', '155-KL/TU')).toBe(false);
    expect(sameNumber('30/2020/NĐ-CP', '30/2021/NĐ-CP')).toBe(false);
    expect(sameNumber('593/TB-VPCP', '593/2025/TB-VPCP')).toBe(false);
    expect(sameNumber('155-KL/TW', '155/KL-TW')).toBe(false);
    expect(sameNumber('12-Q.Đ/TW', '12-QĐ/TW')).toBe(false);
  });
});

describe('A code in Cyrillic', () => {
  const codeOf = (code: string) => parseNumber(`1-${code}/TW`).codes[0];

  it('is printed as the known code that it is spoken like', () => {
    expect(codeOf('БК')).toBe('BC');
    expect(codeOf('КХ')).toBe('KH');
    expect(codeOf('НД')).toBe('NĐ');
    expect(codeOf('ТТг')).toBe('TTg');
  });

  it('is read by its looks where that is a known code and the spoken one is not', () => {
    expect(codeOf('КН')).toBe('KH');
    expect(codeOf('ВС')).toBe('BC');
    expect(codeOf('СТ')).toBe('CT');
    expect(codeOf('ТВ')).toBe('TB');
  });

  it('is transliterated where nothing is known', () => {
    expect(codeOf('ЖЩ')).toBe('ZHSH');
    expect(codeOf('НС')).toBe('NS');
  });

  it('is read by its looks where both alphabets stand in it', () => {
    expect(codeOf('\u041aL')).toBe('KL');
    expect(codeOf('\u0422\u0412X')).toBe('TBX');
  });

  it('does not lose a letter that neither alphabet knows', () => expect(codeOf('Ѣ')).toBe('Ѣ'));

  it('leaves one in Latin as it was written', () => expect(codeOf('Nđ')).toBe('Nđ'));
});
