import { canonical } from '@edict/kernel';

import { hashOf } from './secrets.ts';

/** Who somebody is to one provider: the same `sub` of another is somebody else. */
export const subjectOf = (issuer: string, sub: string): string => hashOf(canonical([issuer, sub]));
