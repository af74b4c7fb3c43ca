import type { Language } from '../../shared/questionnaire.ts';
import { periodName } from '../../shared/period-name.ts';
import { writeDates } from './write-date.ts';

interface Dated {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** As the pages and the report call it. */
export const namePeriod = periodName;

/** Name and dates: `Quý IV năm 2026 (15/09–14/12/2026)`. The dates of a period are always printed. */
export function nameDatedPeriod(period: Dated, language: Language): string {
  return `${namePeriod(period.id, language)} (${writeDates(period.from, period.to)})`;
}
