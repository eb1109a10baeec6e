import type { Shape } from '@edict/client';

import { done, needed, optional, type Does } from '../several.ts';
import { listed } from '../table.ts';

const administrator = 'administrator';

const list: Does = {
  usage: 'offices',
  what: 'The offices that were established.',
  words: 0,
  async ask(client) {
    const all = await client.get('/offices');
    const rows = all.map(({ officeId, capacity, unit, closedAt }) => [
      officeId,
      capacity,
      closedAt ? 'closed' : 'open',
      unit,
    ]);
    return { text: listed(rows), json: all };
  },
};

const establish: Does = {
  usage: 'establish UNIT CAPACITY TITLE',
  what: 'Establishes an office in a unit. Whoever holds it acts for the unit in its capacity.',
  words: 3,
  as: administrator,
  async ask(client, { words: [unit = '', capacity = '', title = ''], key }) {
    const body = { unit, capacity, title } as Shape<'EstablishOfficeDto'>;
    const outcome = await client.post('/offices', { body, key });
    return done(`Established as ${outcome.stream.replace('office-', '')}.`, outcome);
  },
};

const appoint: Does = {
  usage: 'appoint OFFICE ACCOUNT (holder | substitute) --basis TEXT [--from INSTANT] [--until INSTANT]',
  what: 'Appoints a holder, or a substitute, who always has an end.',
  words: 3,
  options: { basis: { type: 'string' }, from: { type: 'string' }, until: { type: 'string' } },
  as: administrator,
  async ask(client, typed) {
    const [id = '', account = '', as = ''] = typed.words;
    const span = { ...optional('from', typed.text('from')), ...optional('until', typed.text('until')) };
    const body = { account, as, basis: needed(typed, 'basis', 'TEXT'), ...span } as Shape<'AppointDto'>;
    const outcome = await client.post('/offices/{id}/appointments', { path: { id }, body, key: typed.key });
    return done(`${account} is ${as} of ${id}.`, outcome);
  },
};

const dismiss: Does = {
  usage: 'dismiss OFFICE NUMBER REASON',
  what: 'Ends an appointment, from now on.',
  words: 3,
  as: administrator,
  async ask(client, { words: [id = '', number = '', reason = ''], key }) {
    const said = { path: { id, number }, body: { reason }, key };
    return done(
      `Appointment ${number} of ${id} has ended.`,
      await client.post('/offices/{id}/appointments/{number}/end', said),
    );
  },
};

/** What `edict accounts` does with offices: a holder acts for its unit, without a grant by name. */
export const offices: Readonly<Record<string, Does>> = { offices: list, establish, appoint, dismiss };
