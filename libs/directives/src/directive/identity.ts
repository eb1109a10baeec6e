import { idFrom, type LocalDate } from '@edict/kernel';

import type { DirectiveDocument } from '../document/index.ts';
import { parseNumber } from '../number/document-number.ts';
import { termOn, type Policy } from '../time/policy.ts';
import type { Identity } from './directive.messages.ts';

/**
 * Issuers, type, number and term make a directive one: a number is given by the registry of the lead issuer, for each type, anew
 * each term (Guidance 36-HD/VPTW, II.1.3), so 155-KL/TW exists again next term. Where no term is known, the year stands for it.
 */
export const identityOf = ({ directive }: DirectiveDocument, policy: Policy, issuedOn: LocalDate): Identity | null => {
  if (directive.number === null) return null;
  const day = directive.adoptedOn ?? directive.signedOn ?? directive.issuedOn ?? issuedOn;
  const number = parseNumber(directive.number);
  const term = directive.term ?? number.year ?? termOn(policy, day) ?? day.slice(0, 4);
  return { registry: directive.issuers[0]!, type: directive.type, term, number: number.folded };
};

/** The number is the id, so that the stream itself refuses a second directive of that number. */
export const directiveIdOf = ({ registry, type, term, number }: Identity): string =>
  idFrom(registry, type, term, number);

/** A directive without a number gets an id at registration: from what only this registration has. */
export const unnumberedIdOf = (...registration: readonly string[]): string => idFrom('unnumbered', ...registration);

/** Not clause and unit: in 155-KL/TW such keys repeat. `member` is `whole` where nothing is fanned out. */
export const taskIdOf = (directiveId: string, ref: string, member: string): string => idFrom(directiveId, ref, member);
