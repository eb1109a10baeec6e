import { useEffectEvent, useLayoutEffect } from 'react';

import { useConsole } from '../console.tsx';

/** By name: `a`, `?`, `Escape`, `ctrl+k`, or two in a row, as `g i`. */
export type Bindings = Readonly<Record<string, (() => void) | undefined>>;

/** Who listens, the page before the frame; a key is taken by the first that knows it. */
const listeners: ((name: string) => boolean)[] = [];
let isGoing = false;

const nameOf = (event: KeyboardEvent): string => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const chord = event.ctrlKey || event.metaKey ? `ctrl+${key}` : key;
  return isGoing ? `g ${chord}` : chord;
};

const dispatch = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.altKey || ['Shift', 'Control', 'Meta'].includes(event.key)) return;
  if (isTaken(event)) return;
  const name = nameOf(event);
  isGoing = name === 'g';
  if (listeners.toReversed().some((listen) => listen(name))) event.preventDefault();
};

/** Keys that do something from when this is shown, and while it is. Single letters rest while somebody writes, or when they are switched off. */
export const useKeys = (bindings: Bindings): void => {
  const { singleKeys } = useConsole().preferences;
  const press = useEffectEvent((name: string): boolean => {
    const act = singleKeys || name.startsWith('ctrl+') || name.length > 3 ? bindings[name] : undefined;
    act?.();
    return act !== undefined;
  });
  useLayoutEffect(() => {
    const listen = (name: string) => press(name);
    if (listeners.push(listen) === 1) document.addEventListener('keydown', dispatch);
    return () => {
      listeners.splice(listeners.indexOf(listen), 1);
      if (listeners.length === 0) document.removeEventListener('keydown', dispatch);
    };
  }, []);
};

/** By what it is pressed on: a field takes every letter, and space presses a button. */
const isTaken = ({ key, target, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  (isWriting(target) && !ctrlKey && !metaKey) || (key === ' ' && isPressed(target));

const isPressed = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a, summary') !== null;

/** While somebody writes, or a dialog is open, the page behind it does not listen. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) || target.closest('[role=dialog]') !== null);
