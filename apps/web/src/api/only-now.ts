export type Confirming = <T>(act: () => Promise<T>) => Promise<T>;

/** Nothing is done to the past, whatever was offered and by whichever way somebody came there: it is refused before it is sent. */
export const onlyNow = (moment: string | null, confirming: Confirming, why: string): Confirming =>
  moment === null ? confirming : () => Promise.reject(new Error(why));
