type Welcome = Readonly<{
  url: string;
  /** The token, on the one start that makes it. */
  made: string | undefined;
  /** What makes the first administrator, until there is one. */
  invitation: string | undefined;
  tokenFile: string;
}>;

/** Where everything is, and how to sign in. */
export const welcome = ({ url, made, invitation, tokenFile }: Welcome): string =>
  [
    `Edict runs at ${url}`,
    `  API documentation  ${url}/api/docs (a browser asks: any name, and the token as password)`,
    ...(made === undefined
      ? [`  Sign in            with the token in ${tokenFile}`]
      : [`  Sign in            Authorization: Bearer ${made}`, `                     It is kept in ${tokenFile}.`]),
    ...(invitation === undefined
      ? []
      : [
          `  First account      ${url}/first-administrator#${invitation}`,
          `                     Once, within a day: it makes an administrator.`,
        ]),
    `  Stop               Ctrl-C`,
  ].join('\n');
