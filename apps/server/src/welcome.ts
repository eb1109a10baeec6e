type Welcome = Readonly<{
  url: string;
  /** The token, on the one start that makes it. */
  made: string | undefined;
  /** What makes the first administrator, until there is one. */
  invitation: string | undefined;
  /** Where the token is kept: `isThere` unless somebody has taken it away, or the folder was restored. `undefined`: it is no way in. */
  token: Readonly<{ file: string; isThere: boolean }> | undefined;
}>;

/** Where everything is, and how to sign in. */
export const welcome = ({ url, made, invitation, token }: Welcome): string =>
  [
    `Edict runs at ${url}`,
    `  API documentation  ${url}/api/docs (a browser asks: any name, and a token as password)`,
    ...signIn(made, token),
    ...(invitation === undefined
      ? []
      : [
          `  First account      ${url}/first-administrator#${invitation}`,
          `                     Once, within a day: it makes an administrator.`,
        ]),
    `  Stop               Ctrl-C`,
  ].join('\n');

const signIn = (made: string | undefined, token: Welcome['token']): readonly string[] => {
  if (token === undefined)
    return ['  Sign in            with an account, or a token of one (EDICT_LOCAL_TOKEN is off)'];
  if (made !== undefined)
    return [`  Sign in            Authorization: Bearer ${made}`, `                     It is kept in ${token.file}.`];
  if (token.isThere) return [`  Sign in            with the token in ${token.file}`];
  return [
    '  Sign in            with an account, or a token of one',
    `                     The token of the installation is not in ${token.file}: put it back from where it is kept.`,
  ];
};
