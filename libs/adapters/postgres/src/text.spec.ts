import { expect, it } from '@jest/globals';
import fc from 'fast-check';

import { fromStored, toStored } from './text.ts';

const text = fc.string({ unit: fc.constantFrom('\u0000', '\u0001', '\u0002', 'a', '😀') });

it('A text is stored without U+0000 and comes back exactly', () =>
  fc.assert(
    fc.property(text, (original) => {
      expect(toStored(original)).not.toContain('\u0000');
      expect(fromStored(toStored(original))).toBe(original);
    }),
  ));

it('Stored texts sort as the texts do', () => {
  const order = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
  fc.assert(fc.property(text, text, (a, b) => expect(order(toStored(a), toStored(b))).toBe(order(a, b))));
});
