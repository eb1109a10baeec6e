/** A rule said no. Expected, never retried, and told to the caller by its `code`: `noun/what`. */
export class Rejection extends Error {
  override readonly name = 'Rejection';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A decision that is a no. What is in `record` is appended all the same: some refusals must be remembered. */
export type Refused<E> = Readonly<{ rejection: Rejection; record: readonly E[] }>;

export const refuse = <E = never>(code: string, message: string, ...record: readonly E[]): Refused<E> => ({
  rejection: new Rejection(code, message),
  record,
});
