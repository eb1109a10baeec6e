import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The browser of this machine: what EDICT_CHROMIUM names, or the first that is found. `undefined`: there is none. */
export const chromiumHere = (): string | undefined => {
  const named = process.env['EDICT_CHROMIUM'];
  if (named) return named;
  const found = NAMES.map((name) => `/usr/bin/${name}`).find((path) => existsSync(path));
  if (found) return found;
  try {
    return execFileSync('which', NAMES, { encoding: 'utf8' }).split('\n')[0] || undefined;
  } catch {
    return undefined;
  }
};

export const NO_BROWSER =
  'No Chromium on this machine: install one (apt-get install chromium), or name it in EDICT_CHROMIUM, and run npm test again.';

export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox'] });

export type Look = Readonly<{
  language: 'vi' | 'en' | 'ru' | 'uk';
  theme: 'light' | 'dark';
  office: Readonly<{ unit: string; capacity: string }>;
}>;

/** What the page said on its console, and what it threw: a page that is well says nothing. */
export type Opened = Readonly<{ page: Page; complaints: readonly string[] }>;

/** On a loaded machine; nobody waits that long. */
const PATIENCE_MS = 30_000;

/** A window of its own, with these preferences. */
export const open = async (browser: Browser, look: Look, options: BrowserContextOptions = {}): Promise<Opened> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const preferences = JSON.stringify({ ...look, singleKeys: true });
  context.setDefaultTimeout(PATIENCE_MS);
  await context.addInitScript((text) => localStorage.setItem('edict-preferences', text), preferences);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
};
