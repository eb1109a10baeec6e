import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { replaceDurably } from '@edict/adapter-sqlite';
import { OPERATOR, type Scope } from '@edict/directives';
import { idFrom, type Message } from '@edict/kernel';
import { byPerson } from '@edict/runtime';

import type { Installation } from '../installation.ts';
import { Access, type AccessOptions } from './access.ts';
import { starter } from './door.ts';
import { hashOf, newSecret } from './secrets.ts';

type Places = Readonly<{ dir: string; tokenFile: string }>;

/** `made`: the token of the operator, and `invitation`: what makes the first administrator; each told when it is made. */
export type Opened = Readonly<{ access: Access; made: string | undefined; invitation: string | undefined }>;

const EVERYTHING: Scope = { reading: false, capacities: null, units: null };
const stream = `account-${OPERATOR}`;

/** Makes on the first start what everything else is given by: the operator, its token, and an invitation to the first administrator. */
export const openAccess = async (
  installation: Installation,
  options: AccessOptions,
  places: Places,
): Promise<Opened> => {
  const access = new Access(installation.engine, installation.accessStore, options);
  await asStarter(access, { type: 'OpenAccount', data: { kind: 'operator' } }, stream);
  const made = options.localToken ? await tokenOf(access, places) : undefined;
  return { access, made, invitation: await firstInvitation(access, installation) };
};

/** Sent again at each start, it is done once. */
const asStarter = (access: Access, command: Message, to: string) =>
  access.engine.execute({ stream: to, ...command }, byPerson(starter, `${to} ${command.type}`));

/** The hash is kept apart from the log, the token itself only in its own file, which may be taken away. That file comes first: a crash in between makes a new one. */
const tokenOf = async (access: Access, { dir, tokenFile }: Places): Promise<string | undefined> => {
  const now = access.now();
  const token = idFrom('token', OPERATOR);
  const known = (await access.tokens.of(OPERATOR, now)).some((each) => each.token === token);
  const issued = (await access.authority.account(OPERATOR))?.tokens[token];
  if (known || issued?.revoked) return undefined;
  const earlier = await earlierHash(join(dir, 'tokens.json'));
  const secret = earlier === undefined ? newSecret() : undefined;
  if (secret !== undefined) await replaceDurably(tokenFile, `${secret}\n`, `${tokenFile}.${randomUUID()}`);
  const data = { token, scope: EVERYTHING, until: null };
  const self = { ...starter, id: OPERATOR };
  await access.engine.execute({ stream, type: 'IssueToken', data }, byPerson(self, 'the token of the data folder'));
  await access.tokens.keep({ account: OPERATOR, token, name: tokenFile }, earlier ?? hashOf(secret!), null);
  await rm(join(dir, 'tokens.json'), { force: true });
  return secret;
};

/** Where the hash was kept until there were accounts. */
const earlierHash = async (file: string): Promise<string | undefined> => {
  if (!existsSync(file)) return undefined;
  const hash = /"sha256": *"([0-9a-f]{64})"/.exec(await readFile(file, 'utf8'))?.[1];
  if (hash === undefined) throw new Error(`${file} is damaged. Remove it, and the next start makes a new token.`);
  return hash;
};

/** Made anew at each start, until somebody has taken it up and is an administrator. */
const firstInvitation = async (access: Access, installation: Installation): Promise<string | undefined> => {
  const { head } = await installation.engine.health();
  await installation.engine.waitFor(head, CATCH_UP_MS);
  if (await access.hasAdministrator()) return undefined;
  return access.signIns.invite(randomUUID(), 'first', access.now());
};

const CATCH_UP_MS = 10_000;
