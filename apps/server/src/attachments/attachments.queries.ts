import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { AttachmentRow, Prose } from '@edict/directives';
import type { Blob } from '@edict/runtime';

import { Listings, ListQuestion } from '../reading/listing.ts';
import { Answering, found, QuestionAbout } from '../reading/question.ts';

/** `about`: the stream of what it is attached to. */
export type Attachment = Omit<AttachmentRow, 'name' | 'attachmentId'> & Readonly<{ id: string; name: Prose }>;

type About = Readonly<{ about?: string; directiveId?: string }>;

const attachmentOf = ({ attachmentId, name, ...row }: AttachmentRow): Attachment => ({
  id: attachmentId,
  ...row,
  name: JSON.parse(name) as Prose,
});

export class ListAttachments extends ListQuestion<Attachment, About> {}

@QueryHandler(ListAttachments)
export class ListAttachmentsHandler extends Listings implements IQueryHandler<ListAttachments> {
  execute(question: ListAttachments) {
    return this.page<AttachmentRow, Attachment>(
      question,
      ({ lists }, asked) => lists.attachments(question.where, asked),
      attachmentOf,
    );
  }
}

export class GetAttachment extends QuestionAbout<Attachment> {}

@QueryHandler(GetAttachment)
export class GetAttachmentHandler extends Answering implements IQueryHandler<GetAttachment> {
  async execute(question: GetAttachment) {
    const { items } = await this.reading(question).lists.attachments({ attachmentId: question.id }, { limit: 1 });
    return attachmentOf(found(items[0], 'attachment'));
  }
}

export class OpenAttachment extends QuestionAbout<Readonly<{ attachment: Attachment; blob: Blob }>> {}

/** An attachment without its file is a fault of the store, and no answer. */
@QueryHandler(OpenAttachment)
export class OpenAttachmentHandler extends Answering implements IQueryHandler<OpenAttachment> {
  async execute(question: OpenAttachment) {
    const { items } = await this.reading(question).lists.attachments({ attachmentId: question.id }, { limit: 1 });
    const attachment = attachmentOf(found(items[0], 'attachment'));
    const blob = await this.installation.blobs.get(attachment.sha256);
    if (!blob) throw new Error(`attachment-${attachment.id}: there is no file ${attachment.sha256}.`);
    return { attachment, blob };
  }
}
