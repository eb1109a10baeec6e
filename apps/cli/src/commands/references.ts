import { readFiles } from '../files.ts';
import { allPages } from '../pages.ts';
import { done, optional, several, type Does } from '../several.ts';
import { listed } from '../table.ts';

const list: Does = {
  usage: 'list',
  what: 'Every edition of every policy, calendar and form.',
  words: 0,
  async ask(client) {
    const all = await allPages((cursor) => client.get('/references', { query: { ...optional('cursor', cursor) } }));
    const rows = all.map(({ kind, referenceId, edition, validFrom, validUntil }) => [
      ...[kind, referenceId, `${edition}`],
      `${validFrom} – ${validUntil ?? ''}`,
    ]);
    return { text: listed(rows), json: all };
  },
};

const publish: Does = {
  usage: 'publish FILE',
  what: 'Puts the edition of a policy, a calendar or a form in force that a file holds.',
  words: 1,
  as: 'secretariat',
  async ask(client, typed) {
    const [file] = await readFiles(typed.words);
    const document = Buffer.from(file!.text).toString('utf8');
    const outcome = await client.post('/references', { body: { document }, key: typed.key });
    return done(`${outcome.stream} is at revision ${outcome.revision}.`, outcome);
  },
};

export const references = several(
  {
    name: 'references',
    what: 'Policies, calendars and forms: which editions there are, and putting one in force.',
    examples: ['references', 'references publish examples/form-premises.yaml'],
  },
  { list, publish },
);
