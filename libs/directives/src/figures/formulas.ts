/**
 * How each figure is reckoned. A figure names its formula and lists the tasks that it counts; one that is reckoned in another way gets another
 * version, so that a figure that was published can be told from one of today.
 */
export const FORMULAS = {
  'statistics@1':
    'Tasks done once with a deadline, parts with their whole: done in time, done late, open in time, open and overdue. Of those that fell due (done, or overdue) the share that is done.',
  'ageing@1':
    'What is open and overdue, by calendar days late; the first day that is too late and the day of the report both count.',
  'mean-days-late@1':
    'Working days late, by the calendar that the directive was issued under, over all that is overdue or was done late; one decimal, halves up.',
  'late@1':
    'What is overdue or was done late, by who is accountable and by who leads. What two answer for stands with both.',
  'stuck@6':
    'What is not over: stuck where a decision is needed first (a lead, the right addressee, a successor where a unit that was split or that nobody follows has it or would owe the next step, a unit where a class of them or a placeholder would owe it, an extension, resumption, an interval, a part that failed, an escalation that found nobody), by its issuers or, of a part that was passed on, by whoever has the whole; waiting where a named unit owes a step; for those who have been succeeded, their successors.',
  'months@1':
    'What fell due, by the month of its last day in time, and the share done against the month before, in points.',
  'coverage@1':
    'Clause by clause, how far it has come at each unit: not yet issued, issued, tasked, acknowledged, done, cancelled; not come down is what is not yet issued, or issued and nobody is charged with.',
  'piling-up@5':
    'What is not over and not late: tasks whose day is near, that nobody has acknowledged, or that need a decision, and matters without an answer whose day has not come; by kind, by the unit where it lies, and by clause, the greatest heap first.',
  'passing@2':
    'How often work went round instead of forward, and the working days it took: refused until decided, reassigned until whoever has it now answers, returned until it is submitted again, an opinion from the question to the answer; what is open, until the moment of the report. By the unit whose turn it was, or, while it is open, by whoever has followed that unit, and by task.',
  'form@1':
    'What units filled into a form for a day, as it stands: line by line under its key, and the sum of each line over all that was filled in. What was not filled in is missing, and not nought.',
  'form-owed@1':
    'What lies with a unit and is not over, and for which nobody has filled in the form for the day; of a task that comes round with the period that the day lies in.',
  'unit-form@2':
    'A line for each task that lies with the unit, in 25 columns; what is recorded nowhere stays empty. It starts with its directive, or on the day on which it was entered, assigned or passed on later.',
} as const;
export type Formula = keyof typeof FORMULAS;
