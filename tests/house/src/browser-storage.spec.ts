import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { root } from './run.ts';

/** All in which a page can leave something in a browser. */
const KEEPS =
  /localStorage|sessionStorage|indexedDB|\bcaches\b|document\.cookie|cookieStore|serviceWorker|navigator\.storage|persistQueryClient|createPersister/;

const keeping = (files: readonly Readonly<{ name: string; text: string }>[]): readonly string[] =>
  files.filter(({ text }) => KEEPS.test(text)).map(({ name }) => name);

const ofTheConsole = () =>
  readdirSync(join(root, 'apps/web'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(src|public)\/.*\.(tsx?|js|html)$|^index\.html$/.test(name) && !/\.spec\.tsx?$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(root, 'apps/web', name), 'utf8') }));

describe('The console', () => {
  it('keeps nothing in a browser but in one file', () => {
    const files = ofTheConsole();
    expect(files.length).toBeGreaterThan(20);
    expect(keeping(files)).toStrictEqual(['src/preferences.ts']);
  });

  it.each(['sessionStorage.setItem("a", b)', 'await caches.open("a")', 'document.cookie = a', 'window.indexedDB'])(
    'is seen to where it does: %s',
    (text) => {
      expect(keeping([{ name: 'src/a.ts', text }])).toStrictEqual(['src/a.ts']);
    },
  );
});
