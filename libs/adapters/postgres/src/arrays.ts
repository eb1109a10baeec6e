/** Object ids of PostgreSQL's built-in types. They never change. */
const [INT8, INT4, TEXT] = [20, 23, 25];
const HEADER = 20;
const NULL = -1;

type Value = string | number | null;

/**
 * Whole columns as one parameter each, in PostgreSQL's binary form of an array: nothing is quoted, and nothing has to be parsed.
 * Form: dimensions, whether there are nulls, type, length, lower bound; then each element's length and bytes.
 */
export const textArray = (values: readonly (string | null)[]): Buffer =>
  arrayOf(TEXT, values, (text) => Buffer.byteLength(text as string), writeText);

export const int8Array = (values: readonly (number | null)[]): Buffer =>
  arrayOf(
    INT8,
    values,
    () => 8,
    (to, n, at) => to.writeBigInt64BE(BigInt(n as number), at),
  );

export const int4Array = (values: readonly number[]): Buffer =>
  arrayOf(
    INT4,
    values,
    () => 4,
    (to, n, at) => to.writeInt32BE(n as number, at),
  );

const writeText = (to: Buffer, text: Value, at: number): number => to.write(text as string, at);

const arrayOf = (
  type: number,
  values: readonly Value[],
  lengthOf: (value: Value) => number,
  write: (to: Buffer, value: Value, at: number) => void,
): Buffer => {
  if (values.length === 0) return Buffer.from(int32s(0, 0, type));
  const lengths = values.map((value) => (value === null ? NULL : lengthOf(value)));
  const size = lengths.reduce((sum, length) => sum + 4 + Math.max(length, 0), HEADER);
  const bytes = Buffer.allocUnsafe(size);
  bytes.set(int32s(1, lengths.includes(NULL) ? 1 : 0, type, values.length, 1));
  let at = HEADER;
  for (const [n, length] of lengths.entries()) {
    at = bytes.writeInt32BE(length, at);
    if (length >= 0) write(bytes, values[n]!, at);
    at += Math.max(length, 0);
  }
  return bytes;
};

const int32s = (...numbers: readonly number[]): Buffer => {
  const bytes = Buffer.allocUnsafe(4 * numbers.length);
  for (const [n, number] of numbers.entries()) bytes.writeInt32BE(number, 4 * n);
  return bytes;
};
