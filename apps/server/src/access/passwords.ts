import { hash, verify } from '@node-rs/argon2';

import { newSecret } from './secrets.ts';

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** ASVS 5.0, 6.2.1 and 6.2.9: at least 15 where it is the only thing asked for would be better; 12 with throttling is policy here. */
export const SHORTEST = 12;
export const LONGEST = 200;

/** As it is written down: the algorithm, its cost and a salt of its own are in it. */
export const passwordHash = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST);

/** Where there is no password, as much work is done as if there were: the time taken does not tell who has an account. */
export const isPassword = async (password: string, known: string | undefined): Promise<boolean> => {
  const isRight = await verify(known ?? (await decoy), password.normalize('NFKC'));
  return known !== undefined && isRight;
};

const decoy = passwordHash(newSecret());
