import type { Query, Table } from '@edict/runtime';

export type ViewSql = Readonly<{
  create: readonly string[];
  /** Takes the key, the row's place under it, and the values of the columns in the order of the table. */
  insert: string;
  deleteByKey: string;
  selectByKey: string;
}>;

/** `#key` is the key that rows are under, `#n` their order there. The rows lie in the file in that order: `load` is one look-up. */
const OWN = ['#key', '#n'];

/** Names were checked when the table was named; quoting is for those that are also words of SQL. */
const quoted = (name: string): string => `"${name}"`;
const list = (names: readonly string[]): string => names.map(quoted).join(', ');

export const sqlFor = ({ name, columns, indexes }: Table): ViewSql => {
  const table = quoted(name);
  const names = Object.keys(columns);
  const all = [...OWN, ...names];
  const declared = Object.entries(columns).map(([column, type]) => `, ${quoted(column)} ${type.toUpperCase()}`);
  const own = `"#key" TEXT NOT NULL, "#n" INTEGER NOT NULL${declared.join('')}, PRIMARY KEY (${list(OWN)})`;
  const index = (on: readonly string[]) =>
    `CREATE INDEX IF NOT EXISTS ${quoted([name, ...on].join('#'))} ON ${table} (${list(on)})`;
  return {
    create: [`CREATE TABLE IF NOT EXISTS ${table} (${own}) STRICT, WITHOUT ROWID`, ...indexes.map(index)],
    insert: `INSERT INTO ${table} (${list(all)}) VALUES (${all.map(() => '?').join(', ')})`,
    deleteByKey: `DELETE FROM ${table} WHERE "#key" = ?`,
    selectByKey: `SELECT ${list(names)} FROM ${table} WHERE "#key" = ? ORDER BY "#n"`,
  };
};

/** Takes the values of `where` in their order, then the limit. `IS` is an `=` that also finds null; it uses the same indexes. */
export const select = ({ name, columns }: Table, { where = {}, orderBy = [] }: Query): string => {
  const wanted = Object.keys(where).map((column) => `${quoted(column)} IS ?`);
  const filter = wanted.length > 0 ? `WHERE ${wanted.join(' AND ')}` : '';
  const order = list([...orderBy, ...OWN]);
  return `SELECT ${list(Object.keys(columns))} FROM ${quoted(name)} ${filter} ORDER BY ${order} LIMIT ?`;
};
