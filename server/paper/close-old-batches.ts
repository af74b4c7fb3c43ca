import { addDays, daysOfHalfMonth, localDay } from '../../shared/period.ts';
import type { Said } from '../said/said.ts';
import type { Deps } from '../deps.ts';
import { openPaperBatches, type PaperBatch } from '../store/paper-batches.ts';
import { closeBatch } from './take-form.ts';

/** Days that a batch stays open after its half-month has ended and it was made: somebody may have forgotten it. */
export const OPEN_DAYS_MOST = 60;

/** Closes batches that nobody closed, so that what is kept of single forms does not outlive its use. */
export async function closeOldBatches(
  deps: Pick<Deps, 'store' | 'clock' | 'keys' | 'random'>,
): Promise<Said> {
  const today = localDay(deps.clock());
  const old = (await openPaperBatches(deps.store.read)).filter((batch) => lastDayOf(batch) < today);
  for (const batch of old) await deps.store.write((tx) => closeBatch(tx, deps, batch, today));
  return ({ night }) => night.paper(old.length, OPEN_DAYS_MOST);
}

function lastDayOf({ made, halfMonth }: PaperBatch): string {
  const { to } = daysOfHalfMonth(halfMonth);
  return addDays(made > to ? made : to, OPEN_DAYS_MOST);
}
