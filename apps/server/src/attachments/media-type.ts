import type { Inspected } from '@edict/runtime';

import { partsOf } from './zip.ts';

type Kind = Readonly<{ mediaType: string; extensions: readonly string[] }>;

/** What is taken, by what is in it; a name must agree. Nothing that a browser would run, and nothing with macros. */
const KINDS = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'] },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  csv: { mediaType: 'text/csv', extensions: ['csv'] },
  yaml: { mediaType: 'application/yaml', extensions: ['yaml', 'yml'] },
  text: { mediaType: 'text/plain', extensions: ['txt'] },
} as const satisfies Readonly<Record<string, Kind>>;

type Name = keyof typeof KINDS;

/** Its content is of none of the kinds that are taken, or its name says another. */
export class UnknownKind extends Error {
  override readonly name = 'UnknownKind';
}

/** The media type of a file, from what is in it. Throws `UnknownKind`, or `UnsafeArchive`. */
export const mediaTypeOf = async (content: Inspected, fileName: string): Promise<string> => {
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const names = await namesOf(content);
  const kinds = names.map((name): Kind => KINDS[name]);
  const kind = kinds.find(({ extensions }) => extensions.includes(extension));
  if (!kind) throw new UnknownKind(`${fileName} is not what it is called, or of no kind that is taken.`);
  return kind.mediaType;
};

const SIGNATURES: readonly (readonly [string, Name])[] = [
  ['255044462d', 'pdf'],
  ['89504e470d0a1a0a', 'png'],
  ['ffd8ff', 'jpeg'],
];
const ARCHIVE = '504b0304';
const TEXTS: readonly Name[] = ['csv', 'yaml', 'text'];

/** Of text nothing but its name says what it is for. */
const namesOf = async (content: Inspected): Promise<readonly Name[]> => {
  const start = Buffer.from(await content.read(0, 8)).toString('hex');
  const signed = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (signed) return [signed[1]];
  if (start.startsWith(ARCHIVE)) return documentIn(content);
  return (await isText(content)) ? TEXTS : [];
};

const documentIn = async (content: Inspected): Promise<readonly Name[]> => {
  const parts = await partsOf(content);
  const has = (name: string) => parts.some((part) => part.name === name);
  if (parts.some(({ name }) => /vbaproject|macros|^scripts\/|^basic\//i.test(name))) return [];
  if (has('[Content_Types].xml') && has('word/document.xml')) return ['docx'];
  if (has('[Content_Types].xml') && has('xl/workbook.xml')) return ['xlsx'];
  return (await isOpenDocument(content, parts[0]?.name)) ? ['odt'] : [];
};

/** Its first part is not packed and says what it is (OpenDocument 1.3, part 2, 3.3). */
const isOpenDocument = async (content: Inspected, first: string | undefined): Promise<boolean> => {
  const said = `mimetype${KINDS.odt.mediaType}`;
  const start = Buffer.from(await content.read(30, said.length)).toString('latin1');
  return first === 'mimetype' && start === said;
};

const PIECE = 65_536;
const CONTROL = /(?![\t\n\r\f])[\p{Cc}\ufffe\uffff]/u;

/** UTF-8 from beginning to end, without control characters. */
const isText = async ({ bytes, read }: Inspected): Promise<boolean> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let from = 0; from < bytes; from += PIECE) {
    const text = decoded(decoder, await read(from, PIECE), from + PIECE >= bytes);
    if (text === undefined || CONTROL.test(text)) return false;
  }
  return true;
};

const decoded = (decoder: TextDecoder, bytes: Uint8Array, isLast: boolean): string | undefined => {
  try {
    return decoder.decode(bytes, { stream: !isLast });
  } catch {
    return undefined;
  }
};
