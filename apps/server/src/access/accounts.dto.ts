import { CAPACITIES, LEVELS, type Capacity, type Level } from '@edict/directives';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, Matches } from 'class-validator';

import { MayBeLeftOut, Moment, Name, OneOf, Words } from '../http/fields.ts';
import { LONGEST, SHORTEST } from './passwords.ts';

const matching = (pattern: RegExp, message: string, api: object): PropertyDecorator =>
  applyDecorators(Matches(pattern, { message }), ApiProperty({ type: 'string', pattern: pattern.source, ...api }));

const Login = (): PropertyDecorator =>
  matching(/^[a-z0-9](?:[a-z0-9._@+-]{0,98}[a-z0-9])?$/, 'login must be of a-z, 0-9 and . _ @ + -', {
    description: 'By which somebody signs in. In lower case.',
    example: 'ann.nguyen',
  });

const NewPassword = (): PropertyDecorator =>
  matching(new RegExp(`^[^\\p{Cc}]{${SHORTEST},${LONGEST}}$`, 'u'), `must have ${SHORTEST} to ${LONGEST} characters`, {
    description: `A new password: ${SHORTEST} to ${LONGEST} characters, whichever. No sequence, nothing said again and again, and without login, name, “edict” or the word for password.`,
    example: 'three words and a half',
  });

/** What is shown, whatever it is: a rule here would tell what cannot be right. */
const Shown = (description: string, example: string): PropertyDecorator =>
  matching(/^[^\p{Cc}]{1,200}$/u, 'must have 1 to 200 characters', { description, example });

const Several = (of: readonly string[] | RegExp, description: string, example: readonly string[]): PropertyDecorator =>
  applyDecorators(
    IsArray(),
    ArrayMaxSize(100),
    of instanceof RegExp ? Matches(of, { each: true }) : IsIn(of, { each: true }),
    ApiProperty({ type: 'array', items: { type: 'string' }, description, example: [...example] }),
  );

