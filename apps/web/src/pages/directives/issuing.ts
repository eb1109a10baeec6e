import type { Directive } from '../../api/directives.ts';
import { useOffice } from '../../api/tasks.ts';
import { useMoment } from '../../parts/moment.ts';

/** Whether one is offered what only an issuer does, or a secretariat for it; whether it may is for the server to say. */
export const useIssues = ({ issuers }: Pick<Directive, 'issuers'>): boolean => {
  const office = useOffice();
  const moment = useMoment();
  if (moment !== null || office === null) return false;
  const { unit, capacity } = office;
  return capacity === 'secretariat' || (capacity === 'officer' && issuers.includes(unit));
};
