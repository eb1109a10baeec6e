import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { areNetworks, type Allowed } from './addresses.ts';

/** By which key what is sent is signed, and which addresses may be called though they are not public. */
export type WebhookSettings = Readonly<{ key: () => KeyObject; allowed: Allowed }>;

type Env = Readonly<Record<string, string | undefined>>;

/** Names the variable, and never shows its value. */
export class InvalidWebhookSetting extends Error {
  override readonly name = 'InvalidSetting';
}

/** Reads `EDICT_WEBHOOK_KEY_FILE` (a private Ed25519 key, PKCS#8 in PEM) and `EDICT_WEBHOOK_ALLOW` (addresses and networks, parted by commas). */
export const webhookSettings = (env: Env): WebhookSettings | undefined => {
  const { EDICT_WEBHOOK_KEY_FILE: file, EDICT_WEBHOOK_ALLOW: networks = '' } = env;
  if (file === undefined) return undefined;
  const allowed = networks.split(',').map((each) => each.trim());
  if (networks !== '' && !areNetworks(allowed))
    throw new InvalidWebhookSetting('EDICT_WEBHOOK_ALLOW must be addresses and networks, as in 10.1.2.3,10.2.0.0/16.');
  const key = keyIn(file);
  return Object.freeze({ key: () => key, allowed: networks === '' ? [] : allowed });
};

const keyIn = (file: string): KeyObject => {
  try {
    const key = createPrivateKey(readFileSync(file));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // said below, without what the file holds
  }
  throw new InvalidWebhookSetting('EDICT_WEBHOOK_KEY_FILE must name a file with a private Ed25519 key (PEM).');
};
