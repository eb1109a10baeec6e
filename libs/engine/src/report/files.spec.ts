import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { csvOf, harmless } from './csv.ts';
import { columnsOf, type Cell, type Sheet } from './sheet.ts';
import { lettersOf, xlsxOf } from './xlsx.ts';

const sheetOf = (...cells: readonly Cell[]): Sheet => ({
  name: 'One & only',
  columns: columnsOf({ a: 'Title', b: 'Value' }),
  rows: cells.map((a, n) => ({ a, b: n })),
});

const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r]*))(,|\r\n)/gy;

/** As RFC 4180 has it: fields in quotes and without, each up to its comma or its line end. */
const read = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(FIELD)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare!);
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
};

describe('A CSV file', () => {
  it('is UTF-8 with a byte order mark, commas and CRLF, and ends with a line', () =>
    expect(csvOf(sheetOf('Đảng ủy', null))).toBe('\uFEFFTitle,Value\r\nĐảng ủy,0\r\n,1\r\n'));

  it('quotes what would break a line or a field', () =>
    expect(
      csvOf(sheetOf('a,b', 'say "no"', 'two\nlines', ' spaces '))
        .split('\r\n')
        .slice(1, -1),
    ).toStrictEqual(['"a,b",0', '"say ""no""",1', '"two\nlines",2', '" spaces ",3']));

  it.each([
    ['=1+1', "'=1+1"],
    ['+84 24 3', "'+84 24 3"],
    ['-50', "'-50"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
    ['\tx', "'\tx"],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['﹣1', "'﹣1"],
    ['−1', "'−1"],
    ['  =1', "  '=1"],
    ['\u200B=1', "\u200B'=1"],
    ['"=1"', `"'=1"`],
    ['x;=1', "x;'=1"],
    ['x,\n=cmd|1', "x,\n'=cmd|1"],
    [';;=1', ";;'=1"],
    ["'=1", "'=1"],
    ['a-b=c', 'a-b=c'],
    ['155-KL/TW', '155-KL/TW'],
    ['', ''],
  ])('makes %j harmless', (text, written) => expect(harmless(text)).toBe(written));

  it('leaves numbers what they are, also below nothing', () =>
    expect(csvOf({ ...sheetOf(), rows: [{ a: -50, b: 91.8 }] })).toBe('\uFEFFTitle,Value\r\n-50,91.8\r\n'));

  it('says to a reader what was written, and no cell of it, wherever one splits, begins with a sign', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('=+-@＝＋－＠−\t\r\n ,;|"\'ab1Đ\u200B')) });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (texts) => {
        const written = csvOf(sheetOf(...texts)).slice(1);
        expect(
          read(written)
            .slice(1)
            .map(([first]) => first),
        ).toStrictEqual(texts.map(harmless));
        const cells = written.split(/[,;|\t\r\n]/).map((cell) => cell.replace(/^[\s\u200B"]+/, ''));
        expect(cells.filter((cell) => /^[=+\-@＝＋－＠−]/.test(cell))).toStrictEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Files of an archive that are stored as they are, by their names: from its directory, as an unpacker goes. */
const filesIn = (bytes: Uint8Array): ReadonlyMap<string, string> => {
  const archive = Buffer.from(bytes);
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06'));
  const files = new Map<string, string>();
  for (let n = 0, at = archive.readUInt32LE(end + 16); n < archive.readUInt16LE(end + 10); n++) {
    const [size, name] = [archive.readUInt32LE(at + 24), archive.readUInt16LE(at + 28)];
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    files.set(archive.toString('utf8', at + 46, at + 46 + name), archive.toString('utf8', from, from + size));
    at += 46 + name;
  }
  return files;
};

describe('An XLSX file', () => {
  const sheet = (...cells: readonly Cell[]) => filesIn(xlsxOf([sheetOf(...cells)])).get('xl/worksheets/sheet1.xml')!;

  it('has the parts that a workbook has, and no formula, link or macro', () => {
    const files = filesIn(xlsxOf([sheetOf('=1+1'), { ...sheetOf(), name: 'Second' }]));
    expect([...files.keys()]).toStrictEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
    expect(files.get('xl/workbook.xml')).toContain('<sheet name="One &amp; only" sheetId="1" r:id="rId1"/>');
    expect([...files.values()].join('')).not.toMatch(/<f[ >]|hyperlink|externalLink|vbaProject/);
  });

  it('stores text as text, in cells whose format is text, and numbers as numbers', () => {
    expect(sheet('=1+1')).toContain('<c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>');
    expect(sheet('x')).toContain('<c r="B2"><v>0</v></c>');
    expect(sheet(null)).toContain('<row r="2"><c r="B2"><v>0</v></c></row>');
  });

  it('writes what XML cannot hold as ECMA-376 says', () => {
    expect(sheet('<a> & "b"')).toContain('>&lt;a&gt; &amp; &quot;b&quot;<');
    expect(sheet('bell \u0007, tab \t')).toContain('>bell _x0007_, tab \t<');
    expect(sheet('_x0041_')).toContain('>_x005F_x0041_<');
    expect(sheet('\ud800')).toContain('>\ufffd<');
  });

  it('cuts off what Excel does not take, and says so', () => {
    const [, text] = /preserve">(x+…)</.exec(sheet('x'.repeat(40_000)))!;
    expect(text!.length).toBe(32_767);
  });

  it('is the same bytes of the same sheets', () =>
    expect(xlsxOf([sheetOf('a', 'b')])).toStrictEqual(xlsxOf([sheetOf('a', 'b')])));

  it('names columns as spreadsheets do', () =>
    expect([0, 25, 26, 51, 52, 701, 702].map(lettersOf)).toStrictEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']));
});
