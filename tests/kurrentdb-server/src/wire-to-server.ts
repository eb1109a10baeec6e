import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

import type { Endpoint } from './node.ts';

/** A wire to a server that can be cut, or stay open and carry nothing any more. */
export class Wire {
  readonly #server: Server;
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  #silent = false;

  private constructor({ host, port }: Endpoint) {
    this.#server = createServer((near) => {
      const far = connect(port, host);
      const pair = [near, far] as const;
      this.#pairs.add(pair);
      if (this.#silent) near.pause();
      else near.pipe(far).pipe(near);
      for (const socket of pair)
        socket
          .on('error', () => undefined)
          .on('close', () => {
            this.#pairs.delete(pair);
            pair.forEach((each) => each.destroy());
          });
    });
  }

  static async to(endpoint: Endpoint): Promise<Wire> {
    const wire = new Wire(endpoint);
    await new Promise<void>((resolve) => wire.#server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get url(): string {
    return `kurrentdb://127.0.0.1:${(this.#server.address() as AddressInfo).port}?tls=false`;
  }

  /** Half open: nothing that is sent arrives, and nobody is told. */
  silence(): void {
    this.#silent = true;
    for (const [near, far] of this.#pairs) {
      near.unpipe(far);
      far.unpipe(near);
      near.pause();
      far.pause();
    }
  }

  /** Every connection breaks; new ones carry again. */
  cut(): void {
    this.#silent = false;
    for (const pair of this.#pairs) pair.forEach((socket) => socket.destroy());
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
