import { readFileSync } from 'node:fs';

/**
 * Loaded before a server: what it takes for the time is that of its machine and as many milliseconds as the file says, from one turn of its event
 * loop to the next. Only `new Date()` is asked so; deadlines of connections go on by `Date.now`.
 */
const file = process.env.TEST_CLOCK_FILE;
const Machine = Date;

let known;
const offset = () => {
  if (known === undefined) setImmediate(() => (known = undefined)).unref();
  return (known ??= Number(readFileSync(file, 'utf8')));
};

globalThis.Date = class extends Machine {
  constructor(...given) {
    if (given.length > 0) super(...given);
    else super(Machine.now() + offset());
  }

  static [Symbol.hasInstance](value) {
    return value instanceof Machine;
  }
};
