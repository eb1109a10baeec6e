/** Names were checked when the table was named; quoting is for those that are also words of SQL. */
export const quoted = (name: string): string => `"${name}"`;

export const list = (names: readonly string[]): string => names.map(quoted).join(', ');
