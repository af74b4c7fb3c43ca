import type { Language } from '../../shared/questionnaire.ts';
import type { ServedScore } from '../../shared/wire/overview.ts';
import type { Words } from './managers-vi.ts';
import { writeCount, writeInterval, writePercent } from './write-number.ts';

/** A score as one plain sentence part: never a percentage without interval and n, never a number when withheld. */
export function sayScore(score: ServedScore, words: Words, language: Language): string {
  if ('withheld' in score) return score.withheld === 'no-answers' ? '—' : words.withheld;
  const { percent, low, high, n } = score;
  return `${writePercent(percent, language)} ${writeInterval(low, high, language)}, ${words.n(writeCount(n, language))}`;
}
