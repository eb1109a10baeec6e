import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { MATTER_OFFERS } from '../pages/standing-unit/matter-offers.ts';
import { OFFERS } from '../pages/task/acts.ts';
import { KEYS as UNIT_KEYS } from '../pages/units/unit-offers.ts';
import { KEYS } from './all-keys.ts';

const src = join(import.meta.dirname, '..');
/** `useKeys({ … })`, with what stands between. */
const BINDINGS = /useKeys\(\{([^]*?)\}\);/g;
/** A name in an object that is bound, as `c:` or `'ctrl+k':`. */
const NAME = /(?:^|[{,\n])\s*(?:'([^']+)'|([a-z]|[A-Z]\w+)):/g;
const SHOWN: Readonly<Record<string, string>> = { ' ': 'Space', Escape: 'Esc', 'ctrl+k': 'Ctrl K' };
const shownAs = (key: string): string => SHOWN[key] ?? (key.length === 1 ? key.toUpperCase() : key);

const keysIn = (of: string) => KEYS.find((group) => group.of === of)!.keys.map((each) => each.join(' '));
const everyKey = KEYS.flatMap(({ keys }) => keys.flatMap(([key]) => [key, ...key.split(' ')]));

const bound = globSync('**/*.{ts,tsx}', { cwd: src })
  .filter((file) => !file.includes('.spec.'))
  .flatMap((file) => [...readFileSync(join(src, file), 'utf8').matchAll(BINDINGS)].map(([, inside = '']) => inside))
  .flatMap((inside) => [...inside.matchAll(NAME)].map(([, quoted, plain]) => quoted ?? plain!));

describe('The table of keys', () => {
  it('has every key that a page binds by name', () => {
    expect(bound).toEqual(expect.arrayContaining(['ctrl+k', ' ', 'Home', 'Escape', '/', 'x', 'c', 'j', '?']));
    expect(bound.map(shownAs).filter((key) => !everyKey.includes(key))).toStrictEqual([]);
  });

  it('has every act on a task', () => {
    const acts = Object.values(OFFERS).map(({ verb, key }) => `${key.toUpperCase()} act.${verb}`);
    expect(keysIn('directives.task')).toEqual(expect.arrayContaining(acts));
  });

  it('has every act on a matter', () => {
    const acts = MATTER_OFFERS.map(({ verb, key }) => `${key.toUpperCase()} matterAct.${verb}`);
    expect(acts).toHaveLength(6);
    expect(keysIn('frame.matters')).toEqual(expect.arrayContaining(acts));
  });

  it('has everything that becomes of a unit', () => {
    const acts = Object.entries(UNIT_KEYS).map(([offer, key]) => `${key.toUpperCase()} unitAct.${offer}`);
    expect(keysIn('frame.units')).toEqual(expect.arrayContaining(acts));
  });
});
