import type { Command } from './command.ts';

/** Every command, by what somebody wants to do, in the order in which it is learned. */
export const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'Before anything is issued': ['check', 'rehearse'],
  'With a running server': [
    'issue',
    'implement',
    'withdraw-implementation',
    'enter-task',
    'change',
    'directives',
    'tasks',
    'inbox',
    'acknowledge',
    'report',
    'fill-form',
    'submit',
    'accept',
    'return',
    'task',
    'directive',
    'confirm-deadline',
  ],
  'What stands and what is missing': [
    'matters',
    'standing-units',
    'findings',
    'form-reports',
    'would-move',
    'show',
    'history',
    'who',
    'chain',
  ],
  'Which units follow which': ['units', 'successions'],
  'By which rules and forms': ['references'],
  'What goes out of the house': ['subscriptions', 'deliveries'],
  'Who may sign in, and as what': ['accounts', 'tokens'],
  'For whoever runs it, and whoever checks it': [
    'operations',
    'verify',
    'prove',
    'access-log',
    'backup',
    'restore',
    'replay',
    'export',
    'import',
    'kurrentdb-acl',
  ],
  'For the shell': ['completion'],
};

const EXITS =
  'Exit codes: 0 done · 1 fault · 2 bad files or bad call · 3 the log does not verify · 4 refused · 5 no server · 6 the replay differs';

type Loading = Readonly<Record<string, () => Promise<Command>>>;

export const overview = async (commands: Loading): Promise<string> => {
  const groups = await Promise.all(
    Object.entries(GROUPS).map(async ([title, names]) => {
      const lines = names.filter((name) => Object.hasOwn(commands, name)).map(async (name) => lineFor(name, commands));
      return [title, ...(await Promise.all(lines)), ''];
    }),
  );
  return [
    'edict: carries a directive from the day it is issued to the day the last task in it is answered for.',
    '',
    ...groups.flat(),
    'edict help COMMAND tells more and gives an example. --json everywhere, for programs.',
    'The server is found by EDICT_URL and EDICT_TOKEN, else by the data folder (--data DIR, "data").',
    'Who acts is said by --unit and --as, else by EDICT_UNIT and EDICT_CAPACITY.',
    EXITS,
    '',
  ].join('\n');
};

const lineFor = async (name: string, commands: Loading): Promise<string> => {
  const { what } = await commands[name]!();
  return `  ${name.padEnd(15)} ${what.split(/(?<=[.;:]) /)[0] ?? what}`;
};

export const helpOn = ({ usage, what, examples = [], verbs = {} }: Command): string =>
  [
    `edict ${usage}`,
    `    ${what}`,
    ...Object.values(verbs).flatMap((verb) => ['', `  ${verb.usage}`, `      ${verb.what}`]),
    ...(examples.length > 0 ? ['', ...examples.map((example) => `    $ edict ${example}`)] : []),
    '',
  ].join('\n');
