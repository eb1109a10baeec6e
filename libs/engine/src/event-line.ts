import type { Recorded } from '@edict/runtime';

/** An event as scripts read it: when it was recorded, where, what, by whom, and which command or event caused it. */
export const eventLine = ({ stream, revision, type, data, meta }: Recorded) => ({
  at: meta['recordedAt'],
  stream,
  revision,
  type,
  data,
  actor: { id: meta['actor'], unit: meta['unit'], capacity: meta['capacity'], origin: meta['origin'] },
  cause: meta['causationId'],
  ...(meta['occurredAt'] === meta['recordedAt'] ? {} : { occurredAt: meta['occurredAt'] }),
  ...(meta['rejection'] ? { rejection: meta['rejection'] } : {}),
});

export type EventLine = ReturnType<typeof eventLine>;
