/** Works on up to `window` items side by side and waits for all of them, also when one fails; then throws what failed first. */
export const inWindow = async <T, R>(
  items: readonly T[],
  window: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = [];
  const queue = items.entries();
  /** The workers share one iterator: each takes the next item as soon as it is free. */
  const worker = async () => {
    for (const [n, item] of queue) results[n] = await work(item);
  };
  const workers = await Promise.allSettled(Array.from({ length: Math.min(window, items.length) }, worker));
  const failed = workers.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason as unknown;
  return results;
};
