import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { chromiumHere, launch, NO_BROWSER } from './browser.ts';
import { signInTo } from './pages.ts';
import { openScene, type Scene } from './scene.ts';

/** On a loaded machine. */
const TEST_MS = 300_000;
export const OPENING_MS = 120_000;

/** Of the suite that runs. */
export let browser: Browser;
export let scene: Scene;
export let signIn: ReturnType<typeof signInTo>;

/** A suite with a browser, or one that says why it is skipped. */
export const inBrowser = (title: string, tests: () => void): void => {
  jest.setTimeout(TEST_MS);
  const executable = chromiumHere();
  const suite = executable ? describe : describe.skip;
  suite(executable ? title : `${title}. ${NO_BROWSER}`, () => {
    beforeAll(async () => {
      browser = await launch(executable!);
    }, OPENING_MS);
    afterAll(() => browser.close());
    tests();
  });
};

/** The same, and the scene that is opened for it; what the suite prepares in it comes after. */
export const inScene = (title: string, open: () => Promise<Scene>, tests: () => void): void =>
  inBrowser(title, () => {
    beforeAll(async () => stage(await open()), OPENING_MS);
    afterAll(() => scene.close());
    tests();
  });

/** In front of 155-KL/TW, issued late. */
export const inConsole = (title: string, tests: () => void): void => inScene(title, () => openScene(), tests);

/** What is played in from now on: another installation, or the same that was started anew. */
export const stage = (next: Scene): void => {
  scene = next;
  signIn = signInTo(browser, scene);
};
