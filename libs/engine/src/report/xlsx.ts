import { gridOf, type Cell, type Sheet } from './sheet.ts';
import { zipOf, type Entry } from './zip.ts';

/** What Excel takes in one cell. */
const LONGEST = 32_767;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A workbook (ECMA-376) with a sheet for each. Text is stored as text in cells of the format Text, so that it does not become a formula when
 * somebody edits it; there are no formulas, links, dates or macros. The same sheets are the same bytes.
 */
export const xlsxOf = (sheets: readonly Sheet[]): Uint8Array => {
  const numbers = sheets.map((_, n) => n + 1);
  const file = (name: string, body: string): Entry => ({ name, content: Buffer.from(`${HEAD}${body}`) });
  return zipOf([
    file('[Content_Types].xml', contentTypes(numbers)),
    file('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])),
    file('xl/workbook.xml', workbook(sheets)),
    file('xl/_rels/workbook.xml.rels', relations([...numbers.map(asSheet), ['styles', 'styles.xml']])),
    file('xl/styles.xml', STYLES),
    ...sheets.map((sheet, n) => file(`xl/worksheets/sheet${n + 1}.xml`, worksheet(sheet))),
  ]);
};

const asSheet = (n: number) => ['worksheet', `worksheets/sheet${n}.xml`] as const;

const contentTypes = (numbers: readonly number[]): string => {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`;
  const sheets = numbers.map((n) => part(`worksheets/sheet${n}`, 'worksheet')).join('');
  const relations = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`;
  return `<Types xmlns="${PACKAGE}/content-types">${relations}<Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${sheets}</Types>`;
};

const relations = (targets: readonly (readonly [type: string, target: string])[]): string => {
  const each = targets.map(
    ([type, to], n) => `<Relationship Id="rId${n + 1}" Type="${OFFICE}/${type}" Target="${to}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
};

const workbook = (sheets: readonly Sheet[]): string => {
  const each = sheets.map(({ name }, n) => `<sheet name="${escaped(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`);
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each.join('')}</sheets></workbook>`;
};

/** Style 1 is text; style 2 is a heading. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

/** Its first row stays where it is when one scrolls. */
const FROZEN =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

const worksheet = (sheet: Sheet): string => {
  const rows = gridOf(sheet).map((cells, n) => {
    const row = cells.map((cell, column) => cellOf(cell, `${lettersOf(column)}${n + 1}`, n === 0 ? 2 : 1));
    return `<row r="${n + 1}">${row.join('')}</row>`;
  });
  return `<worksheet xmlns="${MAIN}">${FROZEN}<sheetData>${rows.join('')}</sheetData></worksheet>`;
};

const cellOf = (cell: Cell, place: string, style: number): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(shortened(cell))}</t></is></c>`;
};

/** A, B … Z, AA, AB … */
export const lettersOf = (column: number): string =>
  `${column < 26 ? '' : lettersOf(Math.floor(column / 26) - 1)}${String.fromCharCode(65 + (column % 26))}`;

/** Not in the middle of a character. */
const shortened = (text: string): string =>
  text.length <= LONGEST
    ? text
    : `${text
        .slice(0, LONGEST - 1)
        .toWellFormed()
        .replace(/\uFFFD$/, '')}…`;

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML cannot hold, and what looks like how that is written, is written as `_x0007_` (ECMA-376, 22.9.2.19). */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(
      /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g,
      (it) => `_x${it.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll(/[&<>"]/g, (it) => XML[it]!);
