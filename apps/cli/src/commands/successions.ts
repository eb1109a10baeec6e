import { ProblemAnswer, type Client, type Shape } from '@edict/client';
import { loadFiles } from '@edict/documents';
import { planning } from '@edict/engine';

import { UsageError } from '../command.ts';
import { readFiles } from '../files.ts';
import { done, needed, optional, several, type Does } from '../several.ts';
import { listed } from '../table.ts';
import { problemInWords } from './check.ts';

const BASIS = { basis: { type: 'string' } } as const;
const as = 'secretariat';

const list: Does = {
  usage: 'list',
  what: 'Every succession: its day, what was held, what came late, what was moved, what was closed meanwhile.',
  words: 0,
  async ask(client) {
    const all = await client.get('/successions');
    return { text: listed(all.map(lineOf)), json: all };
  },
};

type Succession = Shape<'SuccessionShown'>;

/** How much was held and moved, only readers are told who may see all of it. */
const lineOf = ({ id, effectiveOn, ...counts }: Succession): readonly string[] => {
  const { holdings, late, moved, closedMeanwhile, open, balanced } = counts;
  const told = (count: number | undefined): string => (count === undefined ? '–' : String(count));
  return [
    ...[id, effectiveOn ?? '–', `${told(holdings)} + ${told(late)} late`],
    `${told(moved)} moved, ${told(closedMeanwhile)} closed`,
    stateOf(open, balanced),
  ];
};

const stateOf = (open: number | undefined, balanced: boolean | undefined): string => {
  if (balanced === undefined) return '–';
  return balanced ? 'balanced' : `${String(open)} open`;
};

const plan: Does = {
  usage: 'plan NAME --from UNIT[,UNIT …] --kind KIND --basis TEXT [--to UNIT] [--on DAY]',
  what: 'Enters which units follow which: merge, split, rename, dissolve or transfer. Successor and day may come later.',
  words: 1,
  options: {
    ...BASIS,
    from: { type: 'string' },
    kind: { type: 'string' },
    to: { type: 'string' },
    on: { type: 'string' },
  },
  as,
  async ask(client, typed) {
    const [id = ''] = typed.words;
    const from = needed(typed, 'from', 'UNIT[,UNIT …]')
      .split(',')
      .map((unit) => unit.trim());
    const known = { ...optional('to', typed.text('to')), ...optional('effectiveOn', typed.text('on')) };
    const said = { id, from, kind: needed(typed, 'kind', 'KIND'), basis: needed(typed, 'basis', 'TEXT'), ...known };
    const outcome = await client.post('/successions', { body: said as Shape<'PlanSuccessionDto'>, key: typed.key });
    return done(`${id} is planned.`, outcome);
  },
};

const planFile: Does = {
  usage: 'plan-file FILE',
  what: 'Plans every succession of named units in a units file, and says of each what came of it. What is planned already stays as it is.',
  words: 1,
  as,
  async ask(client, { words: [file = ''], key }) {
    const loaded = loadFiles(await readFiles([file]));
    if (!loaded.ok) throw new UsageError(loaded.errors.map(problemInWords).join('\n'));
    const plans = planning(loaded.documents.units, ZONE);
    if (plans.length === 0) throw new UsageError(`${file} names no succession of units that it lists.`);
    const results: Planned[] = [];
    for (const each of plans) results.push(await planOne(client, each, key));
    const rows = results.map(({ id, outcome, detail }) => [outcome, id, detail ?? '']);
    return { text: listed(rows), json: results, refused: results.filter(({ code }) => code !== undefined).length };
  },
};

/** Where the day begins of which a file says no zone. */
const ZONE = 'Asia/Ho_Chi_Minh';

type Planned = Readonly<{ id: string; outcome: 'planned' | 'refused'; code?: string; detail?: string }>;

/** One that is refused keeps no other from being planned. */
const planOne = async (
  client: Client,
  { stream, data }: ReturnType<typeof planning>[number],
  key: string,
): Promise<Planned> => {
  const id = stream.slice('succession-'.length);
  const { to, effectiveOn, ...said } = data as Filed;
  const known = { ...(to !== null && { to }), ...(effectiveOn !== null && { effectiveOn }) };
  try {
    await client.post('/successions', { body: { id, ...said, ...known }, key: `${key}-${id}` });
    return { id, outcome: 'planned' };
  } catch (error) {
    if (!(error instanceof ProblemAnswer) || error.problem.status >= 500) throw error;
    return { id, outcome: 'refused', code: error.problem.code, detail: error.message };
  }
};

type Filed = Omit<Shape<'PlanSuccessionDto'>, 'id' | 'to' | 'effectiveOn'> &
  Readonly<{ to: string | null; effectiveOn: string | null }>;

const name: Does = {
  usage: 'name NAME UNIT --basis TEXT',
  what: 'Names a successor that was not known.',
  words: 2,
  options: BASIS,
  as,
  async ask(client, typed) {
    const [id = '', to = ''] = typed.words;
    const said = { path: { id }, body: { to, basis: needed(typed, 'basis', 'TEXT') }, key: typed.key };
    return done(`${to} follows.`, await client.post('/successions/{id}/successor', said));
  },
};

const fix: Does = {
  usage: 'fix NAME DAY --basis TEXT',
  what: 'Fixes the day from which on another answers.',
  words: 2,
  options: BASIS,
  as,
  async ask(client, typed) {
    const [id = '', on = ''] = typed.words;
    const said = { path: { id }, body: { on, basis: needed(typed, 'basis', 'TEXT') }, key: typed.key };
    return done(`${id} takes effect on ${on}.`, await client.post('/successions/{id}/effective-day', said));
  },
};

const withdraw: Does = {
  usage: 'withdraw NAME REASON',
  what: 'Calls a succession off, before its day.',
  words: 2,
  as,
  async ask(client, { words: [id = '', reason = ''], key }) {
    const said = { path: { id }, body: { reason }, key };
    return done(`${id} is called off.`, await client.post('/successions/{id}/withdraw', said));
  },
};

const decide: Does = {
  usage: 'decide NAME HOLDING UNIT REASON',
  what: 'Decides who gets one thing that a split or dissolved unit held; `edict prove NAME` lists what is open.',
  words: 4,
  as,
  async ask(client, { words: [id = '', holding = '', to = '', reason = ''], key }) {
    const said = { path: { id }, body: { holding, to, reason }, key };
    return done(`${to} gets ${holding}.`, await client.post('/successions/{id}/decisions', said));
  },
};

export const successions = several(
  {
    name: 'successions',
    what: 'Which units follow which, from when on, and how far it is.',
    examples: [
      'successions',
      "successions plan tuyen-quang --from ppc-ha-giang,ppc-tuyen-quang --to ppc-tuyen-quang-2025 --kind merge --on 2025-07-01 --basis 'Resolution 202/2025/QH15'",
      'successions plan-file examples/units.yaml',
      "successions fix tuyen-quang 2025-07-08 --basis 'Decision 12'",
    ],
  },
  { list, plan, 'plan-file': planFile, name, fix, withdraw, decide },
);
