import type { Language } from '../../shared/questionnaire.ts';
import type { Comparison } from '../../shared/wire/cuts.ts';
import type { DetailWords } from '../text/detail-vi.ts';
import { writeDecimal } from '../text/write-number.ts';

/** What may be said of the first against the second: never that something differs unless the test says so. */
export function sayComparison(
  { by, points, outcome, not }: Pick<Comparison, 'by' | 'points' | 'outcome' | 'not'>,
  own: DetailWords,
  language: Language,
): string {
  const said = own.compare;
  if (points === null || outcome === null) return said.not[not ?? 'withheld'];
  const size = writeDecimal(Math.abs(points), language);
  const isPeriod = by === 'period';
  if (outcome === 'higher') return isPeriod ? said.rose(size) : said.higher(size);
  if (outcome === 'lower') return isPeriod ? said.fell(size) : said.lower(size);
  if (points === 0) return isPeriod ? said.unchanged : said.same;
  if (points > 0) return isPeriod ? said.roseUnsure(size) : said.more(size);
  return isPeriod ? said.fellUnsure(size) : said.less(size);
}
