/** So long what the page asks counts as asked by whoever sits before it. */
const AFTER_MS = 60_000;

/** Also by what reads a page aloud, or takes dictation: of that there is a click or an input alone. */
const DONE = ['pointerdown', 'keydown', 'wheel', 'click', 'input'];

/** Whether somebody has done something on the page just now, come to it, or loaded it: what it asks otherwise it asks by itself. */
export const attended = (page: EventTarget, now: () => number = () => performance.now()): (() => boolean) => {
  let doneAt = now();
  const note = () => (doneAt = now());
  for (const each of DONE) page.addEventListener(each, note, { capture: true, passive: true });
  page.addEventListener('focus', note); // not of a field in it, which the page gives and takes by itself
  return () => now() - doneAt < AFTER_MS;
};
