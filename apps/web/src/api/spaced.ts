/** What has not been answered for so long is asked for again all the same. */
const PATIENCE_MS = 30_000;

/** Does something at once, unless it is being done or was begun less than a while ago: then once more afterwards, however often it is asked for. */
export const spaced = (ms: number) => {
  const wanted = new Map<string, () => Promise<void>>();
  const busy = new Set<string>();
  const work = async (name: string): Promise<void> => {
    busy.add(name);
    for (let act = wanted.get(name); act; act = wanted.get(name)) {
      wanted.delete(name);
      await Promise.allSettled([Promise.race([act(), pause(PATIENCE_MS)]), pause(ms)]);
    }
    busy.delete(name);
  };
  return (name: string, act: () => Promise<void>): void => {
    wanted.set(name, act);
    if (!busy.has(name)) void work(name);
  };
};

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
