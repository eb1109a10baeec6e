import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { useActing, type Act } from './tasks.ts';

/** One act of many, on one thing. */
export type Item = Act & Readonly<{ id: string }>;
export type Result = 'waiting' | 'sending' | 'done' | Error;

/** So many at once: the log takes them together, and nobody else waits for long. */
const AT_ONCE = 4;

type Bulk<Each> = Readonly<{
  results: ReadonlyMap<string, Result>;
  isRunning: boolean;
  run(items: readonly Each[]): void;
  /** Before the next ones. */
  clear(): void;
}>;
type Acting<Each> = (item: Each & Readonly<{ key: string }>) => Promise<void>;

export const useBulk = (): Bulk<Item> => useEach(useActing());

/** Does each by itself and says of each what came of it: one that is refused keeps no other from being done. */
export const useEach = <Each extends Readonly<{ id: string }>>(act: Acting<Each>, atOnce = AT_ONCE): Bulk<Each> => {
  const client = useQueryClient();
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map());
  const tell = (id: string, result: Result) => setResults((before) => new Map(before).set(id, result));
  const doOne = async (item: Each) => {
    tell(item.id, 'sending');
    await act({ ...item, key: crypto.randomUUID() }).then(
      () => tell(item.id, 'done'),
      (error: unknown) => tell(item.id, error instanceof Error ? error : new Error(String(error))),
    );
  };
  const run = async (items: readonly Each[]) => {
    setResults(new Map(items.map(({ id }) => [id, 'waiting'])));
    const left = [...items];
    const work = async () => {
      for (let item = left.shift(); item; item = left.shift()) await doOne(item);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    await client.invalidateQueries();
  };
  const isRunning = [...results.values()].some((result) => result === 'waiting' || result === 'sending');
  return { results, isRunning, run: (items) => void run(items), clear: () => setResults(new Map()) };
};
