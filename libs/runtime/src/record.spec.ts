import { canonical, genesisOf, type Json } from '@edict/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { bodyOf, chain, isIntact, type Meta, type Recorded } from './index.ts';

const genesis = genesisOf('here');

const anyData = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue() as fc.Arbitrary<Json>);
/** With names on both sides of where the hash goes, or on one. */
const anyMeta = fc
  .dictionary(fc.constantFrom('actor', 'gist', 'hasty', 'version', '"hash":""'), fc.constantFrom('', 'đ', '"hash":""'))
  .map((meta): Meta => ({ ...meta, commandId: 'first' }));

describe('Events that are sealed', () => {
  it('are spelled once, as the canonical text of what they say', () =>
    fc.assert(
      fc.property(fc.array(anyData, { minLength: 1 }), anyMeta, (all, meta) => {
        const end = { stream: 'task-1', last: undefined, genesis };
        const events = chain(
          end,
          all.map((data) => ({ type: 'Happened', data })),
          meta,
        );
        expect(events.map(bodyOf)).toStrictEqual(
          events.map(({ data, id, meta: sealed, type }) => canonical({ data, id, meta: sealed, type })),
        );
        const recorded = events.map((event, revision): Recorded => ({
          ...event,
          stream: 'task-1',
          revision,
          position: '',
        }));
        expect(isIntact(recorded, genesis)).toBe(true);
      }),
    ));

  it('are spelled anew if they are others', () => {
    const [event] = chain({ stream: 'a', last: undefined, genesis }, [{ type: 'Happened', data: { n: 1 } }], {
      commandId: 'first',
    });
    expect(JSON.parse(bodyOf({ ...event!, data: { n: 2 } }))).toHaveProperty('data', { n: 2 });
  });
});
