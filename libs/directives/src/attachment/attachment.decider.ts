import { categoryOf, idFrom, refuse, type Decider, type Message } from '@edict/kernel';

import type { Level } from '../classification/label.ts';
import type { Prose } from '../prose.ts';

/** What files are attached to. */
export const ATTACHABLE = ['directive', 'task', 'matter'] as const;

/**
 * A file that somebody attached. `about`: the stream of what it is attached to, `directiveId`: the directive that this belongs to, whose
 * label it has. `level`: as was said when it came. The file itself lies under its hash, and in no event.
 */
export type Attached = Readonly<{
  about: string;
  directiveId: string;
  sha256: string;
  bytes: number;
  /** The media type of its content, whatever its name says. */
  mediaType: string;
  name: Prose;
  level: Level;
}>;

export type AttachmentCommand = Message<'AttachFile', Attached>;
export type AttachmentEvent = Message<'FileAttached', Attached>;

/** The same file at the same thing is one attachment. */
export const attachmentStream = (about: string, sha256: string): string =>
  `attachment-${idFrom('attachment', about, sha256)}`;

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** A stream of its own for each attachment, so that nothing that is said of a task has to carry it. */
export const attachment: Decider<boolean, AttachmentCommand, AttachmentEvent> = {
  category: 'attachment',
  origins: { AttachFile: ['person'] },
  initialState: false,
  decide({ data }, attached, { stream }) {
    if (!isHash(data.sha256) || stream !== attachmentStream(data.about, data.sha256))
      return refuse('attachment/other-stream', 'What is attached, and its content, say which stream is its own.');
    if (!ATTACHABLE.some((category) => category === categoryOf(data.about)))
      return refuse('attachment/not-attachable', `Files are attached to a ${ATTACHABLE.join(', a ')}.`);
    return attached ? [] : [{ type: 'FileAttached', data }];
  },
  evolve: () => true,
  alarms: () => [],
};
