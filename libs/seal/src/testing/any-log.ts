import { type Json } from '@edict/kernel';
import fc from 'fast-check';

import { originOf } from '../checkpoint.ts';
import { sealer } from '../sealer.ts';
import { headsOf, writtenLog, type Act, type Written } from './written-log.ts';

const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({
    stream: fc.constantFrom('task-a', 'task-b', 'standingUnit-c'),
    data: fc.array(json, { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 6 },
);

export const anyLog: fc.Arbitrary<readonly Written[]> = acts.map((list) => writtenLog('house', list));

/** The checkpoint of a whole log. */
export const sealOf = (log: readonly Written[], installation = 'house'): string =>
  sealer.text(sealer.append(sealer.begin(undefined, originOf(installation)), headsOf(log)));

/** One UTF-16 unit, so that half a character is among them. */
export const anyCharacter = fc.nat(0xffff).map((unit) => String.fromCharCode(unit));
