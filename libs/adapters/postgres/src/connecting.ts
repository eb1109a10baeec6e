import { Client, type ClientConfig } from 'pg';

/** Where a database is, or who says it. */
export type Url = string | (() => string);

/** A client that knows where to go. */
export type Connecting = new (config?: ClientConfig) => Client;

/**
 * Clients of an address that is looked up for each of them: a password may have been changed in its file. Where it cannot be read at
 * this moment, they go by what it said before; that it never could be, is thrown here.
 */
export const connecting = (url: Url): Connecting => {
  const look = typeof url === 'string' ? () => url : url;
  let connectionString = look();
  const latest = (): string => {
    try {
      return (connectionString = look());
    } catch {
      return connectionString;
    }
  };
  return class extends Client {
    constructor(config: ClientConfig = {}) {
      super({ ...config, connectionString: latest(), application_name: 'edict', keepAlive: true });
    }
  };
};
