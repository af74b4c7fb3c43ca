import { addDays, localDay } from '../../shared/period.ts';
import { dueDayOf, duePeriods } from '../../shared/report-deadlines.ts';
import { asKept } from '../reports/as-kept.ts';
import { createReadReport } from '../reports/read-report.ts';
import { addCertified } from '../store/certified-reports.ts';
import type { Store } from '../store/store.ts';
import { AUTHOR, TOP, UNITS } from './lam-khe.ts';

const EACH = UNITS.map(({ id }) => id);
/** The newest report waits for the manager who looks around, and one commune is late: what that looks like is shown too. */
const IN_TIME = EACH.slice(0, -1).filter((id) => id !== TOP);
const DAYS_BEFORE_DUE = 3;
/** So many reports fall into the months that the demonstration has. */
const REPORTS = 4;

/** The reports of the invented past that were due are certified, as offices would have done; of the demonstration alone. */
export async function certifyPast(store: Store, nowMs: number): Promise<void> {
  const readReport = createReadReport({ store, clock: () => nowMs });
  const today = localDay(nowMs);
  const due = duePeriods(today)
    .filter((period) => dueDayOf(period) < today)
    .slice(0, REPORTS);
  for (const [at, period] of due.entries())
    for (const unit of at === 0 ? IN_TIME : EACH) {
      const account = { id: AUTHOR, unit };
      const report = asKept(await readReport(account, { unit, period, form: 'express', day: undefined }));
      if (report.received === 0) continue;
      const day = addDays(dueDayOf(period), -DAYS_BEFORE_DUE);
      const said = { unit, period: period.id, form: 'express', tree: 'demo', day, reason: null } as const;
      await store.write((tx) => addCertified(tx, { ...said, report, account: AUTHOR }));
    }
}
