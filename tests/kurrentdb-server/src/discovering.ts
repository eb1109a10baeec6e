import { randomUUID } from 'node:crypto';

import type grpc from '@grpc/grpc-js';

import type { Node } from './node.ts';
import { features, gossip, shared } from './protocol.ts';
import { unanswered } from './writing.ts';
import { unavailable } from './errors.ts';

type Answer = grpc.sendUnaryData<never>;

const STREAMS = 'event_store.client.streams.streams';
const METHODS: readonly (readonly [string, readonly string[]])[] = [
  ['append', []],
  ['batchappend', ['deadline_duration']],
  ['delete', []],
  ['read', ['position', 'events']],
  ['tombstone', []],
];

/** Names in lower case, as the node sends them. Nothing of what came with 25.1. */
export const supportedMethods =
  (node: Node) =>
  (_call: unknown, answer: Answer): void => {
    const fault = node.faults.take('features');
    if (fault) {
      if (!unanswered(fault)) answer(unavailable());
      return;
    }
    const response = new features.SupportedMethods();
    response.setEventStoreServerVersion(node.version);
    response.setMethodsList(METHODS.map(([name, having]) => method(name, having)));
    answer(null, response as never);
  };

const method = (name: string, having: readonly string[]) => {
  const message = new features.SupportedMethod();
  message.setServiceName(STREAMS);
  message.setMethodName(name);
  message.setFeaturesList([...having]);
  return message;
};

export const members =
  (node: Node) =>
  (_call: unknown, answer: Answer): void => {
    const fault = node.faults.take('gossip');
    if (fault) {
      if (!unanswered(fault)) answer(unavailable());
      return;
    }
    const info = new gossip.ClusterInfo();
    info.setMembersList(node.members().map(memberOf));
    answer(null, info as never);
  };

const { VNodeState } = gossip.MemberInfo;
const STATES = {
  leader: VNodeState.LEADER,
  follower: VNodeState.FOLLOWER,
  'shut down': VNodeState.SHUTDOWN,
} as const;

const memberOf = ({ host, port, state, alive }: ReturnType<Node['members']>[number]) => {
  const id = new shared.UUID();
  id.setString(randomUUID());
  const endpoint = new gossip.EndPoint();
  endpoint.setAddress(host);
  endpoint.setPort(port);
  const member = new gossip.MemberInfo();
  member.setInstanceId(id);
  member.setTimeStamp(String(BigInt(Date.now()) * 10_000n));
  member.setState(STATES[state]);
  member.setIsAlive(alive);
  return member.setHttpEndPoint(endpoint);
};
