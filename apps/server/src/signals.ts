const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const KILLED = 130;

/** Resolves at the first signal to end; at the second the process ends at once. */
export const firstSignal = (): Promise<void> =>
  new Promise((resolve) => {
    let asked = false;
    const ask = () => {
      if (asked) process.exit(KILLED);
      asked = true;
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, ask);
  });
