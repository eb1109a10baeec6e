import type grpc from '@grpc/grpc-js';

import type { Node } from './node.ts';

export type Authorized = Readonly<{ metadata: grpc.Metadata }>;

export const isKnown = ({ credentials }: Node, { metadata }: Authorized): boolean =>
  credentials === undefined ||
  metadata.get('authorization')[0] === `Basic ${Buffer.from(credentials).toString('base64')}`;
