import { get, type IncomingMessage } from 'node:http';

/** Opens streams of events, and says when all are open and when all have heard of a change. Run with an IPC channel. */
const [url, streams] = [process.argv[2]!, Number(process.argv[3])];

/** So many are being opened at a time. */
const AT_A_TIME = 20;

let [asked, open, heard] = [0, 0, 0];

const listen = (answer: IncomingMessage): void => {
  let text = '';
  answer.setEncoding('utf8').on('data', (chunk: string) => {
    const before = text;
    text += chunk;
    const isNow = (sign: string) => !before.includes(sign) && text.includes(sign);
    if (isNow('event: open')) opened();
    if (isNow('event: change') && ++heard === streams) process.send!('heard');
  });
};

const opened = (): void => {
  if (++open === streams) process.send!('open');
  else connect();
};

const connect = (): void => {
  if (asked === streams) return;
  asked++;
  get(`${url}/events`, { agent: false, headers: { authorization: 'Bearer bench' } }, listen).on('error', (error) => {
    throw new Error(`After ${open} streams, and ${heard} that heard`, { cause: error });
  });
};

for (let n = 0; n < AT_A_TIME; n++) connect();
