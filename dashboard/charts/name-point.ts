import type { TrendBreak, TrendPoint } from '../../shared/wire/overview.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { Words } from '../text/managers-vi.ts';
import { namePeriod } from '../text/name-period.ts';

/** The month of a point, with its version of the questionnaire where the trend holds more than one. */
export function namePoint(
  { period, version }: TrendPoint,
  breaks: readonly TrendBreak[],
  words: Words,
  language: Language,
): string {
  const month = namePeriod(period, language);
  return breaks.length === 0 ? month : `${month} (${words.versions.name(version)})`;
}
