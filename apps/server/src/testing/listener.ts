export type Heard = Readonly<{ event?: string; id?: string; data?: unknown; comment?: true }>;

/** Somebody who follows the events of a server over a real connection. */
export type Listener = Readonly<{
  status: number;
  headers: Headers;
  /** The next thing that is heard; `undefined`: the stream has ended. */
  next(): Promise<Heard | undefined>;
  /** Everything up to what is waited for. */
  until(holds: (heard: Heard) => boolean): Promise<readonly Heard[]>;
  leave(): void;
}>;

export const listen = async (url: string, headers: Readonly<Record<string, string>>): Promise<Listener> => {
  const away = new AbortController();
  const answer = await fetch(url, { headers, signal: away.signal });
  // Piped at once: a body that nobody has begun to read is cancelled when its answer is collected.
  const text = answer.body!.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>);
  const frames = framesOf(text);
  const next = async () => (await frames.next()).value;
  return {
    status: answer.status,
    headers: answer.headers,
    next,
    async until(holds) {
      const heard: Heard[] = [];
      for (let each = await next(); each; each = await next()) {
        heard.push(each);
        if (holds(each)) return heard;
      }
      throw new Error(`It ended after ${JSON.stringify(heard)}`);
    },
    leave: () => away.abort(),
  };
};

const framesOf = async function* (chunks: ReadableStream<string>): AsyncGenerator<Heard, undefined> {
  let text = '';
  for await (const chunk of chunks) {
    text += chunk;
    const frames = text.split('\n\n');
    text = frames.pop()!;
    yield* frames.map(heardIn);
  }
  return undefined;
};

const heardIn = (frame: string): Heard => {
  if (frame.startsWith(':')) return { comment: true };
  const fields = Object.fromEntries(
    frame.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  const { event, id, data } = fields as Record<'event' | 'id' | 'data', string>;
  return { event, id, data: JSON.parse(data) as unknown };
};
