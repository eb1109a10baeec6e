import { UsageError } from '../command.ts';
import { taskMeant } from '../meant.ts';
import { needed, optional, several, type Does, type Typed } from '../several.ts';
import { TASK_VERBS, type Field, type TaskVerb } from './task-verbs.ts';

type Body = { [key: string]: unknown };

const usageOf = ({ option, what, kind, needed: must }: Field): string => {
  const words = [`--${option}`, what && `${what}${kind === 'list' ? '…' : ''}`].filter(Boolean).join(' ');
  return must ? words : `[${words}]`;
};

const doing = (verb: string, { what, fields, meant }: TaskVerb): Does => ({
  usage: `${verb} TASK ${fields.map(usageOf).join(' ')} [--occurred-at INSTANT --evidence TEXT]`,
  what,
  words: 1,
  options: {
    'occurred-at': { type: 'string' },
    evidence: { type: 'string' },
    ...Object.fromEntries(fields.map(({ option, kind }) => [option, typeOf(kind)])),
  },
  async ask(client, typed) {
    const name = typed.words[0]!;
    const task = await taskMeant(client, name);
    const body = { ...bodyOf(fields, typed), ...(meant ? { [meant]: task[meant] } : {}), ...late(typed) };
    const part = 'child' in body ? { child: partOf(task.children, String(body['child'])) } : {};
    const said = { path: { id: task.id }, body: { ...body, ...part } as never, key: typed.key };
    const outcome = await client.post(`/tasks/{id}/${verb}` as '/tasks/{id}/cancel', said);
    return { text: `${outcome.stream} is at revision ${outcome.revision}.`, json: [outcome] };
  },
});

const typeOf = (kind: Field['kind']) =>
  kind === 'flag' ? { type: 'boolean' as const } : { type: 'string' as const, multiple: kind === 'list' };

/** What was typed, where the route expects it. What is wrong with it, the server says. */
export const bodyOf = (fields: readonly Field[], typed: Typed): Body => {
  const body: Body = {};
  for (const field of fields) {
    const value = valueOf(field, typed);
    if (value === undefined) continue;
    const [first, second] = (field.at ?? field.option).split('.') as [string, string?];
    if (second === undefined) body[first] = value;
    else body[first] = { ...(body[first] as Body | undefined), [second]: value };
  }
  return body;
};

const valueOf = (field: Field, typed: Typed): unknown => {
  if (field.kind === 'flag') return typed.is(field.option) || undefined;
  if (field.kind === 'list') return typed.texts(field.option);
  return field.needed ? needed(typed, field.option, field.what) : typed.text(field.option);
};

const late = (typed: Typed): Body => ({
  ...optional('occurredAt', typed.text('occurred-at')),
  ...optional('evidence', typed.text('evidence')),
});

type Parts = readonly Readonly<{ id: string; ref: string; unit: string }>[];

const partOf = (parts: Parts, name: string): string => {
  const part = parts.find(({ id, ref, unit }) => [id, ref, unit].includes(name));
  if (!part) throw new UsageError(`It has no part ${name}: ${parts.map(({ ref }) => ref).join(', ') || 'none'}.`);
  return part.id;
};

export const task = several(
  {
    name: 'task',
    what: 'What may befall a task beside its straight path. TASK is its id, or as 155-KL/TW#3.b5-2.',
    examples: [
      "task request-extension '155-KL/TW#3.b5-2' --on 2025-07-01 --reason 'Seven drafts await opinions.' --progress 'Twenty-three are finished.' --unit government-party-committee",
      "task decide '155-KL/TW#3.b5-1' --finding common-or-each --each --reason 'Each has its own drafts.' --unit politburo",
    ],
  },
  Object.fromEntries(Object.entries(TASK_VERBS).map(([verb, does]) => [verb, doing(verb, does)])),
);
