import { MACHINE, planning, summaryOf, type Summary } from '@edict/engine';
import { instant, type Instant } from '@edict/kernel';
import { CONCLUSION, example, filesOf } from '@edict/story';
import { parse } from 'yaml';

import type { Container } from './container.ts';
import type { Onlooker } from './onlooker.ts';
import { asking, type Answer } from './people.ts';
import type { Stand } from './stand.ts';

type Line = Readonly<
  Record<'at' | 'as' | 'do', string> &
    Partial<Record<'task' | 'member' | 'text' | 'id' | 'matter' | 'from' | 'kind' | 'subject' | 'about' | 'to', string>>
>;
type Task = Readonly<{ id: string; ref: string; unit: string | null; assignment: number; submission: number }>;
type Act = Readonly<{ path: string; unit: string; body: object; capacity?: string }>;

/** Where the script says so, it is the issuer who acts. */
const ISSUER = 'politburo';
export const ZONE = 'Asia/Ho_Chi_Minh';

/** Conclusion 155-KL/TW over HTTP, each act at another of the processes that answer, and read back at the next one. */
export class Story {
  directive = '';
  /** What was asked again at another process than the one that took it, and what that answered. */
  readonly readBack: number[] = [];
  readonly #stand: Stand;
  readonly #onlooker: Onlooker;
  readonly #matters = new Map<string, string>();
  #turn = 0;

  constructor(stand: Stand, onlooker: Onlooker) {
    this.#stand = stand;
    this.#onlooker = onlooker;
  }

  async issue(): Promise<Answer> {
    const [unit, capacity] = ['central-party-office', 'secretariat'];
    for (const { stream, data } of planning(filesOf(example(CONCLUSION)).units, ZONE)) {
      const { effectiveOn, to, ...plan } = data as Readonly<Record<string, unknown>>;
      const body = { ...plan, id: stream.replace('succession-', ''), effectiveOn, to };
      const planned = await this.#act({ path: '/successions', unit, body, capacity });
      if (planned.status !== 201) throw new Error(`${stream}: ${JSON.stringify(planned.body)}`);
    }
    const document = Buffer.from(example(CONCLUSION).text).toString();
    const body = { document, policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
    const issued = await this.#act({ path: '/directives', unit: 'secretariat', body });
    this.directive = (issued.body as { stream: string }).stream.replace('directive-', '');
    return issued;
  }

  async play(): Promise<void> {
    for (const line of parse(Buffer.from(example('script-155.yaml').text).toString()) as readonly Line[]) {
      await this.#onlooker.advanceTo(timeOf(line));
      for (const act of await this.#actsOf(line)) {
        const answer = await this.#act(act);
        if (answer.status >= 300) throw new Error(`${line.at} ${line.do}: ${JSON.stringify(answer.body)}`);
        const { stream } = answer.body as { stream: string };
        if (line.id) this.#matters.set(line.id, stream.replace('matter-', ''));
      }
    }
  }

  async summary(): Promise<Summary> {
    return (await summaryOf(this.#onlooker.engine.reader.as(MACHINE), this.directive))!;
  }

  /** At one, and then at the next whether it is known there already. */
  async #act({ path, unit, body, capacity }: Act): Promise<Answer> {
    const { act, ask } = asking(this.#stand.token);
    const answer = await act(this.#next(), path, unit, { body, capacity, key: `${this.#turn} ${path}` });
    const { position } = answer.body as { position?: string };
    if (position === undefined) return answer;
    const again = await ask(this.#next(), '/directives', { 'if-position-at-least': position });
    this.readBack.push(again.status);
    return answer;
  }

  #next(): Container {
    const all = this.#stand.of('web');
    return all[this.#turn++ % all.length]!;
  }

  async #actsOf(line: Line): Promise<readonly Act[]> {
    const tasks = line.task === undefined ? [] : await this.#tasks(line);
    switch (line.do) {
      case 'acknowledge':
        return tasks.map((task) => onTask(task, line, { assignment: task.assignment }));
      case 'submit':
      case 'report':
        return tasks.map((task) => onTask(task, line, { assignment: task.assignment, report: line.text }));
      case 'accept':
        return tasks.map((task) => onTask(task, { ...line, as: ISSUER }, { submission: task.submission }));
      default:
        return [await this.#otherThanTasks(line)];
    }
  }

  async #otherThanTasks(line: Line): Promise<Act> {
    const { as: unit, text, from, kind, to } = line;
    if (line.do === 'set-up-standing-unit')
      return { path: `/directives/${this.directive}/standing-units`, unit, body: {} };
    if (line.do === 'receive-matter') {
      const [about] = await this.#tasks({ ...line, task: line.about! });
      const body = { directiveId: this.directive, kind, subject: text, desk: unit, from, concerning: about!.id };
      return { path: '/matters', unit, body };
    }
    if (line.do === 'answer-matter')
      return { path: `/matters/${this.#matters.get(line.matter!)!}/answer`, unit, body: { answer: text } };
    if (line.do === 'recommend-matter')
      return { path: `/matters/${await this.#escalated(line)}/recommend`, unit, body: { to, recommendation: text } };
    throw new Error(`Nobody here knows how to ${line.do}.`);
  }

  async #tasks({ task: ref, member, as }: Line): Promise<readonly Task[]> {
    const rows = await this.#onlooker.engine.reader.as(MACHINE).tasks(this.directive);
    const named = rows.filter((row) => row.ref === ref).map((row): Task => ({ ...row, id: row.taskId }));
    return named.filter(({ unit }) =>
      member === undefined ? as === 'each' || named.length === 1 || unit === as : unit === member,
    );
  }

  async #escalated({ as, task: ref }: Line): Promise<string> {
    const tasks = await this.#tasks({ at: '', as, do: '', task: ref! });
    const matters = await this.#onlooker.engine.reader.as(MACHINE).matters({ directiveId: this.directive });
    return matters.find(
      ({ concerning, unit, state }) => concerning === tasks[0]!.id && unit === as && state === 'received',
    )!.matterId;
  }
}

const onTask = ({ id, unit }: Task, { as, do: verb }: Line, body: object): Act => {
  return { path: `/tasks/${id}/${verb}`, unit: as === 'each' ? unit! : as, body };
};

/** Local time of the policy's zone. */
const timeOf = ({ at }: Line): Instant => instant(new Date(`${at}:00+07:00`).toISOString());

/** How a directive stands, in what does not hang on the second at which somebody acted. */
export const standing = ({ tasks, matters, standingUnits, counts }: Summary) => ({
  tasks: tasks
    .map(({ ref, unit, state, dueAt, deadlineClass, milestones }) =>
      [ref, unit, state, dueAt, deadlineClass, ...milestones.map((each) => each.state)].join(' '),
    )
    .sort(),
  matters: matters.map(({ kind, office, unit, state, task }) => [kind, office, unit, state, task].join(' ')).sort(),
  setUp: standingUnits.setUp,
  counts,
});
