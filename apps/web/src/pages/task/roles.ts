import { useMemo } from 'react';

import type { Office } from '../../api/api.ts';
import { useDirectives } from '../../api/directives.ts';
import { useOffice, useWholeOf, type Task } from '../../api/tasks.ts';
import { useMoment } from '../../parts/moment.ts';

/** `registrar`: the issuer, or any secretariat. */
export type Roles = Readonly<Record<'issuer' | 'registrar' | 'coordinator' | 'performer', boolean>>;

const NONE: Roles = { issuer: false, registrar: false, coordinator: false, performer: false };
const ACTING: readonly string[] = ['officer', 'secretariat'];

/**
 * What one is to a task, for the unit and in the capacity in which one acts; to the past one is nothing. Whether it is so is for the server to
 * say. Until the issuers are known nobody is a registrar either: what an issuer is offered comes all at once.
 */
export const useRoles = (task: Task): Roles => {
  const office = useOffice();
  const moment = useMoment();
  const issuers = useIssuersOf(task);
  return moment === null ? rolesOf(task, office, issuers) : NONE;
};

/** The same of many. Who decides about a part is known where its whole is among them. */
export const useRolesAmong = (tasks: readonly Task[]): ((task: Task) => Roles) => {
  const office = useOffice();
  const moment = useMoment();
  const { items } = useDirectives();
  return useMemo(() => {
    const wholes = new Map(tasks.map((task) => [task.id, task]));
    const issuers = new Map(items.map((each) => [each.directiveId, each.issuers]));
    const issuersOf = ({ parent, directiveId }: Task) =>
      parent === null ? issuers.get(directiveId) : [wholes.get(parent)?.unit ?? null];
    return (task) => (moment === null ? rolesOf(task, office, issuersOf(task)) : NONE);
  }, [tasks, items, office, moment]);
};

type Issuers = readonly (string | null)[] | undefined;

export const rolesOf = (task: Task, office: Office | null, issuers: Issuers): Roles => {
  if (office === null || !ACTING.includes(office.capacity)) return NONE;
  const { unit, capacity } = office;
  const issuer = issuers?.includes(unit) ?? false;
  return {
    issuer,
    registrar: issuer || (issuers !== undefined && capacity === 'secretariat'),
    coordinator: [...task.coordinating, ...askedOf(task)].includes(unit),
    performer: [task.unit, ...task.lead, ...task.accountable].includes(unit),
  };
};

/** Whoever passed a part on decides about it as an issuer does about the whole. */
const useIssuersOf = (task: Task): Issuers => {
  const { items } = useDirectives();
  const { data: whole } = useWholeOf(task);
  if (task.parent !== null) return whole && [whole.unit];
  return items.find(({ directiveId }) => directiveId === task.directiveId)?.issuers;
};

/** Units that were asked for something to it, and have not given it. */
const askedOf = ({ contributions }: Task): readonly string[] =>
  contributions.filter(({ state }) => state !== 'given').map(({ unit }) => unit);
