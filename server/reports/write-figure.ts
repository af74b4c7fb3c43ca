import { localDay, localMinutes, writeDay } from '../../shared/period.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { ServedFigure, ServedScore } from '../../shared/wire/overview.ts';
import type { ReportWords } from './report-words-vi.ts';

/** Served numbers as a report writes them, digit for digit those of the pages: nothing is computed or rounded here. */

const NBSP = '\u00a0';
const grouped = (digits: string, language: Language) =>
  digits.replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');

/** `1.234` in Vietnamese, `1,234` in English. */
export const writeForms = (count: number, language: Language): string => grouped(String(count), language);

/** `92,0`: always one decimal. */
export function writeTenths(value: number, language: Language): string {
  const [whole, decimal] = value.toFixed(1).split('.');
  return `${grouped(whole!, language)}${language === 'vi' ? ',' : '.'}${decimal}`;
}

export const writeShare = (percent: number, language: Language): string =>
  `${writeTenths(percent, language)}${NBSP}%`;

/** `81,2–96,8`. */
export const writeBounds = ({ low, high }: ServedFigure, language: Language): string =>
  `${writeTenths(low, language)}–${writeTenths(high, language)}`;

/** `92,0 % (khoảng tin cậy 95 %: 81,2–96,8; 50 phiếu)`, or in words why there is no number. */
export function writeScore(score: ServedScore, words: ReportWords, language: Language): string {
  if ('withheld' in score) return words.withheld[score.withheld];
  const forms = writeForms(score.n, language);
  const beside = words.beside(
    writeBounds(score, language),
    score.grey ? words.fewForms(forms) : words.forms(forms),
  );
  return `${writeShare(score.percent, language)} (${beside})`;
}

/** `15/12/2025–14/03/2026`. */
export const writeFromTo = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  `${writeDay(from)}–${writeDay(to)}`;

/** `14:05 ngày 20/11/2026`, in the time of Viet Nam. */
export function writeMoment(ms: number, language: Language): string {
  const minutes = localMinutes(ms);
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return `${clock} ${language === 'vi' ? 'ngày' : 'on'} ${writeDay(localDay(ms))}`;
}
