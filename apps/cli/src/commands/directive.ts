import type { BodyOf } from '@edict/client';

import { directiveMeant } from '../meant.ts';
import { momentIn } from '../moment.ts';
import { done, needed, optional, several, type Does } from '../several.ts';

const LATE = { 'occurred-at': { type: 'string' } } as const;

const watch: Does = {
  usage: 'watch DIRECTIVE --from INSTANT',
  what: 'Watches a directive that was entered late, from a moment on. For an issuer, or its secretariat.',
  words: 1,
  options: { from: { type: 'string' } },
  async ask(client, typed) {
    const [name = ''] = typed.words;
    const body = { from: momentIn(needed(typed, 'from', 'INSTANT')) };
    const path = { id: await directiveMeant(client, name) };
    return done(`${name} is watched.`, await client.post('/directives/{id}/watch', { path, body, key: typed.key }));
  },
};

const reclassify: Does = {
  usage: 'reclassify DIRECTIVE --to LEVEL [--compartment NAME…] --basis TEXT [--occurred-at INSTANT]',
  what: 'Changes the classification of a directive, and of all that hangs on it.',
  words: 1,
  options: {
    ...LATE,
    to: { type: 'string' },
    compartment: { type: 'string', multiple: true },
    basis: { type: 'string' },
  },
  async ask(client, typed) {
    const [name = ''] = typed.words;
    const compartments = typed.texts('compartment');
    const body = {
      classification: needed(typed, 'to', 'LEVEL'),
      basis: needed(typed, 'basis', 'TEXT'),
      ...(compartments ? { compartments } : {}),
      ...optional('occurredAt', typed.text('occurred-at')),
    } as BodyOf<'/directives/{id}/reclassify', 'post'>;
    const path = { id: await directiveMeant(client, name) };
    const outcome = await client.post('/directives/{id}/reclassify', { path, body, key: typed.key });
    return done(`${name} is reclassified.`, outcome);
  },
};

const recordFinding: Does = {
  usage: 'record-finding DIRECTIVE [--ref REF] --finding TEXT [--occurred-at INSTANT --evidence TEXT]',
  what: 'Records what an inspection or an audit found, of a clause, a task or the whole. For an inspector or an auditor.',
  words: 1,
  options: { ...LATE, ref: { type: 'string' }, finding: { type: 'string' }, evidence: { type: 'string' } },
  async ask(client, typed) {
    const [name = ''] = typed.words;
    const body = {
      finding: needed(typed, 'finding', 'TEXT'),
      ...optional('ref', typed.text('ref')),
      ...optional('occurredAt', typed.text('occurred-at')),
      ...optional('evidence', typed.text('evidence')),
    };
    const path = { id: await directiveMeant(client, name) };
    return done('It is recorded.', await client.post('/directives/{id}/findings', { path, body, key: typed.key }));
  },
};

const setUp: Does = {
  usage: 'set-up-standing-unit DIRECTIVE [--occurred-at INSTANT --evidence TEXT]',
  what: 'Sets up the standing unit of the committee that acts, as the directive has it.',
  words: 1,
  options: { ...LATE, evidence: { type: 'string' } },
  async ask(client, typed) {
    const [name = ''] = typed.words;
    const body = {
      ...optional('occurredAt', typed.text('occurred-at')),
      ...optional('evidence', typed.text('evidence')),
    };
    const path = { id: await directiveMeant(client, name) };
    const outcome = await client.post('/directives/{id}/standing-units', { path, body, key: typed.key });
    return done('The standing unit is set up.', outcome);
  },
};

export const directive = several(
  {
    name: 'directive',
    what: 'What is said of a directive as a whole: from when on it is watched, who may read it, what was found of it, that a standing unit is set up for it.',
    examples: [
      'directive watch 155-KL/TW --from 2025-06-01T00:00:00Z --unit politburo',
      'directive set-up-standing-unit 155-KL/TW --unit government-party-committee',
    ],
  },
  { watch, reclassify, 'record-finding': recordFinding, 'set-up-standing-unit': setUp },
);
