import type { Language } from '../../shared/questionnaire.ts';
import type { ReportFigure, ReportRow, SurveyReport } from '../../shared/wire/survey-report.ts';
import { bookWords } from './book-words.ts';

type Named = readonly (readonly [name: string, figure: ReportFigure])[];

/** Every figure of the report with its name, in the order in which annex and spreadsheet hold them. */
export function namedFigures(
  report: SurveyReport,
  language: Language,
): {
  readonly whole: Named;
  readonly units: Named;
  readonly fields: Named | null;
} {
  const names = bookWords[language];
  const pairs = (list: readonly ReportRow[]) =>
    list.flatMap((row) => {
      const said = nameOfRow(row, language);
      return [[names.ofPolicy(said), row.policy] as const, [names.ofService(said), row.service] as const];
    });
  return {
    whole: [
      [names.all, report.all],
      [names.policy, report.policy],
      [names.service, report.service],
      ...report.factors.map((factor) => [nameOfFactor(factor, language), factor] as const),
      [names.overall, report.overallQuestion],
    ],
    units: pairs(report.units),
    fields: report.fields && pairs(report.fields),
  };
}

/** What a row of a breakdown is called; that of forms which say nothing has a name too. */
export const nameOfRow = ({ name }: Pick<ReportRow, 'name'>, language: Language): string =>
  name?.[language] ?? bookWords[language].noField;

export const nameOfFactor = (
  { group, name }: Pick<SurveyReport['factors'][number], 'group' | 'name'>,
  language: Language,
): string => `${group}. ${name[language]}`;

/** The one method whose interval can be computed from one row of whole numbers. */
export const isPooledShare = ({ method }: Pick<SurveyReport, 'method'>) =>
  method.statistic === 'top2' && method.aggregation === 'pooled';
