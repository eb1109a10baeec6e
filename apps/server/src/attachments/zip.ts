import type { Inspected } from '@edict/runtime';

/** One part of an archive, as its directory has it. */
export type Part = Readonly<{ name: string; packed: number; unpacked: number; offset: number }>;

/** What an archive may unpack to: policy of this server, far above what office documents need. */
export const LIMITS = { parts: 2_000, unpacked: 200_000_000, directory: 1_000_000, ratio: 200 } as const;

/** The archive is not one that can be given to anybody with a good conscience. */
export class UnsafeArchive extends Error {
  override readonly name = 'UnsafeArchive';
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const [END_BYTES, ENTRY_BYTES, LOCAL_BYTES, LONGEST_COMMENT] = [22, 46, 30, 65_535];
const ENCRYPTED = 0x1;
const METHODS = [0, 8];

/**
 * The parts of an archive (APPNOTE 6.3.10), read from its directory and compared with where they lie; nothing is unpacked. Refused: more
 * than `LIMITS`, parts that overlap or lie outside, encrypted or 64-bit archives, other methods than store and deflate, the same name
 * twice, names that lead out of a folder.
 */
export const partsOf = async (archive: Inspected): Promise<readonly Part[]> => {
  const { count, size, offset } = await endOf(archive);
  assert(count > 0 && count <= LIMITS.parts && size <= LIMITS.directory, 'It has too many parts, or none.');
  const directory = bufferOf(await archive.read(offset, size));
  assert(directory.length === size, 'Its directory is cut off.');
  const parts = entriesIn(directory, count);
  assertModest(parts);
  await assertApart(archive, parts, offset);
  return parts;
};

const endOf = async (archive: Inspected) => {
  const from = Math.max(0, archive.bytes - END_BYTES - LONGEST_COMMENT);
  const tail = bufferOf(await archive.read(from, archive.bytes - from));
  let at = tail.length - END_BYTES;
  while (at >= 0 && !(tail.readUInt32LE(at) === END && at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length))
    at--;
  assert(at >= 0, 'It has no directory.');
  const [count, size, offset] = [tail.readUInt16LE(at + 10), tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  assert(tail.readUInt16LE(at + 8) === count, 'It is one of several volumes.');
  assert(count < 0xffff && offset + size === from + at, 'Its directory is not where it says.');
  return { count, size, offset };
};

const entriesIn = (directory: Buffer, count: number): readonly Part[] => {
  const parts: Part[] = [];
  for (let at = 0; parts.length < count;) {
    assert(at + ENTRY_BYTES <= directory.length && directory.readUInt32LE(at) === ENTRY, 'Its directory is damaged.');
    const [name, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    parts.push(partAt(directory, at, name));
    at += ENTRY_BYTES + name + extra + comment;
    if (parts.length === count) assert(at === directory.length, 'Its directory is longer than it says.');
  }
  return parts;
};

const partAt = (directory: Buffer, at: number, length: number): Part => {
  assert((directory.readUInt16LE(at + 8) & ENCRYPTED) === 0, 'It is encrypted.');
  assert(METHODS.includes(directory.readUInt16LE(at + 10)), 'It is packed in an unusual way.');
  return {
    name: directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + length),
    packed: directory.readUInt32LE(at + 20),
    unpacked: directory.readUInt32LE(at + 24),
    offset: directory.readUInt32LE(at + 42),
  };
};

const assertModest = (parts: readonly Part[]): void => {
  const all = parts.reduce((sum, { unpacked }) => sum + unpacked, 0);
  assert(all <= LIMITS.unpacked, 'It unpacks to too much.');
  assert(
    parts.every(({ packed, unpacked }) => unpacked <= LIMITS.ratio * packed + 1_000),
    'It unpacks to too much for its size.',
  );
  assert(new Set(parts.map(({ name }) => name.toLowerCase())).size === parts.length, 'Two parts have one name.');
  assert(
    parts.every(({ name }) => isPlain(name)),
    'A part has a name that leads elsewhere.',
  );
};

const isPlain = (name: string): boolean =>
  name !== '' && !/^\/|^[a-z]:|\\|\p{Cc}|\ufffd/iu.test(name) && !name.split('/').includes('..');

/** Parts that share bytes are how little becomes much: each lies by itself, under the name that the directory gives it. */
const assertApart = async (archive: Inspected, parts: readonly Part[], end: number): Promise<void> => {
  let free = 0;
  for (const { name, packed, offset } of parts.toSorted((a, b) => a.offset - b.offset)) {
    const head = bufferOf(await archive.read(offset, LOCAL_BYTES));
    assert(offset >= free && head.length === LOCAL_BYTES && head.readUInt32LE(0) === LOCAL, 'Its parts overlap.');
    const length = head.readUInt16LE(26);
    const own = bufferOf(await archive.read(offset + LOCAL_BYTES, length)).toString('utf8');
    assert(own === name, 'A part has two names.');
    free = offset + LOCAL_BYTES + length + head.readUInt16LE(28) + packed;
    assert(free <= end, 'Its parts overlap.');
  }
};

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function assert(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new UnsafeArchive(otherwise);
}
