import { useDirectives } from '../../api/directives.ts';
import { useOffice, type Task } from '../../api/tasks.ts';
import { useMoment } from '../../parts/moment.ts';

type Roles = Readonly<Record<'issuer' | 'coordinator' | 'performer', boolean>>;

const NONE: Roles = { issuer: false, coordinator: false, performer: false };

/** What one is to a task, for the unit and in the capacity in which one acts; to the past one is nothing. Whether it is so is for the server to say. */
export const useRoles = (task: Task): Roles => {
  const office = useOffice();
  const moment = useMoment();
  const { items } = useDirectives();
  if (moment !== null || office === null) return NONE;
  const issuers = items.find(({ directiveId }) => directiveId === task.directiveId)?.issuers ?? [];
  return {
    issuer: issuers.includes(office.unit) || office.capacity === 'secretariat',
    coordinator: task.coordinating.includes(office.unit),
    performer: [task.unit, ...task.lead, ...task.accountable].includes(office.unit),
  };
};
