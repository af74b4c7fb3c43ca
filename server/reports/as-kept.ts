import { readPeriod } from '../../shared/period.ts';
import type { SurveyReport } from '../../shared/wire/survey-report.ts';

/**
 * A report as it may stand for good: without months of its trend that run on when its period has ended. A year ends on the
 * 14th of December; whoever kept that December as it stood on the 16th could subtract it from the whole month, and the few
 * who came in between would be left.
 */
export function asKept(report: SurveyReport): SurveyReport {
  const trend = report.trend.filter(({ period }) => readPeriod(period)!.to <= report.period.to);
  // a break is named by its place in the trend
  return { ...report, trend, trendBreaks: report.trendBreaks.filter(({ at }) => at < trend.length) };
}
