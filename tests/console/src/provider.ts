import { createServer, type AddressInfo } from 'node:net';

type IdentityProvider = Readonly<{
  issuer: string;
  begin: (edict: string) => Promise<void>;
  close: () => Promise<void>;
}>;

/** The server is no library: what its own tests sign in with is loaded by its path. */
const SOURCE = new URL('../../../apps/server/src/testing/identity-provider.ts', import.meta.url).href;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** A real provider, and the environment of a server to which it sends people back: the port is known before the server has it. */
export const openProvider = async (): Promise<Readonly<{ provider: IdentityProvider; env: NodeJS.ProcessEnv }>> => {
  const { openIdentityProvider, CLIENT } = (await import(SOURCE)) as {
    openIdentityProvider: () => Promise<IdentityProvider>;
    CLIENT: Readonly<{ id: string; secret: string }>;
  };
  const provider = await openIdentityProvider();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  await provider.begin(origin);
  const env = {
    EDICT_PORT: String(port),
    EDICT_OIDC_REDIRECT_URI: `${origin}/sessions/oidc/callback`,
    EDICT_OIDC_ISSUER: provider.issuer,
    EDICT_OIDC_CLIENT_ID: CLIENT.id,
    EDICT_OIDC_CLIENT_SECRET: CLIENT.secret,
  };
  return { provider, env };
};
