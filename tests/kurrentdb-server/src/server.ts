import grpc from '@grpc/grpc-js';

import { append } from './writing.ts';
import { batchAppend } from './batches.ts';
import { softDelete, tombstone } from './deleting.ts';
import { members, supportedMethods } from './discovering.ts';
import { unavailable } from './errors.ts';
import { Faults } from './faults.ts';
import { Log, type Stored } from './log.ts';
import type { Endpoint, Node, OpenCall } from './node.ts';
import { featuresService, gossipService, streamsService } from './protocol.ts';
import { read } from './reading.ts';

const LOCAL = '127.0.0.1';

export type Options = Readonly<{
  version?: string;
  maxAppendBytes?: number;
  /** `user:password`, from then on asked of every call. */
  credentials?: string;
  /** PEM. With them it speaks TLS. */
  tls?: Readonly<{ key: string; cert: string }>;
  /** As many calls as a connection carries at once; Kestrel's own number unless told otherwise. */
  streams?: number;
  log?: Log;
}>;

/**
 * Speaks the gRPC protocol of EventStoreDB 23.10 as far as the adapter uses it, keeps everything in memory, and has a switch for
 * every fault that was seen on a real node or in its client. Not a database: it says nothing about durability or replication.
 */
export class KurrentTestServer {
  readonly faults = new Faults();
  readonly log: Log;
  readonly #options: Options;
  readonly #node: Node;
  #server: grpc.Server | undefined;
  #port = 0;
  #lagging: bigint | undefined;
  #cluster: readonly KurrentTestServer[] = [this];
  #leader: KurrentTestServer = this;

  private constructor(options: Options) {
    this.#options = options;
    this.log = options.log ?? new Log();
    this.#node = {
      log: this.log,
      faults: this.faults,
      maxAppendBytes: options.maxAppendBytes ?? 1_048_576,
      version: options.version ?? '23.10.8',
      credentials: options.credentials,
      subscriptions: new Set<OpenCall>(),
      batches: new Set<OpenCall>(),
      isLeader: () => this.#leader === this,
      leader: () => this.#leader.endpoint,
      members: () => this.#cluster.map((each) => ({ ...each.endpoint, ...each.#state() })),
      visible: ({ position }: Stored) => this.#lagging === undefined || position <= this.#lagging,
    };
  }

  static async start(options: Options = {}): Promise<KurrentTestServer> {
    const server = new KurrentTestServer(options);
    await server.restart();
    return server;
  }

  /** Nodes with one log, the first of which leads. */
  static async cluster(size: number, options: Options = {}): Promise<readonly KurrentTestServer[]> {
    const log = new Log();
    const nodes: KurrentTestServer[] = [];
    for (let n = 0; n < size; n++) nodes.push(await KurrentTestServer.start({ ...options, log }));
    for (const node of nodes) [node.#cluster, node.#leader] = [nodes, nodes[0]!];
    return nodes;
  }

  get endpoint(): Endpoint {
    return { host: LOCAL, port: this.#port };
  }

  get url(): string {
    return this.#options.tls ? `kurrentdb://localhost:${this.#port}` : `kurrentdb://${LOCAL}:${this.#port}?tls=false`;
  }

  get openSubscriptions(): number {
    return this.#node.subscriptions.size;
  }

  /** On the same port as before, with everything that was stored. */
  async restart(): Promise<void> {
    const server = new grpc.Server({
      'grpc.max_concurrent_streams': this.#options.streams ?? 100,
      'grpc.max_receive_message_length': 32 * 1024 * 1024,
    });
    const node = this.#node;
    server.addService(streamsService.StreamsService, {
      append: append(node),
      batchAppend: batchAppend(node),
      delete: softDelete(node),
      tombstone: tombstone(node),
      read: read(node),
    });
    server.addService(featuresService.ServerFeaturesService, { getSupportedMethods: supportedMethods(node) });
    server.addService(gossipService.GossipService, { read: members(node) });
    this.#port = await bound(server, `${LOCAL}:${this.#port}`, credentialsOf(this.#options));
    this.#server = server;
  }

  /** As if the process were killed: connections break, and nobody listens any more. */
  kill(): void {
    this.#server?.forceShutdown();
    this.#server = undefined;
    this.#node.subscriptions.clear();
    this.#node.batches.clear();
    this.log.wake();
  }

  /** The others follow it from now on. */
  lead(): void {
    for (const node of this.#cluster) node.#leader = this;
  }

  /** Sees nothing of what is written from now on, until told otherwise. */
  lag(on: boolean): void {
    this.#lagging = on ? (this.log.all.at(-1)?.position ?? -1n) : undefined;
    this.log.wake();
  }

  /** Breaks the subscriptions off with an error, or ends them without a word. */
  dropSubscriptions(how: 'error' | 'end' = 'error'): void {
    for (const call of this.#node.subscriptions) {
      if (how === 'end') call.end();
      else call.break(unavailable());
    }
    this.#node.subscriptions.clear();
    this.log.wake();
  }

  #state() {
    if (!this.#server) return { state: 'shut down', alive: false } as const;
    return { state: this.#leader === this ? 'leader' : 'follower', alive: true } as const;
  }
}

const credentialsOf = ({ tls }: Options): grpc.ServerCredentials =>
  tls
    ? grpc.ServerCredentials.createSsl(null, [{ private_key: Buffer.from(tls.key), cert_chain: Buffer.from(tls.cert) }])
    : grpc.ServerCredentials.createInsecure();

const bound = (server: grpc.Server, address: string, credentials: grpc.ServerCredentials): Promise<number> =>
  new Promise((resolve, reject) => {
    server.bindAsync(address, credentials, (error, port) => (error ? reject(error) : resolve(port)));
  });
