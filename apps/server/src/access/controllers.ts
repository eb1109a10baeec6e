import { EntranceController } from './entrance.controller.ts';
import { OidcController } from './oidc.controller.ts';
import { MyAccountController } from './my-account.controller.ts';
import { AccountsController } from './accounts.controller.ts';
import { AccountWaysController } from './account-ways.controller.ts';
import { OfficesController } from './offices.controller.ts';
import { SessionsController } from './sessions.controller.ts';
import { TokensController } from './tokens.controller.ts';

/** All that is said of accounts, offices, sessions and tokens. */
export const OF_ACCESS = [
  EntranceController,
  OidcController,
  MyAccountController,
  AccountsController,
  AccountWaysController,
  OfficesController,
  SessionsController,
  TokensController,
];
