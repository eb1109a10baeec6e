import type { Shape } from '@edict/client';

type Code = Shape<'Finding'>['code'];
type Sentences = Readonly<Record<string, RegExp>>;

/** What a finding quotes and adds nothing to: it stays in its own language. */
const QUOTED: Sentences = {};

const SUCCESSION: Readonly<
  Pick<
    Record<Code, Sentences>,
    'nobody-succeeds' | 'succession-doubled' | 'succession-not-decided' | 'succession-open' | 'succession-pairwise'
  >
> = {
  'nobody-succeeds': {
    '': /^(?<id>.+?): nobody succeeds (?<units>.+); what is open then is decided thing by thing\.$/,
  },
  'succession-doubled': {
    open: /^(?<id>.+?): (?<unit>\S+) is succeeded in (?<other>.+) as well; which it will be is open\.$/,
    refused: /^(?<id>.+?): (?<unit>\S+) is succeeded in (?<other>.+) as well; one of them will be refused\.$/,
  },
  'succession-not-decided': {
    pilot: /^(?<id>.+): it is not decided, but a pilot\.$/,
    planned: /^(?<id>.+): it is not decided, but planned\.$/,
  },
  'succession-open': {
    for: /^(?<id>.+?): (?<open>.+) is not said for (?<units>.+)\.$/,
    '': /^(?<id>.+?): (?<open>.+) is not said\.$/,
  },
  'succession-pairwise': { '': /^(?<id>.+): pair by pair, and which with which is not listed\.$/ },
};

const DATES: Readonly<
  Pick<
    Record<Code, Sentences>,
    | 'date-before-issue'
    | 'date-inferred'
    | 'date-inherited'
    | 'date-set-elsewhere'
    | 'date-unknown'
    | 'date-vague'
    | 'milestone-after-deadline'
    | 'no-end'
    | 'no-interval'
    | 'or-as-ordered'
    | 'urgent-without-date'
    | 'window-in-words'
    | 'window-start-unknown'
  >
> = {
  'date-before-issue': { '': /^Its date lies before the day of issue, (?<day>.+)\.$/ },
  'date-inferred': { '': /^Not in the text, but inferred: (?<part>.+)\.$/s },
  'date-inherited': { '': /^It has no date of its own: that of clause (?<ref>.+) holds\.$/ },
  'date-set-elsewhere': {
    '': /^It has a deadline, but the date is set elsewhere\.$/,
    by: /^It has a deadline, but the date is set by (?<document>.+)\.$/s,
  },
  'date-unknown': {
    adopted: /^The day on which the directive was adopted is not known\.$/,
    signed: /^The day on which the directive was signed is not known\.$/,
    issued: /^The day on which the directive was issued is not known\.$/,
  },
  'date-vague': {
    noWords: /^It names no date: the words are vague\.$/,
    noDay: /^It names no date: (?<words>.+)\.$/s,
    read: /^The words are vague, and are read as (?<day>\S*): (?<words>.+)\.$/s,
  },
  'milestone-after-deadline': { '': /^The milestone “(?<name>.+)” lies after the deadline of its task\.$/s },
  'no-end': {
    task: /^It is in force to a date, but none is named\.$/,
    mandate: /^When the mandate of the standing units ends is not said\.$/,
  },
  'no-interval': {
    '': /^It comes round, but how often is not said\.$/,
    words: /^It comes round “(?<words>.+)”, which names no interval that can be counted\.$/s,
  },
  'or-as-ordered': { '': /^The date stands unless (?<unit>.+) orders another one\.$/ },
  'urgent-without-date': { '': /^It is urgent, but has no date\.$/ },
  'window-in-words': {
    inForce: /^It is in force: (?<words>.+)\.$/s,
    ahead: /^It looks ahead: (?<words>.+)\.$/s,
  },
  'window-start-unknown': {
    task: /^From when it is in force is not known\.$/,
    mandate: /^When the mandate of the standing units begins is not said\.$/,
  },
};

const figures = (words: string): RegExp => new RegExp(`^(?<target>.+): ${words} (?<figure>-?\\d.*)\\.$`, 's');

/** The sentences in which findings have been recorded, by the code and which of its sentences it is, and what they name. */
export const SENTENCES: Readonly<Record<Code, Sentences>> = {
  ...SUCCESSION,
  ...DATES,
  'by-reference': {
    clause: /^Clause (?<ref>\S+) takes over what (?<document>.+) says: its tasks are to be entered\.$/s,
    task: /^It is taken over from (?<document>.+)\.$/s,
  },
  'common-or-each': { '': /^Whether (?<unit>.+) have this task together or each for itself is not said\.$/ },
  'effects-not-stated': {
    '': /^It (?<how>\w+) (?<document>.+): what becomes of each open task of it is to be stated\.$/s,
  },
  'effects-refused': {
    '': /^It (?<how>\w+) (?<document>.+)\. What it states of its open tasks was refused \((?<problem>.+)\): an issuer says it\.$/s,
  },
  'figure-not-exact': {
    about: figures('about'),
    'at-least': figures('at least'),
    'at-most': figures('at most'),
    'less-than': figures('less than'),
    'more-than': figures('more than'),
  },
  'group-members-incomplete': {
    '': /^Of (?<unit>.+) (?<known>\d+) members are known, and there are more\.$/,
    of: /^Of (?<unit>.+) (?<known>\d+) members are known, and there are (?<size>\d+)\.$/,
  },
  'group-without-members': {
    '': /^No members of (?<unit>.+) are known\.$/,
    size: /^No members of (?<unit>.+) are known; there are (?<size>\d+)\.$/,
  },
  inspection: QUOTED,
  'no-accountable': { '': /^Nobody is addressed\.$/ },
  'no-lead': { '': /^Nobody is named to lead this task\.$/ },
  'no-number': { '': /^The directive has no number\.$/ },
  'not-assigned': {
    announced: /^The text does not assign it: it is announced\. It lies with nobody until an issuer does\.$/,
    proposed: /^The text does not assign it: it is proposed\. It lies with nobody until an issuer does\.$/,
  },
  'number-not-parsed': { '': /^(?<number>.+) is a number of no known form: it is compared as a whole\.$/ },
  'one-of-several': { '': /^(?<unit>.+?\)) is one of (?<units>.+): which one is not said\.$/ },
  'open-coordinators': { '': /^The list of coordinators ends openly\.$/ },
  'open-issue': QUOTED,
  'placeholder-not-filled': { '': /^(?<unit>.+) is a placeholder: no unit is named, or none exists yet\.$/ },
  'recommended-upward': {
    '': /^It is a recommendation to a higher body, which is not named\.$/,
    to: /^It is a recommendation to a higher body: (?<units>.+)\.$/,
  },
  'several-leads': {
    each: /^(?<count>\d+) leads are named, each for its own: (?<units>.+)\.$/,
    noChair: /^(?<count>\d+) leads are named and none is the chair: (?<units>.+)\.$/,
  },
  'starts-on-event': {
    when: /^It starts when: (?<start>.+)\.$/s,
    if: /^It starts only if: (?<start>.+)\.$/s,
  },
};
