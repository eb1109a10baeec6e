/** A field that breaks a rule: a JSON pointer into what was sent. */
export type WrongField = Readonly<{ pointer: string; rule: string; message: string }>;

/** A rule said no. Expected, never retried, and told to the caller by its `code`: `noun/what`. `fields`: which of what was sent are wrong, if it is that. */
export class Rejection extends Error {
  override readonly name = 'Rejection';
  readonly code: string;
  readonly fields: readonly WrongField[];

  constructor(code: string, message: string, fields: readonly WrongField[] = []) {
    super(message);
    this.code = code;
    this.fields = fields;
  }
}

/** A decision that is a no. What is in `record` is appended all the same: some refusals must be remembered. */
export type Refused<E> = Readonly<{ rejection: Rejection; record: readonly E[] }>;

export const refuse = <E = never>(code: string, message: string, ...record: readonly E[]): Refused<E> => ({
  rejection: new Rejection(code, message),
  record,
});