const AN_ID = /^(?:local|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const EXAMPLE_ID = '377382a2-872e-52f5-a595-b42487faf286';

export class AccountParam {
  @matching(AN_ID, 'id must be that of an account', { description: 'The account.', example: EXAMPLE_ID })
  readonly id!: string;
}

export class NumberedParam extends AccountParam {
  @matching(/^[1-9]\d{0,5}$/, 'number must be a number from 1', {
    description: 'Which one: they count from 1.',
    example: '1',
  })
  readonly number!: string;
}

export class TokenParam {
  @matching(AN_ID, 'token must be the id of a token', { description: 'The token.', example: EXAMPLE_ID })
  readonly token!: string;
}

export class HandleParam {
  @matching(AN_ID, 'handle must be that of a session', {
    description: 'As the list of sessions says.',
    example: EXAMPLE_ID,
  })
  readonly handle!: string;
}

export class OpenAccountDto {
  @OneOf(['person', 'machine'], 'For whom.') readonly kind!: 'person' | 'machine';
  @Words('What it is called. In no event: it can be erased.', 'Ann Nguyen') readonly name!: string;
  @MayBeLeftOut() @Login() readonly login?: string;
}

export class ReasonDto {
  @Words('Why.', 'Left the ministry on 1 July.') readonly reason!: string;
}

export class GiveGrantDto {
  @OneOf(CAPACITIES, 'As what.') readonly capacity!: Capacity;
  @Name('For which unit; `installation` for an administrator.', 'government-party-committee') readonly unit!: string;
  @MayBeLeftOut() @Moment('From when on; now, if left out.') readonly from?: string;
  @MayBeLeftOut() @Moment('Up to, not including, when; until it is withdrawn, if left out.') readonly until?: string;
  @Words('By what.', 'Decision No. 12-QĐ/VP of 2 June 2025') readonly basis!: string;
}

export class SetClearanceDto {
  @OneOf(LEVELS, 'Up to which level they read.') readonly level!: Level;
  @Several(NAME, 'And which compartments.', ['energy']) readonly compartments!: string[];
  @Words('By what.', 'Decision No. 3 of 2 June 2025') readonly basis!: string;
}

export class OidcQuery {
  @MayBeLeftOut() @OneOf(['yes'], 'To show once more who you are, before what weighs heavy.') readonly again?: 'yes';
}

export class LogoutDto {
  @matching(/^[\w-]+\.[\w-]+\.[\w-]+$/, 'logout_token must be a signed token', {
    description: 'As the provider signed it.',
    example: 'eyJhbGciOiJSUzI1NiJ9.eyJldmVudHMiOnt9fQ.c2lnbmF0dXJl',
  })
  readonly logout_token!: string;
}

export class LinkSubjectDto {
  @Shown('Who they are to the identity provider: its `sub`.', '248289761001') readonly subject!: string;
}

export class FirstAdministratorDto {
  @Shown('From the link that the server printed.', 'jX3…') readonly invitation!: string;
  @Login() readonly login!: string;
  @Words('What you are called.', 'Ann Nguyen') readonly name!: string;
  @NewPassword() readonly password!: string;
}

export class TakeUpDto {
  @Shown('As it was handed over.', 'jX3…') readonly invitation!: string;
  @NewPassword() readonly password!: string;
}

export class SignInDto {
  @Shown('Your login.', 'ann.nguyen') readonly login!: string;
  @Shown('Your password.', 'three words and a half') readonly password!: string;
  @MayBeLeftOut()
  @Shown('The six digits of your authenticator, if you have set one up.', '123456')
  readonly code?: string;
}

export class ConfirmDto {
  @Shown('Your password.', 'three words and a half') readonly password!: string;
  @MayBeLeftOut()
  @Shown('The six digits of your authenticator, if you have set one up.', '123456')
  readonly code?: string;
}

export class ChangePasswordDto {
  @Shown('The one until now.', 'three words and a half') readonly current!: string;
  @NewPassword() readonly password!: string;
}

export class CodeDto {
  @Shown('The six digits of your authenticator.', '123456') readonly code!: string;
}

export class PasswordDto {
  @Shown('Your password.', 'three words and a half') readonly password!: string;
}

export class IssueTokenDto {
  @Words('What it is for.', 'Nightly import') readonly name!: string;
  @Moment('Up to, not including, when: within 366 days.') readonly until!: string;
  @MayBeLeftOut()
  @matching(AN_ID, 'account must be the id of an account', {
    description: 'A machine; your own account, if left out.',
    example: EXAMPLE_ID,
  })
  readonly account?: string;
  @MayBeLeftOut()
  @IsBoolean()
  @ApiProperty({ type: 'boolean', description: 'Only to read.', example: true })
  readonly reading?: boolean;
  @MayBeLeftOut() @Several(CAPACITIES, 'In these capacities only.', ['officer']) readonly capacities?: Capacity[];
  @MayBeLeftOut() @Several(NAME, 'For these units only.', ['government-party-committee']) readonly units?: string[];
}

export class RevokeTokenDto {
  @MayBeLeftOut()
  @matching(AN_ID, 'account must be the id of an account', {
    description: 'Whose; your own, if left out.',
    example: EXAMPLE_ID,
  })
  readonly account?: string;
}

export class EstablishOfficeDto {
  @Name('In which unit.', 'government-party-committee') readonly unit!: string;
  @OneOf(CAPACITIES.filter((each) => each !== 'administrator'), 'As what its holder acts.')
  readonly capacity!: Exclude<Capacity, 'administrator'>;
  @Words('What it is called.', 'Chief of office') readonly title!: string;
}

export class AppointDto {
  @matching(AN_ID, 'account must be the id of an account', { description: 'Whom.', example: EXAMPLE_ID })
  readonly account!: string;
  @OneOf(['holder', 'substitute'], 'As what.') readonly as!: 'holder' | 'substitute';
  @MayBeLeftOut() @Moment('From when on; now, if left out.') readonly from?: string;
  @MayBeLeftOut() @Moment('Up to, not including, when; a substitute always has an end.') readonly until?: string;
  @Words('By what.', 'Decision No. 4 of 2 June 2025') readonly basis!: string;
}

export class AuthorityQuery {
  @OneOf(CAPACITIES, 'As what somebody acted.') readonly capacity!: Capacity;
  @Name('For which unit.', 'government-party-committee') readonly unit!: string;
  @MayBeLeftOut() @Moment('When it was recorded; now, if left out.') readonly at?: string;
}
