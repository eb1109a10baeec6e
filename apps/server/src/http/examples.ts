import type { Conservation } from '@edict/directives';
import { instant } from '@edict/kernel';

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

/** Written by hand, and held to their types: what is answered only where there is something classified, a merger, or a second factor. */
export const WRITTEN: Readonly<Record<string, unknown>> = {
  'get /sessions/means': means,
  'post /accounts/me/totp': offer,
  'get /access-log': looked,
  'get /attachments/{id}': attachment,
  'get /successions/{id}/proof': proof,
};
