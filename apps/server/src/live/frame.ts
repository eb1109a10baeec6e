import type { Change } from '@edict/engine';

import { tokenOf } from '../reading/positions.ts';

/** Server-sent events as they go over the wire (WHATWG HTML, 9.2). Ids and names have no line breaks, nor has JSON. */

/** Where a stream begins: whoever reads everything now and follows from here misses nothing. */
export const opened = (place: string): string => `retry: 3000\nid: ${place}\nevent: open\ndata: {}\n\n`;

/** Too much has happened since: everything is to be read again. */
export const reset = (place: string): string => `id: ${place}\nevent: reset\ndata: {}\n\n`;

export const changed = ({ stream, type, revision, at }: Change): string =>
  `id: ${tokenOf({ stream, revision })}\nevent: change\ndata: ${JSON.stringify({ stream, type, revision, at })}\n\n`;

/** So that nobody between here and there takes silence for the end. */
export const HEARTBEAT = ':\n\n';
