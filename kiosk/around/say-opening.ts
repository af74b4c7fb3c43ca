import { put, type Wide } from '../../shared/text/words.ts';
import type { closedWords } from '../text/closed-words.ts';
import type { NextOpening } from './next-opening.ts';

type ClosedWords = Wide<(typeof closedWords)['vi']>;

/** "Làm việc trở lại lúc 7 giờ 30 thứ Hai" */
export function sayOpening(words: ClosedWords, { inDays, weekday, time }: NextOpening): string {
  const [hour, minute] = [Number(time.slice(0, 2)), time.slice(3)];
  const near = [words.today, words.tomorrow][inDays];
  return put(words.opens, {
    time: put(minute === '00' ? words.hour : words.minute, { hour, minute }),
    day: near ?? words.weekdays[weekday - 1]!,
  });
}
