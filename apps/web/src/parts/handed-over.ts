/** A directive that another page hands over to be rehearsed, until somebody takes it. */
let handed = '';

export const handOver = (document: string): void => {
  handed = document;
};

export const takeOver = (): string => handed;

/** Whether the example is to be played at once, which another page asked for; it is said once. */
let isAsked = false;

export const askForDemonstration = (): void => {
  isAsked = true;
};

export const takeDemonstration = (): boolean => {
  const wasAsked = isAsked;
  isAsked = false;
  return wasAsked;
};
