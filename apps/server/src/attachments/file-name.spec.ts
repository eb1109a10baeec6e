import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { dispositionOf, fileNameIn } from './file-name.ts';

const refused = expect.objectContaining({ code: 'attachment/name' }) as unknown as Error;

describe('The name of a file', () => {
  it('comes percent-encoded, and is composed', () =>
    expect(fileNameIn(encodeURIComponent(' Báo cáo tháng 6.pdf '.normalize('NFD')))).toBe('Báo cáo tháng 6.pdf'));

  it.each([
    undefined,
    '',
    '%20',
    '.',
    '..',
    'a%2Fb.pdf',
    'a/b',
    '..%5Cx',
    'a%00.pdf',
    'a%0D%0AX: y',
    'x%E2%80%AEfdp.exe',
    '%',
    '%FF',
    'x'.repeat(201),
  ])('is refused: %p', (header) => expect(() => fileNameIn(header)).toThrow(refused));

  it('never breaks out of the header that it is sent in', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(dispositionOf(name)).toMatch(/^attachment; filename="[\w. -]*"; filename\*=UTF-8''[\w.!~%-]*$/);
        expect(decodeURIComponent(dispositionOf(name).split("''")[1]!)).toBe(name);
      }),
    ));
});
