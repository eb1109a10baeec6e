import type { Message, Sent } from '@edict/kernel';

/** What a client may write of a command: facts are looked up, and prose comes as text. A DTO that implements it cannot drift unseen. */
export type Written<C extends Message, Type extends C['type']> = AsText<Extract<Sent<C>, { type: Type }>['data']>;

type AsText<Data> = { readonly [K in keyof Data]: Exclude<Data[K], { sealed: string }> };

/** A DTO is an instance of a class and keeps `undefined` keys. Commands are plain; this is where one becomes the other. */
export const plain = <T extends object>(dto: T): T => JSON.parse(JSON.stringify(dto)) as T;

/** What is said, and when it occurred: that goes with the caller and not with the command. */
export const parts = <T extends Readonly<{ occurredAt?: string }>>(dto: T) => {
  const { occurredAt, ...data } = plain(dto);
  return { data, occurredAt };
};
