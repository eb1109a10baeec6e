import { useOffice } from '../../api/tasks.ts';
import { useMoment } from '../../parts/moment.ts';

/** Units and what becomes of them are registered by a secretariat, and only now. */
export const useMayRegister = (): boolean => {
  const office = useOffice();
  const moment = useMoment();
  return office?.capacity === 'secretariat' && moment === null;
};
