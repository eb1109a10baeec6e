import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { Cursors, type Scope } from './cursors.ts';

const KEY = Buffer.alloc(32, 7);
const cursors = new Cursors(KEY);
const scope: Scope = ['ListTasks', { id: 'anna', unit: 'ministry' }, { state: 'assigned' }];
const place = { values: ['2025-06-30T17:00:00.000Z', null, 3], key: 'task-1' };
const REFUSED = expect.objectContaining({ code: 'request/cursor', status: 400 }) as unknown;

const opened = (cursor: string, within = scope, by = cursors): unknown => {
  try {
    return by.open(cursor, within);
  } catch (error) {
    return { code: (error as { code: string }).code, status: (error as { getStatus(): number }).getStatus() };
  }
};

describe('A cursor', () => {
  it('opens to the place that it was sealed for, whatever stands there', () =>
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.maxSafeInteger(), fc.constant(null))),
        fc.string({ unit: 'grapheme' }),
        (values, key) => {
          expect(opened(cursors.seal({ values, key }, scope))).toStrictEqual({ values, key });
        },
      ),
    ));

  it('can stand in an address as it is', () =>
    expect(cursors.seal({ values: ['đ/?&=+ "'], key: '😀' }, scope)).toMatch(/^[\w.-]+$/));

  it.each<[string, Scope]>([
    ['another list', ['ListMatters', scope[1], scope[2]]],
    ['another reader', [scope[0], { id: 'boris', unit: 'ministry' }, scope[2]]],
    ['the same reader for another unit', [scope[0], { id: 'anna', unit: 'academy' }, scope[2]]],
    ['a list narrowed otherwise', [scope[0], scope[1], { state: 'accepted' }]],
  ])('is good for nothing in %s', (_, other) => expect(opened(cursors.seal(place, scope), other)).toEqual(REFUSED));

  it('of another installation is refused', () =>
    expect(opened(new Cursors(Buffer.alloc(32, 8)).seal(place, scope))).toEqual(REFUSED));

  it('is refused with any letter of it changed, left out or added', () => {
    const cursor = cursors.seal(place, scope);
    for (let n = 0; n < cursor.length; n++) {
      const other = cursor[n] === 'A' ? 'B' : 'A';
      expect(opened(cursor.slice(0, n) + other + cursor.slice(n + 1))).toEqual(REFUSED);
      expect(opened(cursor.slice(0, n) + cursor.slice(n + 1))).toEqual(REFUSED);
      expect(opened(`${cursor.slice(0, n)}.${cursor.slice(n)}`)).toEqual(REFUSED);
    }
    expect(opened(`${cursor}A`)).toEqual(REFUSED);
    expect(opened(`${cursor}=`)).toEqual(REFUSED);
  });

  it('is never whatever somebody makes up', () =>
    fc.assert(fc.property(fc.string(), (text) => expect(opened(text)).toEqual(REFUSED))));
});
