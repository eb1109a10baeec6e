/** Does something at once, unless it is being done or was begun less than a while ago: then once more afterwards, however often it is asked for. */
export const spaced = (ms: number) => {
  const wanted = new Map<string, () => Promise<void>>();
  const busy = new Set<string>();
  const work = async (name: string): Promise<void> => {
    busy.add(name);
    for (let act = wanted.get(name); act; act = wanted.get(name)) {
      wanted.delete(name);
      await Promise.allSettled([act(), new Promise((resolve) => setTimeout(resolve, ms))]);
    }
    busy.delete(name);
  };
  return (name: string, act: () => Promise<void>): void => {
    wanted.set(name, act);
    if (!busy.has(name)) void work(name);
  };
};
