// node tools/permissions.js [--check]: writes docs/permissions.md from the permission matrix. With --check an old one is an error.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { CAPACITIES, CAPACITY_MEANS } from '../libs/directives/src/permission/capacities.ts';
import { ACCOUNT_FIELDS } from '../libs/directives/src/permission/account-fields.ts';
import { PERMISSIONS } from '../libs/directives/src/permission/permissions.ts';
import { RELATIONS } from '../libs/directives/src/permission/relations.ts';

const FILE = join(import.meta.dirname, '../docs/permissions.md');
const WHOM = [...CAPACITIES, 'everyone', 'nobody'];

const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const acts = Object.entries(PERMISSIONS).map(([act, { does, may, confirm }]) => [
  `\`${act}\`${confirm ? ' ¹' : ''}`,
  does,
  ...WHOM.map((whom) => (may[whom] ?? []).join(', ')),
]);
const fields = Object.entries(ACCOUNT_FIELDS).map(([field, seenBy]) => [`\`${field}\``, seenBy.join(', ')]);

const text = `# Who may do what

Made by \`node tools/permissions.js\` from \`libs/directives/src/permission/permissions.ts\`. Do not edit.

The shell asks whether this person may act in this capacity for this unit now, and whether somebody in it may do such a thing at all; the engine
asks the second once more, whichever way a command came in; the decider of the thing judges the relation. What is not in the table nobody may do.

${table(
  ['capacity', 'what it is for'],
  CAPACITIES.map((each) => [each, CAPACITY_MEANS[each]]),
)}

## Relations

${table(['relation', 'how the unit or the person that acts stands to what it acts on'], Object.entries(RELATIONS))}

## Acts

\`everyone\`: whoever is signed in, in whatever capacity or in none; \`nobody\`: also who is not signed in. ¹ Who signed in by a session more than 15
minutes ago shows once more who they are.

${table(['act', 'what', ...WHOM], acts)}

## Fields of an account

${table(['field', 'seen by'], fields)}
`;

const wanted = await format(text, { ...(await resolveConfig(FILE)), parser: 'markdown' });
if (process.argv.includes('--check')) {
  const isCurrent = readFileSync(FILE, 'utf8') === wanted;
  if (!isCurrent) console.error('docs/permissions.md is old: node tools/permissions.js');
  process.exitCode = isCurrent ? 0 : 1;
} else writeFileSync(FILE, wanted);
