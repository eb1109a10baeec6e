/** What is said when the server cannot start, and with which code it ends. */
export type Ending = Readonly<{ message: string; code: number }>;

const NOT_THE_LOG = 3;
const FAILED = 1;

type Known = Readonly<{ name?: string; reason?: string; code?: string; port?: number; message: string }>;

/** By name, because some of them come from libraries that the wrong Node cannot load. */
export const explain = (error: unknown): Ending => {
  const { name, reason, code, port, message } = error as Known;
  if (name === 'SealBroken' || reason === 'corrupt')
    return { message: `Edict does not start: this is not the log that was sealed. ${message}`, code: NOT_THE_LOG };
  if (code === 'EADDRINUSE')
    return {
      message: `Edict does not start: port ${port ?? ''} is in use. Set EDICT_PORT to another one.`,
      code: FAILED,
    };
  return { message: `Edict does not start: ${message}`, code: FAILED };
};
