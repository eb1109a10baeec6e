import type { Permission } from './relations.ts';

/** Of what goes out: who says where to, who sees what became of it, and who has it sent again. */
export const OUTSIDE = {
  OpenSubscription: {
    does: 'Have a unit told by mail or webhook, or make it a calendar',
    may: { secretariat: ['any'] },
    confirm: true,
  },
  EndSubscription: { does: 'End a subscription of a unit', may: { secretariat: ['any'] } },
  ReadSubscriptions: { does: 'See where units are told', may: { secretariat: ['any'], auditor: ['any'] } },
  ReadDeliveries: {
    does: 'See what was sent outside and what waits or was kept back, under one’s clearance',
    may: { secretariat: ['any'], auditor: ['any'] },
  },
  ReplayDelivery: { does: 'Have something sent again that was parked or kept back', may: { secretariat: ['any'] } },
  DropDelivery: { does: 'Give up something that was parked or kept back', may: { secretariat: ['any'] } },
  ReadCalendar: {
    does: 'Take the dates of a unit into a calendar, by the address made for it',
    may: { nobody: ['any'] },
  },
} as const satisfies Readonly<Record<string, Permission>>;
