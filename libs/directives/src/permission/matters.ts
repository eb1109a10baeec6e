import type { Permission } from './relations.ts';

const DESK = { officer: ['desk'], secretariat: ['desk'], standingUnit: ['desk'] } as const;

/** Of matters: who brings them, who has them in hand, and who is consulted. */
export const MATTERS = {
  ReceiveMatter: {
    does: 'Bring a matter to a desk, or enter what reached it',
    may: { officer: ['submitter', 'desk'], secretariat: ['submitter', 'desk'], standingUnit: ['desk'] },
  },
  DirectMatter: { does: 'Pass a matter on, or guide it', may: DESK },
  AnswerMatter: { does: 'Answer a matter', may: DESK },
  RecommendMatter: { does: 'Recommend a matter to the competent authority', may: DESK },

  MarkMatter: { does: 'Say what a matter repeats, that several brought it, or what else it endangers', may: DESK },
  ConsultUnit: { does: 'Consult another unit on a matter, with a day of its own', may: DESK },
  AnswerConsultation: {
    does: 'Answer what one was consulted on',
    may: { officer: ['coordinator'], secretariat: ['coordinator'] },
  },
} as const satisfies Readonly<Record<string, Permission>>;
