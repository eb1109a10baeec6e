import { randomUUID } from 'node:crypto';

import type { Fault } from './faults.ts';
import type { Stored } from './log.ts';
import type { Node, OpenCall } from './node.ts';
import { streams, type Streams } from './protocol.ts';
import { matches, write, type ReadCall } from './reading.ts';
import { readResponse, streamNameOf } from './wire.ts';
import { errorOf } from './writing.ts';

/** How many events a filter looks at before it says how far it has come. */
const WINDOW = 32;

/** Confirms, gives what comes after the given place, says once that it has caught up, and goes on. */
export const follow = (
  node: Node,
  call: ReadCall,
  options: Streams.ReadReq.Options,
  fault: Fault | undefined,
): void => {
  if (fault === 'unanswered') return;
  if (fault === 'denied' || fault === 'unavailable' || fault === 'not leader')
    return void call.emit('error', errorOf(node, fault));
  call.write(confirmation());
  const open = { end: () => call.end(), break: (error: Error) => void call.emit('error', error) };
  node.subscriptions.add(open);
  const close = () => {
    node.subscriptions.delete(open);
    node.log.wake();
  };
  call.on('cancelled', close).on('close', close).on('error', close);
  if (fault !== 'mute') void deliver(node, call, options, { open, saysLive: fault !== 'never caught up' });
};

type Delivery = Readonly<{ open: OpenCall; saysLive: boolean }>;

const deliver = async (
  node: Node,
  call: ReadCall,
  options: Streams.ReadReq.Options,
  { open, saysLive }: Delivery,
): Promise<void> => {
  const isOpen = () => node.subscriptions.has(open) && !call.cancelled;
  const window = { considered: 0, size: WINDOW * (options.getFilter()?.getCheckpointintervalmultiplier() ?? 1) };
  let next = startOf(node, options);
  let silent = !saysLive;
  const wait = async () => {
    const more = nextWrite(node);
    if (!silent) await write(call, caughtUp());
    silent = true;
    await more;
  };
  while (isOpen()) {
    const event = node.log.all[next];
    if (!event || !node.visible(event)) await wait();
    else if (await pass(call, options, event, window)) next++;
    else return;
  }
};

const nextWrite = (node: Node): Promise<void> =>
  new Promise((resolve) => {
    const stop = node.log.onWritten(() => {
      stop();
      resolve();
    });
  });

const startOf = (node: Node, options: Streams.ReadReq.Options): number => {
  const all = options.getAll();
  if (!all) return 0;
  if (all.hasEnd()) return node.log.all.length;
  const after = all.getPosition()?.getCommitPosition();
  if (after === undefined) return 0;
  const index = node.log.all.findIndex(({ position }) => position > BigInt(after));
  return index < 0 ? node.log.all.length : index;
};

const pass = async (
  call: ReadCall,
  options: Streams.ReadReq.Options,
  event: Stored,
  window: { considered: number; size: number },
): Promise<boolean> => {
  const wanted = options.hasStream()
    ? event.stream === streamNameOf(options.getStream()?.getStreamIdentifier())
    : matches(options, event.stream);
  if (wanted && !(await write(call, readResponse(event)))) return false;
  if (!options.hasFilter() || ++window.considered < window.size) return true;
  window.considered = 0;
  return write(call, checkpoint(event));
};

const confirmation = (): Streams.ReadResp => {
  const message = new streams.ReadResp.SubscriptionConfirmation();
  message.setSubscriptionId(randomUUID());
  return new streams.ReadResp().setConfirmation(message);
};

/** 23.10 says no more than that. */
const caughtUp = (): Streams.ReadResp => new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());

const checkpoint = ({ position }: Stored): Streams.ReadResp => {
  const message = new streams.ReadResp.Checkpoint();
  message.setCommitPosition(String(position));
  message.setPreparePosition(String(position));
  return new streams.ReadResp().setCheckpoint(message);
};
