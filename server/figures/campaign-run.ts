import {
  halfMonthOf,
  type Period,
  reportYearDays,
  reportYearOf,
  unnamedPeriod,
} from '../../shared/period.ts';
import type { Campaign } from '../store/campaigns.ts';

/** The days over which a campaign's forms are counted, and the half-months in which they lie. */
export interface CampaignRun {
  readonly from: string;
  /** The cut-off. */
  readonly to: string;
  /** No last day is set: counted is the reporting year of today, because an office reports by it. */
  readonly isYear: boolean;
  readonly period: Period;
}

export function campaignRun({ starts, ends }: Pick<Campaign, 'starts' | 'ends'>, today: string): CampaignRun {
  const year = reportYearDays(reportYearOf(halfMonthOf(starts > today ? starts : today)));
  const from = ends === null && year.from > starts ? year.from : starts;
  const to = ends ?? year.to;
  return { from, to, isYear: ends === null, period: unnamedPeriod(halfMonthOf(from), halfMonthOf(to)) };
}

/** So many half-months tell the pace: about as long as a quarter. */
const PACE = 6;

/** The last half-months up to today from which the pace is read. */
export function paceOf({ period }: CampaignRun, today: string): Period | undefined {
  const past = period.halfMonths.filter((halfMonth) => halfMonth <= halfMonthOf(today)).slice(-PACE);
  return past.length > 0 ? unnamedPeriod(past[0]!, past.at(-1)!) : undefined;
}
