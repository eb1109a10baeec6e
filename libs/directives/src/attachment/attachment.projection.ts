import { canonical, idOf, type Projection } from '@edict/kernel';

import type { AttachmentEvent } from './attachment.decider.ts';

export type AttachmentRow = Readonly<{
  attachmentId: string;
  about: string;
  directiveId: string;
  sha256: string;
  bytes: number;
  mediaType: string;
  name: string;
  level: string;
  attachedAt: string;
}>;

export const attachmentView: Projection<AttachmentRow, AttachmentEvent> = {
  table: 'attachment',
  version: 1,
  columns: {
    attachmentId: 'text',
    about: 'text',
    directiveId: 'text',
    sha256: 'text',
    bytes: 'integer',
    mediaType: 'text',
    name: 'text',
    level: 'text',
    attachedAt: 'text',
  },
  indexes: [['about', 'attachedAt']],
  keys: ({ stream }) => (stream.startsWith('attachment-') ? [idOf(stream)] : []),
  evolve: (_, { stream, data, recordedAt }) => ({
    attachmentId: idOf(stream),
    about: data.about,
    directiveId: data.directiveId,
    sha256: data.sha256,
    bytes: data.bytes,
    mediaType: data.mediaType,
    name: canonical(data.name),
    level: data.level,
    attachedAt: recordedAt,
  }),
};
