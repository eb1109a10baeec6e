import type { Conservation } from '@edict/directives';
import { instant } from '@edict/kernel';
import type { Evidence } from '@edict/seal/evidence';

import type { AccessShown } from '../access-log/access-log.query.ts';
import type { Offer } from '../access/my-account.controller.ts';
import type { Means } from '../access/oidc.controller.ts';
import type { Attachment } from '../attachments/attachments.queries.ts';
import type { Paged } from '../reading/listing.ts';

const TASK = 'task-377382a2-872e-52f5-a595-b42487faf286';
const DIRECTIVE = '224ce503-90f9-5a20-bf7d-6be33dee85c2';

const means: Means = { password: true, oidc: false };

const offer: Offer = {
  secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  uri: 'otpauth://totp/Edict:ann.nguyen?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Edict',
};

const looked: Paged<AccessShown> = {
  items: [
    {
      at: instant('2025-06-25T17:00:00.000Z'),
      who: '2f6d1f5e-3f0b-4d6c-9a53-5d3f1c7f2a10',
      capacity: 'officer',
      unit: 'government-party-committee',
      act: 'ReadContent',
      about: TASK,
      from: '10.0.0.7',
    },
  ],
  next: null,
};

const attachment: Attachment = {
  id: '7276ea47-7207-5fbe-862f-0ff387029525',
  name: 'results.pdf',
  mediaType: 'application/pdf',
  bytes: 48_213,
  sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
  about: TASK,
  level: 'open',
  directiveId: DIRECTIVE,
  attachedAt: '2025-06-25T17:00:00.000Z',
};

const proof: Conservation = {
  succession: '1c0d1a0e-5a0e-5b53-8a4f-0b8f3c2d9e11',
  from: ['ppc-bac-kan', 'ppc-thai-nguyen'],
  to: 'ppc-thai-nguyen-2025',
  effectiveOn: '2025-07-01',
  cut: 'succession-1c0d1a0e-5a0e-5b53-8a4f-0b8f3c2d9e11@1',
  manifestHash: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
  manifestAgrees: true,
  items: [{ holding: TASK, held: { 'ppc-bac-kan': ['lead'] }, arrival: 'cut', outcome: 'moved', at: `${TASK}@4` }],
  tally: { holdings: 1, late: 0, moved: 1, closedMeanwhile: 0, open: 0 },
  balanced: true,
};

/** The whole of a log of two events, so that whoever reads it can recompute it. */
const evidence: Evidence = {
  checkpoint: [
    'edict/house',
    '2',
    'UZ6kQUg6S3FKs986z4IwM4x6LAv/34wDtlOul7uYV3c=',
    `head 0000000000000002 ${TASK} 0 5c43f014561c03868e02a7062b9fbcb92c0e682c98a30545fc1dfda74ef3bfbc`,
    'frontier 519ea441483a4b714ab3df3acf8230338c7a2c0bffdf8c03b653ae97bb985777',
    'sha256 5660cccc3fbfd42d06f950099aa29005f229d56c5b3194de7ec2cd8fe687ea18',
    '',
  ].join('\n'),
  stream: TASK,
  events: [
    {
      revision: 0,
      id: 'b844ee69-64b3-5dec-adff-20f85f64d68b',
      type: 'TaskAssigned',
      data: { ref: '1-1' },
      meta: {
        commandHash: 'e12c157c0051f399d6ecb3c03a191d6dd199f58abcb4cf1894db2fc30f331ddf',
        commandId: 'command-1',
        hash: '5c43f014561c03868e02a7062b9fbcb92c0e682c98a30545fc1dfda74ef3bfbc',
        occurredAt: '2025-06-30T17:00:00.000Z',
        recordedAt: '2025-06-30T17:00:00.000Z',
        version: '1',
      },
      index: 1,
      proof: ['b6570b8d44c7b30d2063bdbeddcb6d7eba2a8b81b9aa77b32c6bfdf339fd611c'],
    },
  ],
};

/** Written by hand, and held to their types: what is answered only where there is something classified, a merger, or a second factor. */
export const WRITTEN: Readonly<Record<string, unknown>> = {
  'get /sessions/means': means,
  'post /accounts/me/totp': offer,
  'get /access-log': looked,
  'get /attachments/{id}': attachment,
  'get /successions/{id}/proof': proof,
  'get /streams/{stream}/evidence': evidence,
};
