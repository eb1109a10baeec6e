import { setTimeout } from 'node:timers/promises';

/** Asks so many times a second until `end`, whether answered or not. What was due while the timer slept is sent late, and is told when it was due. */
export const atRate = async (perSecond: number, end: number, ask: (due: number) => Promise<void>): Promise<void> => {
  const under: Promise<void>[] = [];
  for (let due = performance.now(); due < end;) {
    for (; due <= performance.now(); due += 1000 / perSecond) under.push(ask(due));
    await setTimeout(1);
  }
  await Promise.all(under);
};
