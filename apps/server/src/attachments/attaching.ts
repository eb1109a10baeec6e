import type { Readable } from 'node:stream';

import { Inject, Injectable } from '@nestjs/common';
import { attachmentStream, isAbove, labelOf, type AttachmentCommand, type Level } from '@edict/directives';
import { shown, type Reading, type Viewer } from '@edict/engine';
import { idOf, type Sent } from '@edict/kernel';
import { BlobTooLarge, type Kept } from '@edict/runtime';

import { HttpProblem } from '../http/problem.ts';
import { INSTALLATION } from '../injected.ts';
import type { Installation } from '../installation.ts';
import { mediaTypeOf, UnknownKind } from './media-type.ts';
import { UnsafeArchive } from './zip.ts';

/** What one file may have: policy of this server. */
export const MOST_BYTES = 25_000_000;

/** `about`: the stream of what it is attached to. `level`: what the sender says the file is classified as. */
export type Upload = Readonly<{ about: string; level: Level; name: string; content: Readable }>;

/** From the bytes of a file to the command that attaches it. Whatever can be refused is refused before a byte is kept. */
@Injectable()
export class Attaching {
  constructor(@Inject(INSTALLATION) private readonly installation: Installation) {}

  async commandFor(upload: Upload, viewer: Viewer): Promise<Sent<AttachmentCommand>> {
    const { about, level, name } = upload;
    const directiveId = await this.assertMayBeAttached(upload, viewer);
    let mediaType = '';
    const kept = await this.keep(upload, async (content) => {
      if (content.bytes === 0) throw new HttpProblem('attachment/empty', 'The file is empty.');
      mediaType = await mediaTypeOf(content, name);
    });
    const data = { about, directiveId, ...kept, mediaType, name, level };
    return { stream: attachmentStream(about, kept.sha256), type: 'AttachFile', data };
  }

  /** The thing is there for the reader, concerns the unit, and is classified as the file is said to be; and no higher than may be held here. */
  private async assertMayBeAttached({ about, level }: Upload, viewer: Viewer): Promise<string> {
    const reading = this.installation.engine.reader.as(viewer);
    const directiveId = await directiveOf(reading, about);
    const issued = directiveId === undefined ? undefined : await reading.issued(directiveId);
    if (directiveId === undefined || !issued)
      throw new HttpProblem('attachment/unknown', `There is no ${about} to attach it to.`);
    if (!(await reading.concerns(about, viewer.unit)))
      throw new HttpProblem('attachment/not-yours', `${about} does not concern ${viewer.unit}.`);
    if (isAbove(level, this.installation.ceiling))
      throw new HttpProblem('attachment/above-ceiling', 'It is classified higher than this installation may hold.');
    if (labelOf(issued.document.directive).level !== level)
      throw new HttpProblem('attachment/other-label', 'It is classified otherwise than what it is attached to.');
    return directiveId;
  }

  private async keep(
    { content }: Upload,
    inspect: Parameters<Installation['blobs']['put']>[1]['inspect'],
  ): Promise<Kept> {
    try {
      // Were the request ended here, nobody could be told why.
      const bytes = content.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
      return await this.installation.blobs.put(bytes, { most: MOST_BYTES, ...(inspect ? { inspect } : {}) });
    } catch (error) {
      throw problemOf(error);
    }
  }
}

const problemOf = (error: unknown): unknown => {
  if (error instanceof BlobTooLarge)
    return new HttpProblem('attachment/too-large', `A file has at most ${MOST_BYTES} bytes.`);
  if (error instanceof UnknownKind) return new HttpProblem('attachment/type', error.message);
  if (error instanceof UnsafeArchive) return new HttpProblem('attachment/unsafe-archive', error.message);
  return error;
};

const directiveOf = async (reading: Reading, about: string): Promise<string | undefined> => {
  if (about.startsWith('directive-')) return idOf(about);
  const thing = (await shown(reading, about)) as Readonly<{ directiveId: string }> | undefined;
  return thing?.directiveId;
};
