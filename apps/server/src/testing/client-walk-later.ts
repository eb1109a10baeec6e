import type { Client } from '@edict/client';

const LEAD = { unit: 'government-party-committee' };

/** What is said of a directive after its issue: a task that it takes over, and a clause that it was wrongly said to implement. */
export const enterAndWithdraw = async (client: Client, id: string, higher: string): Promise<void> => {
  await client.post('/directives/{id}/tasks', {
    path: { id },
    body: {
      ...{ ref: '1-9', clause: '1', statement: 'Hand the archives over.', kind: 'once' as const },
      ...{ accountable: [LEAD.unit], lead: [LEAD.unit] },
      due: { on: '2025-08-31', bound: 'by', firmness: 'firm' },
      source: { number: '386-BC/BTCTW', type: 'report', title: 'Results of two weeks' },
    },
    key: 'enter',
    ...LEAD,
  });
  await client.post('/directives/{id}/withdraw-implementation', {
    path: { id },
    body: { directiveId: higher, clause: '1', reason: 'It was another clause.' },
    key: 'withdraw',
    ...LEAD,
  });
};
