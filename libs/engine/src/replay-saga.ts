import { categoryOf, fold, type Effect, type Message } from '@edict/kernel';
import { bySaga, happened, type Position, type Recorded } from '@edict/runtime';

import { SAGAS } from './catalogue.ts';

/** A command of a saga: to which event it answers, and what is sent to whom. */
export type Sending = Readonly<{ event: string; key: string; type: string; stream: string; commandId: string }>;

/** `wouldSend`: what today's code would and the log knows nothing of. `didSend`: what the log has and today's code would not. */
export type Replayed = Readonly<{
  saga: string;
  events: number;
  commands: number;
  wouldSend: readonly Sending[];
  didSend: readonly Sending[];
}>;

export const SAGA_NAMES: readonly string[] = SAGAS.map(([{ name }]) => name);

/**
 * Today's saga over what has happened, with effects off: nothing is sent. From the saga's activation on, and after `from`. A command that
 * changed nothing leaves no trace in a log, so it counts as not sent.
 */
export const replaySaga = (log: readonly Recorded[], name: string, from: Position = ''): Replayed => {
  const activated = log.find(({ stream }) => stream === `saga-${name}`)?.position ?? '';
  const since = from > activated ? from : activated;
  const did = sentBy(name, log, since);
  const refused = new Set(log.map(({ stream }) => stream).filter((stream) => stream.startsWith('refusal-')));
  const { events, would } = reactions(log, name, { since, refused });
  const known = new Set(did.map(({ commandId }) => commandId));
  const meant = new Set(would.map(({ commandId }) => commandId));
  const wasSent = ({ commandId }: Sending) => known.has(commandId) || refused.has(`refusal-${commandId}`);
  return {
    saga: name,
    events,
    commands: would.length,
    wouldSend: would.filter((each) => !wasSent(each)),
    didSend: did.filter(({ commandId }) => !meant.has(commandId)),
  };
};

type Reacting = Readonly<{ since: Position; refused: ReadonlySet<string> }>;

/** What today's saga makes of each event of its category, with the state as it was then. */
const reactions = (log: readonly Recorded[], name: string, { since, refused }: Reacting) => {
  const [saga, of] = SAGAS.find(([each]) => each.name === name) ?? unknown(name);
  const histories = new Map<string, Recorded[]>();
  const would: Sending[] = [];
  let events = 0;
  for (const event of log.filter(({ stream }) => categoryOf(stream) === of.category)) {
    const history = [...(histories.get(event.stream) ?? []), event];
    histories.set(event.stream, history);
    if (event.position <= since) continue;
    events += 1;
    const effects = saga.react(happened(event), fold(of, history.map(happened)));
    would.push(...effects.flatMap((effect) => sendings(effect, name, event, refused)));
  }
  return { events, would };
};

const unknown = (name: string): never => {
  throw new RangeError(`There is no saga ${name}: ${SAGA_NAMES.join(', ')}.`);
};

/** What is sent, and what is sent in its place where the log says that it was refused. */
const sendings = (
  { key, send, ifRefused }: Effect<Message>,
  saga: string,
  event: Recorded,
  refused: ReadonlySet<string>,
): readonly Sending[] => {
  const { commandId } = bySaga(saga, event, key);
  const own: Sending = { event: placeOf(event), key, type: send.type, stream: send.stream, commandId };
  if (!ifRefused || !refused.has(`refusal-${commandId}`)) return [own];
  return [own, ...sendings({ key: `${key}/if-refused`, send: ifRefused }, saga, event, refused)];
};

/** What the log has of a saga's commands: each once, by the first event that it caused. */
const sentBy = (saga: string, log: readonly Recorded[], since: Position): readonly Sending[] => {
  const places = new Map(log.map((event) => [event.id, event]));
  const caused = log.filter(({ meta, stream }) => meta['actor'] === saga && !/^(saga|refusal)-/.test(stream));
  const after = caused.filter(({ meta }) => (places.get(meta['causationId'] ?? '')?.position ?? '') > since);
  const first = new Map(after.toReversed().map((event) => [event.meta['commandId'] ?? '', event]));
  return [...first].map(([commandId, { type, stream, meta }]) => {
    const cause = places.get(meta['causationId'] ?? '');
    return { event: cause ? placeOf(cause) : '', key: '', type, stream, commandId };
  });
};

const placeOf = ({ stream, revision }: Recorded): string => `${stream}@${revision}`;
