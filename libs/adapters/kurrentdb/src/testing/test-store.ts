import { freshPrefix, type Served } from '@edict/kurrentdb-server';

import { KurrentEventStore, type KurrentOptions } from '../kurrent-event-store.ts';
import type { ReaderName } from '../reader.ts';
import { kurrentSettings, type KurrentSettings } from '../settings.ts';

/** For whatever server: no secrets, and by default streams that nobody else has. */
export const settingsFor = (url: string, prefix = freshPrefix(), reader: ReaderName = 'official'): KurrentSettings =>
  kurrentSettings({ EDICT_KURRENTDB: url, EDICT_KURRENTDB_PREFIX: prefix, EDICT_KURRENTDB_READER: reader });

/** A store of its own on a server that is shared, real or not. */
export const openTestStore = async (
  { url }: Pick<Served, 'url'>,
  options: KurrentOptions = {},
  prefix?: string,
  reader?: ReaderName,
): Promise<KurrentEventStore> => KurrentEventStore.open(settingsFor(url, prefix, reader), options);
