/** What was kept: SHA-256 over its bytes, in small hexadecimal letters, and how many there are. */
export type Kept = Readonly<{ sha256: string; bytes: number }>;

/** Bytes that can be looked at in any order, before they are kept. */
export type Inspected = Readonly<{ bytes: number; read(from: number, length: number): Promise<Uint8Array> }>;

export type Keeping = Readonly<{
  /** At most so many bytes. */
  most: number;
  /** Looks at all of it before it is kept; what it throws is thrown on, and nothing is kept. */
  inspect?: (content: Inspected) => Promise<void>;
}>;

export type Blob = Kept & Readonly<{ content: AsyncIterable<Uint8Array> }>;

/** Files under the hash of what is in them: the same content is one blob, however often it is kept. Nothing in it is ever run or changed. */
export interface Blobs {
  /** Resolves once it outlives a power cut. Throws `BlobTooLarge` as soon as that is known, or what `content` or `inspect` throws. */
  put(content: AsyncIterable<Uint8Array>, keeping: Keeping): Promise<Kept>;

  /** Its bytes in order, read as they are asked for. They are compared with their hash: the last ones of a damaged blob never come. */
  get(sha256: string): Promise<Blob | undefined>;

  delete(sha256: string): Promise<void>;
}

export class BlobTooLarge extends Error {
  override readonly name = 'BlobTooLarge';
}

/** What is kept is not what was put there. */
export class BlobDamaged extends Error {
  override readonly name = 'BlobDamaged';
}
