import { createHash } from 'node:crypto';

import { BlobTooLarge, type Blob, type Blobs, type Keeping, type Kept } from '@edict/runtime';

export class MemoryBlobs implements Blobs {
  readonly #blobs = new Map<string, Buffer>();

  async put(content: AsyncIterable<Uint8Array>, { most, inspect }: Keeping): Promise<Kept> {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of content) {
      bytes += chunk.length;
      if (bytes > most) throw new BlobTooLarge(`More than ${most} bytes.`);
      chunks.push(Uint8Array.from(chunk));
    }
    const blob = Buffer.concat(chunks);
    await inspect?.({ bytes, read: async (from, length) => blob.subarray(from, from + length) });
    const sha256 = createHash('sha256').update(blob).digest('hex');
    this.#blobs.set(sha256, blob);
    return { sha256, bytes };
  }

  async get(sha256: string): Promise<Blob | undefined> {
    const blob = this.#blobs.get(sha256);
    if (!blob) return undefined;
    const content = async function* () {
      if (blob.length > 0) yield Uint8Array.from(blob);
    };
    return { sha256, bytes: blob.length, content: content() };
  }

  async delete(sha256: string): Promise<void> {
    this.#blobs.delete(sha256);
  }
}
