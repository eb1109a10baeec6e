import type { Shape } from '@edict/client';

import { UsageError } from '../command.ts';
import { done, needed, optional, several, type Does, type Typed } from '../several.ts';
import { listed } from '../table.ts';

const DECIDED = { on: { type: 'string' }, basis: { type: 'string' } } as const;
const as = 'secretariat';

const decided = (typed: Typed) => ({ on: needed(typed, 'on', 'DAY'), basis: needed(typed, 'basis', 'TEXT') });

const list: Does = {
  usage: 'list',
  what: 'Units, groups and places kept for some, with who is above them.',
  words: 0,
  async ask(client) {
    const all: Shape<'Unit'>[] = [];
    for (let cursor: string | undefined; ;) {
      const { items, next } = await client.get('/units', { query: { limit: 500, ...optional('cursor', cursor) } });
      all.push(...items);
      if (next === null) break;
      cursor = next;
    }
    const rows = all.map(({ unitId, kind, parent }) => [unitId, kind, parent ?? '']);
    return { text: listed(rows), json: all };
  },
};

const rename: Does = {
  usage: 'rename UNIT [--en NAME] [--vi NAME] [--ru NAME] [--uk NAME] --on DAY --basis TEXT',
  what: 'Enters the names that a unit bears from a day on.',
  words: 1,
  options: {
    ...DECIDED,
    en: { type: 'string' },
    vi: { type: 'string' },
    ru: { type: 'string' },
    uk: { type: 'string' },
  },
  as,
  async ask(client, typed) {
    const [id = ''] = typed.words;
    const names = Object.assign(
      {},
      ...['en', 'vi', 'ru', 'uk'].map((each) => optional(each, typed.text(each))),
    ) as object;
    if (Object.keys(names).length === 0) throw new UsageError('A name is missing: --en, --vi, --ru or --uk NAME.');
    const said = { path: { id }, body: { names, ...decided(typed) }, key: typed.key };
    return done(`${id} has its new name.`, await client.post('/units/{id}/rename', said));
  },
};

const putUnder: Does = {
  usage: 'put-under UNIT [--parent UNIT] --on DAY --basis TEXT',
  what: 'Puts a unit under another from a day on; without --parent under nobody.',
  words: 1,
  options: { ...DECIDED, parent: { type: 'string' } },
  as,
  async ask(client, typed) {
    const [id = ''] = typed.words;
    const body = { ...optional('parent', typed.text('parent')), ...decided(typed) };
    const outcome = await client.post('/units/{id}/put-under', { path: { id }, body, key: typed.key });
    return done(`${id} is under ${typed.text('parent') ?? 'nobody'}.`, outcome);
  },
};

const member = (verb: 'admit' | 'dismiss', what: string, said: string): Does => ({
  usage: `${verb} GROUP UNIT --on DAY --basis TEXT`,
  what,
  words: 2,
  options: DECIDED,
  as,
  async ask(client, typed) {
    const [id = '', unit = ''] = typed.words;
    const body = { unit, ...decided(typed) };
    const outcome = await client.post(`/units/{id}/${verb}`, { path: { id }, body, key: typed.key });
    return done(`${unit} ${said} ${id}.`, outcome);
  },
});

export const units = several(
  {
    name: 'units',
    what: 'The registry: which units there are, and what becomes of them.',
    examples: [
      'units',
      "units rename ppc-ha-noi --en 'Party Committee of the Capital' --on 2025-07-01 --basis 'Decision 12'",
      "units admit provincial-and-city-party-committees ppc-ha-noi --on 2025-07-01 --basis 'Decision 12'",
    ],
  },
  {
    list,
    rename,
    'put-under': putUnder,
    admit: member('admit', 'Enters a unit in a group from a day on.', 'belongs to'),
    dismiss: member('dismiss', 'Takes a unit out of a group from a day on.', 'no more belongs to'),
  },
);
