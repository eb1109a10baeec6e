import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { readPreferences, writePreferences, type Preferences } from './preferences.ts';

const LIKED: Preferences = {
  language: 'uk',
  theme: 'dark',
  office: { unit: 'a', capacity: 'secretariat' },
  singleKeys: false,
};

let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'localStorage');
});

describe('What a browser keeps of the console', () => {
  it('is language, looks, the office chosen and whether single keys act, under one key, and nothing else', () => {
    writePreferences(LIKED);
    expect([...kept.keys()]).toStrictEqual(['edict-preferences']);
    expect(JSON.parse(kept.get('edict-preferences')!)).toStrictEqual(LIKED);
    expect(readPreferences()).toStrictEqual(LIKED);
  });

  it.each(['{', 'null', '{"language":"xx"}'])('is not believed when it is %s', (text) => {
    kept.set('edict-preferences', text);
    expect(readPreferences()).toMatchObject({ language: 'vi', theme: 'auto', office: null });
  });
});
