import { localDay, localMinutes, writeDay } from '../../shared/period.ts';
import type { Language } from '../../shared/questionnaire.ts';

export const writeDate = writeDay;

/** `15/12/2025–14/03/2026`; within one year the first year is left out: `15/09–14/12/2026`. */
export function writeDates(from: string, to: string): string {
  const first = writeDate(from);
  return `${from.slice(0, 4) === to.slice(0, 4) ? first.slice(0, 5) : first}–${writeDate(to)}`;
}

/** `14:05 ngày 20/11/2026`, always in the time of Viet Nam, wherever the reader is. */
export function writeInstant(ms: number, language: Language): string {
  const minutes = localMinutes(ms);
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return `${clock} ${language === 'vi' ? 'ngày' : 'on'} ${writeDate(localDay(ms))}`;
}
