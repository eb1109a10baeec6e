type Group = Readonly<{ of: string; keys: readonly (readonly [string, string])[] }>;

/** Every key that does something, by where it does: the same letter is another act elsewhere. Named as in the catalogue. */
export const KEYS: readonly Group[] = [
  {
    of: 'keys.everywhere',
    keys: [
      ['Ctrl K', 'frame.find'],
      ['?', 'frame.keys'],
      ['Esc', 'time.return'],
    ],
  },
  {
    of: 'frame.inbox',
    keys: [
      ['J K', 'keys.move'],
      ['Enter', 'keys.open'],
      ['/', 'inbox.filter'],
    ],
  },
  {
    of: 'directives.task',
    keys: [
      ['A', 'act.acknowledge'],
      ['P', 'act.report'],
      ['D', 'act.submit'],
      ['E', 'act.requestExtension'],
      ['T', 'act.delegate'],
      ['Q', 'act.askContribution'],
      ['C', 'act.contribute'],
      ['X', 'act.refuse'],
      ['A', 'act.accept'],
      ['X', 'act.return'],
      ['Y', 'act.grantExtension'],
      ['X', 'act.refuseExtension'],
      ['U', 'act.uphold'],
      ['R', 'act.demandReport'],
      ['N', 'act.assign'],
      ['N', 'act.reassign'],
      ['S', 'act.suspend'],
      ['S', 'act.resume'],
      ['Z', 'act.cancelTask'],
      ['I', 'act.overrideDeadline'],
      ['B', 'act.start'],
      ['W', 'act.correct'],
      ['L', 'act.lapse'],
      ['F', 'act.decide'],
      ['M', 'matters.bring'],
      ['O', 'forms.fill'],
    ],
  },
  {
    of: 'frame.directives',
    keys: [
      ['R', 'act.demandReport'],
      ['H', 'directives.rehearse'],
      ['F', 'inspection.record'],
    ],
  },
  {
    of: 'frame.matters',
    keys: [
      ['C', 'matters.enter'],
      ['A', 'matterAct.answer'],
      ['U', 'matterAct.recommend'],
      ['T', 'matterAct.direct'],
      ['Q', 'matterAct.consult'],
      ['R', 'matterAct.answerConsultation'],
      ['F', 'matterAct.mark'],
    ],
  },
  {
    of: 'frame.units',
    keys: [
      ['C', 'units.register'],
      ['C', 'succession.new'],
      ['R', 'unitAct.rename'],
      ['U', 'unitAct.putUnder'],
      ['A', 'unitAct.admit'],
      ['X', 'unitAct.dismiss'],
      ['A', 'unitAct.enterGroup'],
      ['X', 'unitAct.leaveGroup'],
    ],
  },
  {
    of: 'frame.rehearsal',
    keys: [
      ['Space', 'rehearsal.play'],
      ['N', 'rehearsal.step'],
      [',', 'audit.back'],
      ['.', 'audit.forth'],
      ['Home', 'keys.start'],
    ],
  },
  {
    of: 'frame.audit',
    keys: [
      ['V', 'seal.verify'],
      ['X', 'audit.save'],
      [',', 'audit.back'],
      ['.', 'audit.forth'],
    ],
  },
  {
    of: 'frame.accounts',
    keys: [
      ['C', 'accounts.new.accounts'],
      ['C', 'accounts.new.offices'],
    ],
  },
];
