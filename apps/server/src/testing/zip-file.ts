import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive, and the lies that its headers tell. */
export type Entry = Readonly<{
  name: string;
  content?: string | Buffer;
  method?: number;
  flags?: number;
  /** In the directory and not in the archive. */
  says?: Readonly<{ unpacked?: number; packed?: number; offset?: number; name?: string }>;
}>;

type Placed = Readonly<{ local: Buffer; central: Buffer }>;

/** Writes an archive, honest or not. */
export const zipOf = (
  entries: readonly Entry[],
  changes: Readonly<{ count?: number; comment?: string }> = {},
): Buffer => {
  const placed: Placed[] = [];
  for (const entry of entries)
    placed.push(
      partOf(
        entry,
        placed.reduce((sum, { local }) => sum + local.length, 0),
      ),
    );
  const locals = Buffer.concat(placed.map(({ local }) => local));
  const directory = Buffer.concat(placed.map(({ central }) => central));
  const { count = entries.length, comment = '' } = changes;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(locals.length, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([locals, directory, end, Buffer.from(comment)]);
};

const partOf = ({ name, content = '', method = 8, flags = 0, says = {} }: Entry, offset: number): Placed => {
  const bytes = Buffer.from(content as string);
  const packed = method === 8 ? deflateRawSync(bytes) : bytes;
  const fields = { flags, method, crc: crc32(bytes), packed: packed.length, unpacked: bytes.length };
  const local = Buffer.concat([header(0x04034b50, 30, 4, { ...fields, name }), Buffer.from(name), packed]);
  const named = says.name ?? name;
  const central = header(0x02014b50, 46, 6, { ...fields, ...says, name: named });
  central.writeUInt32LE(says.offset ?? offset, 42);
  return { local, central: Buffer.concat([central, Buffer.from(named)]) };
};

type Fields = Readonly<{ flags: number; method: number; crc: number; packed: number; unpacked: number; name: string }>;

/** Both headers have the same fields in the same order, from the version on; the directory's begins two bytes later. */
const header = (signature: number, bytes: number, at: number, fields: Fields): Buffer => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUInt32LE(signature, 0);
  buffer.writeUInt16LE(20, at);
  buffer.writeUInt16LE(fields.flags, at + 2);
  buffer.writeUInt16LE(fields.method, at + 4);
  buffer.writeUInt32LE(fields.crc, at + 10);
  buffer.writeUInt32LE(fields.packed, at + 14);
  buffer.writeUInt32LE(fields.unpacked, at + 18);
  buffer.writeUInt16LE(Buffer.byteLength(fields.name), at + 22);
  return buffer;
};

const TYPES = { name: '[Content_Types].xml', content: '<Types/>' };
export const DOCX: readonly Entry[] = [TYPES, { name: 'word/document.xml', content: '<w:document/>' }];
export const XLSX: readonly Entry[] = [TYPES, { name: 'xl/workbook.xml', content: '<workbook/>' }];
export const ODT: readonly Entry[] = [
  { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', method: 0 },
  { name: 'content.xml', content: '<office:document-content/>' },
];
