import { rm } from 'node:fs/promises';

import { LeaseLost, type Beside, type Lease, type Position, type Table } from '@edict/runtime';

import { quoted } from './condition.ts';
import { SqliteLeases } from './sqlite-leases.ts';
import { SqliteViews } from './sqlite-views.ts';
import type { ViewsFile } from './views-file.ts';

/** A table in a file of its own, from which it is copied into the file of the live one: there is one connection to that. */
export const besideOf = async (live: SqliteViews, table: Table, rebuild: number): Promise<Beside | undefined> => {
  const name = `${live.file.name}-beside-${rebuild}`;
  const views = SqliteViews.open(name);
  const leases = new SqliteLeases(views, Date.now);
  const isFree = await views
    .prepare([table])
    .then(() => leases.held())
    .then((held) => held.length === 0)
    .catch(async (error: unknown) => {
      await views.close();
      throw error;
    });
  if (!isFree) {
    await views.close();
    return undefined;
  }
  let isOpen = true;
  const close = async () => {
    const wasOpen = isOpen;
    isOpen = false;
    if (wasOpen) await views.close();
  };
  return {
    views,
    leases,
    swapIn: async (lease) =>
      live.file.attached(name, () => live.takeIn(lease.name, (replaced) => copied(live.file, table, lease, replaced))),
    async discard() {
      await close();
      for (const file of [name, `${name}-wal`, `${name}-shm`]) await rm(file, { force: true });
    },
    close,
  };
};

type Group = Readonly<{ reached: Position; epoch: number }>;

/** How far they go that came in; `undefined`: not far enough, and nothing has changed. */
const copied = (
  file: ViewsFile,
  { name, columns }: Table,
  { epoch }: Lease,
  replaced: (key: string) => void,
): Position | undefined => {
  const [from] = file.all(`SELECT reached, epoch FROM ${OTHER}."#group" WHERE name = ?`, name) as readonly Group[];
  const [to] = file.all('SELECT reached, epoch FROM main."#group" WHERE name = ?', name) as readonly Group[];
  if (from?.epoch !== epoch) throw new LeaseLost(`${name} is built by another.`);
  if (to && to.reached > from.reached) return undefined;
  const [table, all] = [quoted(name), ['#key', '#n', ...Object.keys(columns)].map(quoted).join(', ')];
  const keys = file.all(`SELECT "#key" AS key FROM main.${table} UNION SELECT "#key" FROM ${OTHER}.${table}`);
  file.run(`DELETE FROM main.${table}`);
  file.run(`INSERT INTO main.${table} (${all}) SELECT ${all} FROM ${OTHER}.${table}`);
  file.run(FENCE, name, from.reached);
  file.run('DELETE FROM main."#parked" WHERE name = ?', name);
  for (const { key } of keys) replaced(String(key));
  return from.reached;
};

/** As which the file beside is known to the live one while it is copied. */
const OTHER = 'beside';
const FENCE = `
  INSERT INTO main."#group" (name, reached, epoch) VALUES (?, ?, 1)
  ON CONFLICT DO UPDATE SET epoch = epoch + 1, until = 0, reached = excluded.reached`;
