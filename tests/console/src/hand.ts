import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

/** How somebody works a page. What is written is typed or pasted; all else is what tells one from the other. */
export type Hand = Readonly<{
  /** `key`: by which it is done from anywhere on the page, where there is one. */
  press(control: Locator, key?: string): Promise<void>;
  /** To a page of the frame; `key` follows G. */
  go(place: string, key: string): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  /** A day, as `2099-12-30`. */
  date(field: Locator, day: string): Promise<void>;
  choose(field: Locator, value: string): Promise<void>;
  tick(box: Locator): Promise<void>;
  /** A file as text, in the field that takes one. */
  file(field: Locator, text: string): Promise<void>;
}>;

/** No page here has more that can be reached, and no field more to choose from: who has gone so far goes in circles. */
const MOST = 250;

/** By the tabulator and the keys of the page alone. */
export const byKeys = (page: Page): Hand => {
  const { keyboard } = page;
  const reach = async (control: Locator): Promise<void> => {
    await control.waitFor();
    for (let tabs = 0; tabs < MOST; tabs += 1) {
      if (await control.evaluate((node) => node === document.activeElement)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${String(control)}`);
  };
  return {
    press: async (control, key) => {
      await control.waitFor();
      if (key === undefined) await reach(control);
      await keyboard.press(key ?? 'Enter');
    },
    go: async (_place, key) => {
      await keyboard.press('g');
      await keyboard.press(key);
    },
    write: async (field, text) => {
      await reach(field);
      await keyboard.type(text);
    },
    date: async (field, day) => {
      await reach(field);
      const [year, month, date] = day.split('-');
      await keyboard.type(`${month}${date}${year}`);
    },
    choose: async (field, value) => {
      await field.locator(`option[value="${value}"]`).waitFor({ state: 'attached' });
      await reach(field);
      await keyboard.press('Home');
      for (let n = 0; n < MOST && (await field.inputValue()) !== value; n += 1) await keyboard.press('ArrowDown');
      expect(await field.inputValue()).toBe(value);
    },
    tick: async (box) => {
      await reach(box);
      await keyboard.press('Space');
    },
    file: async (field, text) => {
      await reach(field);
      await keyboard.insertText(text);
    },
  };
};

/** With a mouse, or with a finger on what is as narrow as a phone. */
export const byPointer = (page: Page): Hand => {
  const isNarrow = page.viewportSize()!.width < 600;
  const point = (control: Locator) => (isNarrow ? control.tap() : control.click());
  const fill = async (field: Locator, text: string) => {
    await point(field);
    await field.fill(text);
  };
  return {
    press: point,
    go: async (place) => {
      const entry = page.locator(isNarrow ? `.tabs > a[href^="${place}"]` : `.rail a[href^="${place}"]`);
      if ((await entry.count()) > 0) return point(entry);
      await point(page.locator('.tabs > button'));
      await point(page.locator(`.more a[href^="${place}"]`));
    },
    write: fill,
    date: fill,
    choose: async (field, value) => {
      await field.selectOption(value);
    },
    tick: point,
    file: (field, text) =>
      page
        .locator('.file', { has: field })
        .locator('input[type=file]')
        .setInputFiles({ name: 'directive.yaml', mimeType: 'text/yaml', buffer: Buffer.from(text) }),
  };
};
