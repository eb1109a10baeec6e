import type { Container } from './container.ts';

export type Answer = Readonly<{ status: number; headers: Headers; body: unknown }>;

/** Whoever asks a process, by the token of the operator or as somebody who is signed in. */
export const asking = (token: string) => {
  const ask = async (at: Container, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
    answerOf(await fetch(at.url + path, { headers: { authorization: `Bearer ${token}`, ...headers } }));

  const act = async (
    at: Container,
    path: string,
    unit: string,
    said: Readonly<{ body: object; key?: string; capacity?: string | undefined }>,
  ): Promise<Answer> => {
    const headers = {
      authorization: `Bearer ${token}`,
      'edict-unit': unit,
      ...(said.capacity && { 'edict-capacity': said.capacity }),
      'content-type': 'application/json',
      'idempotency-key': said.key ?? `${unit} ${path}`,
    };
    return answerOf(await fetch(at.url + path, { method: 'POST', headers, body: JSON.stringify(said.body) }));
  };
  return { ask, act };
};

const answerOf = async (answer: Response): Promise<Answer> => {
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === '' ? null : (JSON.parse(text) as unknown) };
};
