import { bareText } from '../../shared/bare-text.ts';
import type { SurveyReport } from '../../shared/wire/survey-report.ts';

/** Of the unit's name as many letters as every disk and mail program takes. */
const NAME_MOST = 60;

/** `bao-cao-hai-long_ubnd-xa-son-khe_report-q1-2026_express`: letters that every system keeps as they are. */
export function reportFileName({
  unit,
  period,
  form,
}: Pick<SurveyReport, 'unit' | 'period' | 'form'>): string {
  const name = bareText(unit.name.vi)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, NAME_MOST)
    .replaceAll(/^-|-$/g, '');
  return ['bao-cao-hai-long', name, period.id, form].filter((part) => part !== '').join('_');
}
