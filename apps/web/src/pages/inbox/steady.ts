import type { Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, type RefObject, type SyntheticEvent } from 'react';

type Scroller = HTMLDivElement;

/** `asked`: what the reader has asked to see; a list that is another for that moves as it likes. */
type Listed = Readonly<{
  keys: readonly string[];
  asked: string;
  open: string | undefined;
  scroller: RefObject<Scroller | null>;
  rows: Virtualizer<Scroller, Element>;
}>;

type On = Readonly<{ key: string; start: number }>;

/** Keeps where it is what the hand is on, the pointer first, else the row that is open, whatever comes or goes above it meanwhile. */
export const useSteady = ({ keys, asked, open, scroller, rows }: Listed) => {
  const hand = useRef<string>(undefined);
  const on = useRef<On>(undefined);
  const before = useRef({ keys, asked });
  const startOf = (key: string | undefined): number | undefined =>
    rows.getVirtualItems().find((row) => row.key === key)?.start ??
    (key === undefined ? undefined : rows.measurementsCache[keys.indexOf(key)]?.start);
  const put = () => {
    const key = hand.current ?? open;
    const start = startOf(key);
    on.current = key === undefined || start === undefined ? undefined : { key, start };
  };
  useLayoutEffect(() => {
    const was = on.current;
    const isMoved = before.current.keys !== keys && before.current.asked === asked;
    before.current = { keys, asked };
    const start = was && startOf(was.key);
    if (isMoved && scroller.current && start !== undefined && isInView(scroller.current, was!)) {
      const top = scroller.current.scrollTop + start - was!.start;
      if (hand.current !== undefined) giveRoom(scroller.current, top);
      scroller.current.scrollTop = top;
    }
    put();
  });
  const take = ({ target }: SyntheticEvent) => {
    const index = (target as Element).closest('li')?.dataset['index'];
    hand.current = index === undefined ? undefined : keys[Number(index)];
    put();
  };
  const leave = () => {
    hand.current = undefined;
    if (scroller.current) giveRoom(scroller.current, 0);
    put();
  };
  return { onPointerOver: take, onPointerLeave: leave, onFocus: take, onBlur: leave };
};

const isInView = ({ scrollTop, clientHeight }: Scroller, { start }: On): boolean =>
  start >= scrollTop - 1 && start < scrollTop + clientHeight;

/** Below a list that is too short to be rolled as far as this, for as long as the hand is on it. */
const giveRoom = ({ firstElementChild, clientHeight }: Scroller, top: number): void => {
  (firstElementChild as HTMLElement).style.minHeight = top > 0 ? `${top + clientHeight}px` : '';
};
