/** A directive that another page hands over to be rehearsed, until somebody takes it. */
let handed = '';

export const handOver = (document: string): void => {
  handed = document;
};

export const takeOver = (): string => handed;
