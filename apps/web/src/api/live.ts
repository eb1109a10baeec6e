import { ProblemAnswer, type Problem } from '@edict/client';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { useConsole } from '../console.tsx';
import { ask, type Office } from '../start/ask.ts';
import { useRenewing, type Old } from './renewing.ts';
import { seeWhetherUnknown, useSession } from './session.tsx';
import { spaced } from './spaced.ts';

const AGAIN_MS = 2_000;

/** The server says something every 15 seconds: whoever is silent for so long is not there any more, though nobody has said so. */
const SILENT_MS = 40_000;

type Change = Readonly<{ stream: string }>;
type Told = Readonly<{ id: string; event: string; data: string }>;

/** What happens together is asked for once: a directive that is issued changes a stream for each of its tasks. */
const TOGETHER_MS = 200;

/** The same is asked for no more often than this, and not again while it is on its way: figures over a whole directive change with each of its tasks. */
const APART_MS = 1_000;

/** More tasks than this at once, and the inbox is asked for as a whole. */
const ONE_BY_ONE = 20;

/** Which answers are old once something has happened in a stream of this category. */
const TOUCHED: Readonly<Record<string, (id: string) => readonly Old[]>> = {
  task: (id) => [['task', id], ['inbox', id], ['directive']],
  directive: (id) => [['directives'], ['directive', id]],
  matter: (id) => [['matters'], ['matter', id]],
  standingUnit: () => [['standing-units']],
  unit: (id) => [['units'], ['unit', id]],
  succession: () => [['successions']],
  reference: () => [['references']],
  formReport: () => [['forms']],
  attachment: () => [['attachments']],
};

/** Follows what changes, as it changes: what is on the screen is asked for anew. `false`: nobody tells us just now. Whoever acts for no unit yet
 * follows nothing. */
export const useLive = (): boolean => {
  const client = useQueryClient();
  const renew = useRenewing();
  const { office } = useConsole().preferences;
  const { mayActForAll } = useSession();
  const [isLive, setLive] = useState(true);
  const mayFollow = office !== null || mayActForAll;
  useEffect(() => {
    if (!mayFollow) return undefined;
    const stop = new AbortController();
    const lost = (error: unknown) => {
      setLive(false);
      seeWhetherUnknown(client, error);
    };
    void followFor({
      office,
      setLive,
      lost,
      signal: stop.signal,
      heed: heeding({ client, renew, signal: stop.signal }),
    });
    return () => stop.abort();
  }, [office, client, renew, mayFollow]);
  return isLive || !mayFollow;
};

type Following = Readonly<{
  office: Office | null;
  setLive(is: boolean): void;
  lost(error: unknown): void;
  signal: AbortSignal;
  heed(told: Told): void;
}>;

const followFor = async (following: Following): Promise<void> => {
  const { lost, signal } = following;
  const last = { id: '' };
  while (!signal.aborted) {
    await follow(following, last).catch((error: unknown) => signal.aborted || lost(error));
    await pause(AGAIN_MS, signal);
  }
};

/** Until the server ends it, or falls silent; `last` is what was heard. */
const follow = async ({ office, setLive, signal, heed }: Following, last: { id: string }): Promise<void> => {
  const over = new AbortController();
  try {
    const messages = await heard(listen(office, last.id, AbortSignal.any([signal, over.signal])));
    setLive(true);
    for await (const told of messages) {
      if (told.id !== '') last.id = told.id;
      heed(told);
    }
  } finally {
    over.abort();
  }
};

const heard = async <T>(said: Promise<T>): Promise<T> => {
  const waiting = new AbortController();
  const silence = pause(SILENT_MS, waiting.signal).then(() => {
    throw new Error('silent');
  });
  try {
    return await Promise.race([said, silence]);
  } finally {
    waiting.abort();
  }
};

/** Headers go along with a request and not with an EventSource, so the lines are read here. */
const listen = async (office: Office | null, last: string, signal: AbortSignal): Promise<AsyncIterable<Told>> => {
  const headers = {
    accept: 'text/event-stream',
    ...(last === '' ? {} : { 'last-event-id': last }),
    ...(office ? { 'edict-unit': office.unit, 'edict-capacity': office.capacity } : {}),
  };
  const response = await ask(`${location.origin}/events?about=${office ? 'unit' : 'all'}`, {
    method: 'GET',
    headers,
    signal,
  });
  if (response.status === 401) throw new ProblemAnswer((await response.json()) as Problem);
  if (!response.ok || !response.body) throw new Error(String(response.status));
  return messagesIn(response.body.pipeThrough(new TextDecoderStream()));
};

async function* messagesIn(text: ReadableStream<string>): AsyncGenerator<Told> {
  const reader = text.getReader();
  for (let rest = ''; ;) {
    const { value, done } = await heard(reader.read());
    if (done) return;
    const parts = (rest + value).split('\n\n');
    rest = parts.pop() ?? '';
    yield* parts.map(messageIn);
  }
}

const messageIn = (part: string): Told => {
  const fields = Object.fromEntries(
    part.split('\n').map((line) => [line.split(':', 1)[0]!, line.slice(line.indexOf(':') + 1).trim()]),
  );
  return { id: fields['id'] ?? '', event: fields['event'] ?? '', data: fields['data'] ?? '' };
};

type Heeding = Readonly<{ client: QueryClient; renew(old: Old): Promise<void>; signal: AbortSignal }>;

const heeding = ({ client, renew, signal }: Heeding): Following['heed'] => {
  const waiting = new Map<string, Old>();
  const ask = spaced(APART_MS);
  const askAnew = () => {
    for (const old of takenTogether([...waiting.values()]))
      ask(old.join('/'), async () => (signal.aborted ? undefined : renew(old)));
    waiting.clear();
  };
  return ({ event, data }) => {
    if (event === 'reset') void client.invalidateQueries();
    if (event !== 'change') return;
    const touched = touchedBy((JSON.parse(data) as Change).stream);
    if (waiting.size === 0 && touched.length > 0) void pause(TOGETHER_MS, signal).then(askAnew);
    for (const old of touched) waiting.set(old.join('/'), old);
  };
};

const takenTogether = (all: readonly Old[]): readonly Old[] => {
  const hasAll = all.some((old) => old.join('/') === 'directive');
  const asked = all.filter(([what, id]) => !(hasAll && what === 'directive' && id !== undefined));
  const others = asked.filter(([what]) => what !== 'inbox');
  return asked.length - others.length > ONE_BY_ONE ? [...others, ['inbox']] : asked;
};

const touchedBy = (stream: string): readonly Old[] => {
  const [category = ''] = stream.split('-', 1);
  return TOUCHED[category]?.(stream.slice(category.length + 1)) ?? [];
};

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
