/** What takes long says what it does, to whoever sits before a terminal. '': it is done. */
export const progress = (what: string): void => {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r\u001b[K${what === '' ? '' : `${what} …`}`);
};
