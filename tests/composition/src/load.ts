import { setTimeout as pause } from 'node:timers/promises';

import { OPERATOR, taskView, type TaskRow } from '@edict/directives';
import type { Ack, randomOf } from '@edict/faults';
import { idFrom } from '@edict/kernel';
import { tableOf } from '@edict/runtime';

import type { Onlooker } from './onlooker.ts';
import { asking, type Answer } from './people.ts';
import type { Stand } from './stand.ts';

type Random = ReturnType<typeof randomOf>;
type Act = Readonly<{ verb: string; unit: string; body: object }>;

const CALLERS = 4;
/** Nobody is there, or not ready, or asked too much: it is asked again, under the same key, at the next process. */
const AGAIN = [429, 502, 503, 504];

/** People who act on tasks at whichever process answers, until told to stop. What was answered, they keep. */
export class Load {
  readonly acks: Ack[] = [];
  readonly faults: string[] = [];
  readonly #stand: Stand;
  readonly #onlooker: Onlooker;
  readonly #random: Random;
  #stopped = true;
  #acts = 0;
  #working: Promise<unknown> = Promise.resolve();

  constructor(stand: Stand, onlooker: Onlooker, random: Random) {
    this.#stand = stand;
    this.#onlooker = onlooker;
    this.#random = random;
  }

  start(): void {
    this.#stopped = false;
    this.#working = Promise.all(Array.from({ length: CALLERS }, () => this.#act()));
  }

  /** However slow the machine: until more than so many acts were acknowledged. */
  async acted(count: number): Promise<void> {
    while (this.acks.length <= count) await pause(50);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#working;
  }

  async #act(): Promise<void> {
    while (!this.#stopped) {
      const task = this.#random.pick(await this.#tasks());
      const { verb, unit, body } = actOn(task, this.#random);
      const key = `act-${this.#acts++}`;
      const answer = await this.#answered(`/tasks/${task.taskId}/${verb}`, unit, { body, key });
      this.#note(answer, verb, key);
      await pause(10);
    }
  }

  async #tasks(): Promise<readonly TaskRow[]> {
    const rows = await this.#onlooker.views.find(tableOf(taskView), { where: { kind: 'standing' } });
    return (rows as readonly TaskRow[]).filter(({ unit }) => unit !== null);
  }

  async #answered(path: string, unit: string, said: Readonly<{ body: object; key: string }>): Promise<Answer> {
    const { act } = asking(this.#stand.token);
    for (;;) {
      const answer = await act(this.#random.pick(this.#stand.of('web')), path, unit, said).catch(() => undefined);
      if (answer && !AGAIN.includes(answer.status)) return answer;
      await pause(50);
    }
  }

  /** What a rule says no to is an answer too. Who acknowledges again is told that it is done: no event says so a second time. */
  #note({ status, body }: Answer, verb: string, key: string): void {
    if (status >= 500) this.faults.push(`${status} ${JSON.stringify(body)}`);
    if (status >= 300 || verb === 'acknowledge') return;
    const { stream, revision } = body as Readonly<{ stream: string; revision: number }>;
    this.acks.push({ stream, revision, commandId: idFrom(OPERATOR, key) });
  }
}

const actOn = ({ state, unit, assignment, submission }: TaskRow, random: Random): Act => {
  const report = { assignment, report: 'What was done.' };
  if (state === 'submitted')
    return random.pick([
      { verb: 'accept', unit: 'politburo', body: { submission } },
      { verb: 'return', unit: 'politburo', body: { submission, reason: 'More is needed.' } },
    ]);
  return random.pick([
    { verb: 'acknowledge', unit: unit!, body: { assignment } },
    { verb: 'report', unit: unit!, body: report },
    { verb: 'submit', unit: unit!, body: report },
  ]);
};
