import type { Window } from '@edict/directives/document';

import { quoted, type Flaw, type Path } from '../problem.ts';
import { isDay } from '../schema.ts';
import { flaw, reversed } from './common.ts';

const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|' +
  'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|' +
  'січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня';
const NUMBER = '\\d{1,2}(?:st|nd|rd|th)?';
const DAYS = [
  `${NUMBER}(?: of)? (?:${MONTHS})`,
  `(?:${MONTHS}) ${NUMBER}`,
  '(?:ngày )?(?:mùng )?\\d{1,2} tháng \\d{1,2}',
  '(?:ngày )?\\d{1,2}[-./]\\d{1,2}[-./]\\d{2,4}',
  '(?:ngày )?\\d{4}-\\d{1,2}-\\d{1,2}',
].join('|');
const BEFORE = '(?:(?:from|until|till|to|before|by|the end of|the|đến hết|đến|hết|trước|cuối|до|по) )*';
const AFTER = ',?(?: (?:năm )?\\d{4})?(?: (?:г\\.|года|р\\.|року))?';
const A_DAY = new RegExp(`^${BEFORE}(?:${DAYS})${AFTER}\\.?$`, 'u');

/** Words that are a day of the calendar, or would be one: they are to be written as such. */
export const namesDay = (words: string): boolean =>
  A_DAY.test(words.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/g, ' '));

/** Of what is read in one way: words that name no day have become the phrase. */
export const windowFlaws = (window: Window, path: Path): readonly Flaw[] => {
  const { phrase, until } = window;
  if (until === null || isDay(until)) return reversed(window, path);
  if (phrase !== undefined && !isLikeDay(until))
    return [flaw([...path, 'until'], 'window/two-phrases', 'Its end stands in words here and in phrase; keep one.')];
  const message = `${quoted(until)} is no day of the calendar, written YYYY-MM-DD; words stand here only where they name no day.`;
  return [flaw([...path, 'until'], 'date/not-a-day', message)];
};

const isLikeDay = (words: string): boolean => /^\d{4}-\d\d-\d\d$/.test(words) || namesDay(words);

/** Words at the end of a window are its phrase, and its end is open. */
export const wordsOfEnd = ({ phrase, until }: Window): string | undefined =>
  until === null || isLikeDay(until) || (phrase !== undefined && phrase !== until) ? undefined : until;
