import { idFrom, type LocalDate } from '@edict/kernel';

import type { DirectiveDocument, Link } from '../document/index.ts';
import { parseNumber, plainType } from '../number/document-number.ts';
import { termOn, type Policy } from '../time/policy.ts';
import type { Identity } from './directive.messages.ts';

/**
 * Issuers, type, number and term make a directive one: a number is given by the registry of the lead issuer, for each type, anew
 * each term (Guidance 36-HD/VPTW, II.1.3), so 155-KL/TW exists again next term. Where no term is known, the year stands for it.
 */
export const identityOf = ({ directive }: DirectiveDocument, policy: Policy, issuedOn: LocalDate): Identity | null =>
  identified(directive, policy, dayIn(directive, issuedOn));

type Dated = Pick<DirectiveDocument['directive'], 'adoptedOn' | 'signedOn' | 'issuedOn'>;

const dayIn = (dated: Dated, registeredOn: LocalDate): LocalDate =>
  dated.adoptedOn ?? dated.signedOn ?? dated.issuedOn ?? registeredOn;

type Numbered = Pick<DirectiveDocument['directive'], 'number' | 'type' | 'term' | 'issuers'>;

const identified = ({ number, type, term, issuers }: Numbered, policy: Policy, day: LocalDate): Identity | null => {
  const [registry] = issuers;
  if (number === null || registry === undefined) return null;
  const { year, folded } = parseNumber(number);
  return { registry, type, term: term ?? year ?? termOn(policy, day) ?? day.slice(0, 4), number: folded };
};

/** The id of the document that a link names, whether or not it is known here; `null`: it bears no number, or its issuer is not named. */
export const linkedIdOf = ({ date, ...link }: Link, policy: Policy, issuedOn: LocalDate): string | null => {
  const identity = identified(link, policy, date ?? issuedOn);
  return identity && directiveIdOf(identity);
};

/** The number is the id, so that the stream itself refuses a second directive of that number. */
export const directiveIdOf = ({ registry, type, term, number }: Identity): string =>
  idFrom(registry, type, term, number);

/**
 * What makes a directive one where it has no number: its issuers in whatever order, its type, its title however it is typed, and its day.
 * Not what it says: the text of an issued directive is not amended by issuing it again. Not the name of its file: whoever types it anew chooses another.
 */
export const describedBy = ({ directive }: DirectiveDocument, issuedOn: LocalDate): readonly string[] => {
  const { issuers, type, title } = directive;
  const plain = plainType(title).replace(/\s+/gu, ' ').toLowerCase();
  return ['described', type, plain, dayIn(directive, issuedOn), ...[...new Set(issuers)].toSorted()];
};

/** A directive without a number gets an id at registration: from what only this registration has. */
export const unnumberedIdOf = (...registration: readonly string[]): string => idFrom('unnumbered', ...registration);

/** Not clause and unit: in 155-KL/TW such keys repeat. `member` is `whole` where nothing is fanned out. */
export const taskIdOf = (directiveId: string, ref: string, member: string): string => idFrom(directiveId, ref, member);
