import { fileURLToPath } from 'node:url';

import { MemoryAnchor, MemoryEventStore, MemoryLeases, MemoryTimers, MemoryViews } from '@edict/adapter-memory';
import { loadFiles, type Loaded } from '@edict/documents';
import { MACHINE, eventLine, rehearse as play, summaryOf, type RehearsalFiles } from '@edict/engine';
import type { EventStore } from '@edict/runtime';

import { EXIT, parsed, print, UsageError, type Command } from '../command.ts';
import { readFiles } from '../files.ts';
import { progress } from '../progress.ts';
import { eventInWords, summariesInWords } from '../words.ts';
import { problemInWords } from './check.ts';

const OPTIONS = {
  units: { type: 'string', multiple: true },
  policy: { type: 'string' },
  calendar: { type: 'string' },
  script: { type: 'string' },
  form: { type: 'string', multiple: true },
  from: { type: 'string' },
  until: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** What comes with the product, for whoever names no other. */
const builtIn = (name: string): string => fileURLToPath(new URL(`../../../../examples/${name}`, import.meta.url));

export const rehearse: Command = {
  usage:
    'rehearse DIRECTIVE [DIRECTIVE…] --units FILE [--units FILE…] [--policy FILE] [--calendar FILE] [--form FILE…] [--script FILE] --from YYYY-MM-DD --until YYYY-MM-DD [--json]',
  what: 'Issues a directive on the day --from, in memory and on a clock of its own, and runs it to the end of the day --until. Further ones are issued on the days that they name.',
  examples: [
    'rehearse examples/conclusion-155-kl-tw.yaml --units examples/units.yaml --from 2025-05-16 --until 2025-11-01',
  ],
  async run(args) {
    const { values, positionals } = parsed(args, OPTIONS);
    if (positionals.length === 0) throw new UsageError('Name the directive file.');
    const span = { from: dayIn('from', values.from), until: dayIn('until', values.until) };
    if (span.until < span.from) throw new UsageError('--until lies before --from.');
    const loaded = loadFiles(await readFiles([...positionals, ...besides(values)]));
    if (!loaded.ok) {
      await print(values.json ? JSON.stringify(loaded) : loaded.errors.map(problemInWords).join('\n'));
      return EXIT.bad;
    }
    await tell(filesOf(loaded.documents), span, values.json ?? false);
    return EXIT.done;
  },
};

type Named = Readonly<{ units?: string[]; policy?: string; calendar?: string; script?: string; form?: string[] }>;

const besides = ({
  units = [],
  policy = builtIn('policy-vn-party.yaml'),
  calendar = builtIn('calendar-vn-2025-2026.yaml'),
  script,
  form = [],
}: Named): readonly string[] => [...units, policy, calendar, ...form, ...(script ? [script] : [])];

const dayIn = (option: string, text: string | undefined): string => {
  if (text === undefined) throw new UsageError(`--${option} YYYY-MM-DD is missing.`);
  try {
    if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw new RangeError(text);
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch (cause) {
    throw new UsageError(`--${option} ${text} is not a day: YYYY-MM-DD is wanted.`, { cause });
  }
};

const filesOf = ({ directive, directives, units, policy, calendar, script, forms }: Loaded): RehearsalFiles => {
  if (!directive) throw new UsageError('The first file is not a directive.');
  if (units.units.length === 0) throw new UsageError('--units FILE is missing.');
  if (!policy || !calendar) throw new UsageError('A policy and a calendar are needed.');
  return { directive, directives, units, policy, calendar, forms, ...(script ? { script } : {}) };
};

const tell = async (files: RehearsalFiles, span: { from: string; until: string }, json: boolean): Promise<void> => {
  const [store, views] = [new MemoryEventStore(), new MemoryViews()];
  const ports = {
    store,
    views,
    timers: new MemoryTimers(views),
    leases: new MemoryLeases(() => 0),
    anchor: new MemoryAnchor(),
    installation: 'rehearsal',
  };
  progress('rehearsing');
  const { rehearsal, directiveIds, refusals } = await play(ports, files, span);
  const reading = rehearsal.reader.as(MACHINE);
  const summaries = await Promise.all(directiveIds.map(async (id) => (await summaryOf(reading, id))!));
  progress('');
  for await (const event of everything(store)) {
    const line = json ? JSON.stringify(eventLine(event)) : eventInWords(event, summaries, files.policy.policy.zone);
    if (line) await print(line);
  }
  if (!json) return print(summariesInWords(summaries, refusals));
  for (const [n, summary] of summaries.entries())
    await print(JSON.stringify({ summary: { ...summary, refusals: n === 0 ? refusals : [] } }));
};

/** The log as it stands, from its beginning to its end. */
async function* everything(store: EventStore) {
  const stop = new AbortController();
  for await (const { events, live } of store.follow('', stop.signal)) {
    yield* events;
    if (live) stop.abort();
  }
}
