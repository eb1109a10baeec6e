import { bodyOf, recordedFrom, type StoredEvent } from '@edict/runtime';

import { sealed, type Candidate } from '../candidate.ts';
import { ownDatabase } from './database.ts';
import { peer } from './peers.ts';

type Rows = Readonly<{ rows: readonly unknown[] }>;
type Pool = Readonly<{ query(query: object): Promise<Rows>; end(): Promise<void> }>;
type Pg = Readonly<{ default: Readonly<{ Pool: new (options: object) => Pool }> }>;
type Frame = readonly [position: number, stream: string, revision: number, body: string];
type Waiting = Readonly<{ frames: readonly Frame[]; done: () => void }>;

const TABLE = `CREATE TABLE event (
  position BIGINT PRIMARY KEY, stream TEXT COLLATE "C" NOT NULL, revision INTEGER NOT NULL, body TEXT NOT NULL, UNIQUE (stream, revision))`;
const INSERT = 'INSERT INTO event SELECT * FROM unnest($1::bigint[], $2::text[], $3::int[], $4::text[])';
const SELECT = 'SELECT position::int, stream, revision, body FROM event';
const CONNECTIONS = 2;

/**
 * What a store on PostgreSQL could reach that does the same work: all that waits in one INSERT from arrays, over two connections. It counts positions
 * itself, so that only one process can write, and does not look where a stream ends but for the unique index.
 */
export const groupCommitPostgresql = async (_dir: string, server: string): Promise<Candidate> => {
  const { url, drop } = await ownDatabase(server);
  const { Pool } = (await peer<Pg>('pg')).default;
  const pool = new Pool({ connectionString: url, max: CONNECTIONS });
  await pool.query({ text: TABLE });
  const write = groupWriter(pool);
  let position = 0;
  return {
    async append(place, messages, meta) {
      const events = sealed(place, messages, meta);
      const bodies = events.map(bodyOf);
      const first = place.revision + 1;
      await write(bodies.map((body, n): Frame => [++position, place.stream, first + n, body]));
      place.revision += events.length;
      place.last = events.at(-1);
    },
    read: async (stream) =>
      decoded(
        await pool.query({ name: 'read', text: `${SELECT} WHERE stream = $1 ORDER BY revision`, values: [stream] }),
      ),
    async replay() {
      for (let count = 0; ;) {
        const page = {
          name: 'log',
          text: `${SELECT} WHERE position > $1 ORDER BY position LIMIT 512`,
          values: [count],
        };
        const read = decoded(await pool.query(page));
        if (read === 0) return count;
        count += read;
      }
    },
    async close() {
      await pool.end();
      return drop();
    },
  };
};

const decoded = ({ rows }: Rows): number => (rows as readonly StoredEvent[]).map(recordedFrom).length;

const groupWriter = (pool: Pool) => {
  let waiting: Waiting[] = [];
  let underWay = 0;

  const run = async () => {
    underWay++;
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      const frames = group.flatMap(({ frames }) => frames);
      const values = [0, 1, 2, 3].map((column) => frames.map((frame) => frame[column]));
      await pool.query({ name: 'insert', text: INSERT, values });
      for (const { done } of group) done();
    }
    underWay--;
  };

  return (frames: readonly Frame[]) =>
    new Promise<void>((done) => {
      waiting.push({ frames, done });
      if (waiting.length === 1 && underWay < CONNECTIONS) setImmediate(() => void run());
    });
};
