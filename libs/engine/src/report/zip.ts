import { crc32 } from 'node:zlib';

/** A file in an archive. */
export type Entry = Readonly<{ name: string; content: Uint8Array }>;

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const VERSION = 20;
/** Midnight of 1 January 1980, where its time begins: when an archive was made is not in it. */
const [TIME, DAY] = [0, 0x21];

/**
 * A ZIP archive (APPNOTE 6.3.10) whose files are stored and not packed: the same content is the same bytes, whichever version of a packer is at
 * hand in ten years.
 */
export const zipOf = (entries: readonly Entry[]): Uint8Array => {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = Buffer.concat([headOf(LOCAL, entry), Buffer.from(entry.name), entry.content]);
    directory.push(headOf(CENTRAL, entry, offset), Buffer.from(entry.name));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...locals, central, endOf(entries.length, central.length, offset)]);
};

/** Both headers have the same fields in the same order; that of the directory says as well by what it was made, and where the file is. */
const headOf = (signature: number, { name, content }: Entry, offset?: number): Buffer => {
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(VERSION, 0);
  shared.writeUInt16LE(TIME, 6);
  shared.writeUInt16LE(DAY, 8);
  shared.writeUInt32LE(crc32(content), 10);
  shared.writeUInt32LE(content.length, 14);
  shared.writeUInt32LE(content.length, 18);
  shared.writeUInt16LE(Buffer.byteLength(name), 22);
  const begin = Buffer.alloc(offset === undefined ? 4 : 6);
  begin.writeUInt32LE(signature, 0);
  if (offset === undefined) return Buffer.concat([begin, shared]);
  begin.writeUInt16LE(VERSION, 4);
  const where = Buffer.alloc(14);
  where.writeUInt32LE(offset, 10);
  return Buffer.concat([begin, shared, where]);
};

const endOf = (count: number, size: number, offset: number): Buffer => {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
};
