import { describe, expect, it } from '@jest/globals';
import { alarmLaw, answersAlways, at, person, specify, specifyProjection, type Step } from '@edict/kernel/testing';
import fc from 'fast-check';

import { attachment, attachmentStream, type Attached, type AttachmentCommand } from './attachment.decider.ts';
import { attachmentView } from './attachment.projection.ts';

const NOW = '2025-06-01T02:00:00.000Z';
const sha256 = 'ab'.repeat(32);
const data: Attached = {
  about: 'task-t1',
  directiveId: 'd1',
  sha256,
  bytes: 1_234,
  mediaType: 'application/pdf',
  name: 'Báo cáo.pdf',
  level: 'internal',
};
const stream = attachmentStream(data.about, sha256);
const here = (of = stream) => at(NOW, person('ministry'), NOW, of);
const attach = (changes: Partial<Attached> = {}): AttachmentCommand => ({
  type: 'AttachFile',
  data: { ...data, ...changes },
});
const attached = { type: 'FileAttached', data } as const;

const given = specify(attachment);

describe('An attachment', () => {
  it('is one file at one thing, and is attached once', () => {
    given().when(attach(), here()).then(attached);
    given(attached).when(attach(), here()).thenNothing();
    given(attached)
      .when(attach({ name: 'Another name.pdf' }), here())
      .thenNothing();
  });

  it('has a stream of its own, which follows from both', () => {
    for (const changes of [{ about: 'task-t2' }, { sha256: 'cd'.repeat(32) }, { sha256: 'x' }])
      given().when(attach(changes), here()).thenRefused('attachment/other-stream');
  });

  it.each(['unit-ministry', 'notification-n1', 'account-a1', 'attachment-a1'])('is not attached to %s', (about) =>
    given()
      .when(attach({ about }), here(attachmentStream(about, sha256)))
      .thenRefused('attachment/not-attachable'),
  );

  it('is made by persons only, and waits for nothing', () => {
    expect(attachment.origins).toStrictEqual({ AttachFile: ['person'] });
    given(attached).thenWaitsFor();
  });

  const steps: fc.Arbitrary<readonly Step<AttachmentCommand>[]> = fc.array(
    fc.constant({ command: attach(), ...here() }),
    { maxLength: 5 },
  );
  it('keeps the laws of deciders', () => {
    answersAlways(attachment, steps);
    alarmLaw(attachment, steps);
  });
});

describe('The row of an attachment', () => {
  it('says what it is, of what, and since when', () =>
    specifyProjection(attachmentView)(stream, attached).then({
      [stream.slice('attachment-'.length)]: {
        attachmentId: stream.slice('attachment-'.length),
        ...data,
        name: '"Báo cáo.pdf"',
        attachedAt: '2025-01-01T00:00:00.000Z',
      },
    }));
});
