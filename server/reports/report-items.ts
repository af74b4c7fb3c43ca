import { isOpen } from '../../shared/period.ts';
import { itemOf } from '../../shared/tally.ts';
import type { FactorRow } from '../../shared/wire/overview.ts';
import type { ReportItem } from '../../shared/wire/survey-report.ts';
import { itemGroup } from '../figures/group-names.ts';
import type { OverviewSources, overviewPage } from '../figures/overview.ts';
import { sumOver } from '../figures/served-cells.ts';
import { reportFigure } from './report-figure.ts';

/** All items of the page with everything that was counted of them, where the page serves their figure. */
export function reportItems(
  { period, shape, form, unit, nowMs }: OverviewSources,
  { page: { place }, readOut }: ReturnType<typeof overviewPage>,
  factors: readonly FactorRow[],
): ReportItem[] {
  const vector = sumOver(place.cut, period, 'items');
  // people who did not come so far are people of the place: told where their number is, and never while forms come in
  const mayTellRest =
    (unit.tree !== 'real' || !isOpen(period, nowMs)) && readOut.mayNamePartial(place, period);
  return factors.flatMap(({ code, items }) =>
    items.map(({ number, name, score, levels }): ReportItem => {
      const group = itemGroup(number);
      const about = { group, number, factor: code, name, score };
      if ('withheld' in score || !levels)
        return { ...about, sums: null, levels: null, notReached: null, blank: null };
      const { notReached, blank } = itemOf(vector, shape, number, form);
      return {
        ...about,
        ...reportFigure(readOut, place, period, group, score),
        levels,
        notReached: mayTellRest ? notReached : null,
        blank: mayTellRest ? blank : null,
      };
    }),
  );
}
