import { describe, expect, it } from '@jest/globals';
import type { Inspected } from '@edict/runtime';
import fc from 'fast-check';

import { DOCX, ODT, XLSX, zipOf, type Entry } from '../testing/zip-file.ts';
import { mediaTypeOf, UnknownKind } from './media-type.ts';
import { LIMITS, UnsafeArchive } from './zip.ts';

const inspected = (bytes: Buffer): Inspected => ({
  bytes: bytes.length,
  read: async (from, length) => bytes.subarray(from, from + length),
});
const typeOf = (content: string | Buffer, name: string) => mediaTypeOf(inspected(Buffer.from(content as string)), name);
const archive = (entries: readonly Entry[], name = 'a.docx', changes = {}) => typeOf(zipOf(entries, changes), name);

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const JPEG = Buffer.from('ffd8ffe000104a46494600', 'hex');

describe('The kind of a file', () => {
  it.each<[string, string | Buffer, string]>([
    ['a.pdf', '%PDF-1.7\n\0\0', 'application/pdf'],
    ['a.png', PNG, 'image/png'],
    ['a.JPG', JPEG, 'image/jpeg'],
    ['a.txt', 'Đảng ủy 😀\r\n\tvà', 'text/plain'],
    ['a.csv', 'a;b\n1;2', 'text/csv'],
    ['a.yaml', 'a: 1', 'application/yaml'],
    ['a.yml', 'a: 1', 'application/yaml'],
    ['a.docx', zipOf(DOCX), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a.xlsx', zipOf(XLSX), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['a.odt', zipOf(ODT), 'application/vnd.oasis.opendocument.text'],
    ['commented.odt', zipOf(ODT, { comment: 'PK\u0005\u0006 a comment' }), 'application/vnd.oasis.opendocument.text'],
  ])('%s is told by what is in it', async (name, content, type) => expect(await typeOf(content, name)).toBe(type));

  it.each<[string, string | Buffer, string]>([
    ['a program', Buffer.from('7f454c4602010100', 'hex'), 'a.pdf'],
    ['a program of Windows', Buffer.from('4d5a900003000000', 'hex'), 'a.docx'],
    ['a PDF with something before it', '\n%PDF-1.7\0', 'a.pdf'],
    ['a page', '<html><script>alert(1)</script>', 'a.html'],
    ['a script', '#!/bin/sh\nrm -rf /', 'a.sh'],
    ['a drawing with scripts', '<svg onload="x"/>', 'a.svg'],
    ['a PDF called a text', '%PDF-1.7', 'a.txt'],
    ['a text called a PDF', 'Hello', 'a.pdf'],
    ['a text without a kind', 'Hello', 'README'],
    ['bytes called a text', Buffer.from([0x61, 0, 0x62]), 'a.txt'],
    ['half a character', Buffer.from('Đ').subarray(0, 1), 'a.txt'],
    ['UTF-16', Buffer.from('\ufeffabc', 'utf16le'), 'a.txt'],
    ['an archive of nothing known', zipOf([{ name: 'a.exe', content: 'x' }]), 'a.docx'],
    ['a docx called an odt', zipOf(DOCX), 'a.odt'],
    ['an odt that says so too late', zipOf(ODT.toReversed()), 'a.odt'],
    ['an odt that says so packed', zipOf([{ ...ODT[0]!, method: 8 }, ODT[1]!]), 'a.odt'],
    ['a document with macros', zipOf([...DOCX, { name: 'word/vbaProject.bin', content: 'x' }]), 'a.docx'],
  ])('%s is none that is taken', (_, content, name) => expect(typeOf(content, name)).rejects.toThrow(UnknownKind));

  it('is text however long it is, and wherever a letter is cut', async () => {
    const text = `${'a'.repeat(65_535)}Đ${'ủ'.repeat(50_000)}`;
    expect(await typeOf(text, 'a.txt')).toBe('text/plain');
    await expect(typeOf(`${text}\u0007`, 'a.txt')).rejects.toThrow(UnknownKind);
  });
});

describe('An archive is refused', () => {
  const HALF = { unpacked: LIMITS.unpacked / 20, packed: LIMITS.unpacked / 20 };
  const lying = (says: Entry['says'], more: Partial<Entry> = {}) => [
    ...DOCX,
    { name: 'x', content: 'x', ...more, says: says ?? {} },
  ];

  it.each<[string, readonly Entry[]]>([
    ['that unpacks to too much', lying({ unpacked: LIMITS.unpacked + 1, packed: 2 ** 31 })],
    ['that unpacks to too much in parts', Array.from({ length: 30 }, (_, n) => ({ name: `${n}`, says: HALF }))],
    ['whose part unpacks to more than its size allows', [...DOCX, { name: 'bomb', content: Buffer.alloc(1_000_000) }]],
    ['with too many parts', Array.from({ length: LIMITS.parts + 1 }, (_, n) => ({ name: `${n}` }))],
    [
      'whose parts share bytes',
      lying({ offset: 0, name: '[Content_Types].xml' }, { name: '[Content_Types].xml' })
        .toSpliced(0, 1)
        .concat(DOCX[0]!),
    ],
    ['whose part is called otherwise where it lies', lying({ name: 'y' })],
    ['whose part reaches into the directory', lying({ packed: 100_000 })],
    ['whose part lies outside', lying({ offset: 0x7fffffff })],
    ['that is encrypted', [...DOCX, { name: 'x', flags: 1 }]],
    ['that is packed in an unusual way', [...DOCX, { name: 'x', method: 14 }]],
    ['with one name twice', [...DOCX, { name: 'WORD/document.xml' }]],
    ['with a name that leads up', [...DOCX, { name: '../../etc/passwd' }]],
    ['with a name from the root', [...DOCX, { name: '/etc/passwd' }]],
    ['with a name of Windows', [...DOCX, { name: 'C:\\x' }]],
    ['with a name that is none', [...DOCX, { name: 'a\0b' }]],
  ])('%s', (_, entries) => expect(archive(entries)).rejects.toThrow(UnsafeArchive));

  it.each([1, 3, 0xffff])('that counts its parts wrongly: %p', (count) =>
    expect(archive(DOCX, 'a.docx', { count })).rejects.toThrow(UnsafeArchive),
  );

  it('that is cut off anywhere, or has something after it', async () => {
    const whole = zipOf(DOCX);
    for (let length = 4; length < whole.length; length++)
      await expect(typeOf(whole.subarray(0, length), 'a.docx')).rejects.toThrow(UnsafeArchive);
    await expect(typeOf(Buffer.concat([whole, Buffer.from('x')]), 'a.docx')).rejects.toThrow(UnsafeArchive);
  });

  it('and never a fault, whatever a byte of it says', () => {
    const whole = zipOf(DOCX);
    return fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const changed = Buffer.from(whole);
        changed[at] = byte;
        const refused = await typeOf(changed, 'a.docx').then(
          () => undefined,
          (error: unknown) => error,
        );
        expect(refused === undefined || refused instanceof UnsafeArchive || refused instanceof UnknownKind).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
