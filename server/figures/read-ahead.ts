import { halfMonthOf, localDay, readPeriod, reportYearOf } from '../../shared/period.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { allUnits } from '../store/organisation.ts';
import { readOverview } from './read-overview.ts';

/** Reads the page of each tree once after a start, so that the first manager finds what it is read from kept (`served-books.ts`). */
export async function readAhead(deps: Pick<Deps, 'store' | 'clock'>): Promise<void> {
  const period = readPeriod(`report-${reportYearOf(halfMonthOf(localDay(deps.clock())))}-year`)!;
  const tops = (await allUnits(deps.store.read)).filter(({ parent }) => parent === null);
  for (const { id } of tops) {
    await readOverview(deps, id, { unit: id, day: undefined, period, form: 'express' }).catch((error) => {
      // a tree in which nobody is asked has no page
      if (!(error instanceof ProblemError)) throw error;
    });
  }
}
