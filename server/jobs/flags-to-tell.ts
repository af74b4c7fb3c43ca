import { halfMonthOf, monthsUpTo } from '../../shared/period.ts';
import { MIN_N } from '../../shared/score.ts';
import type { FlagCounts } from '../../shared/wire/cohort-review.ts';
import type { Said } from '../said/said.ts';
import { countFlags, hasFlagCounts, keptFlags, type KeptFlags, putFlags } from '../store/flag-counts.ts';
import { talliedOnlyUntil } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import { withheldRows } from '../withhold.ts';

/** Tablets may deliver late: so many months back are counted each night, and these once, at the first time. */
const MONTHS = 3;
const MONTHS_AT_FIRST = 13;

/** Counts the classes of every half-month that has ended lately, as of a local day; a sentence with what came of it. */
export async function flagsToTell(store: Store, day: string): Promise<Said> {
  const [current, boundary] = [halfMonthOf(day), await talliedOnlyUntil(store.read)];
  const months = (await hasFlagCounts(store.read)) ? MONTHS : MONTHS_AT_FIRST;
  const ended = monthsUpTo(current, months)
    .flatMap(({ halfMonths }) => halfMonths)
    // of what retention has begun to take away the rest would be counted
    .filter((halfMonth) => halfMonth < current && halfMonth > boundary);
  const cells = await countFlags(store.read, ended);
  let told = 0;
  for (const halfMonth of ended) {
    const before = await keptFlags(store.read, halfMonth);
    for (const [key, { all, byDate }] of cells) {
      const [point, of] = key.split(' ') as [string, string];
      const kept = of === halfMonth ? tellable(before.get(point), all, byDate) : undefined;
      if (!kept) continue;
      await store.write((tx) => putFlags(tx, { point, halfMonth }, kept));
      told += 1;
    }
  }
  return ({ night }) => night.flags(told);
}

/**
 * What may be told, or undefined where what is told stays. Two readings never differ by one to nine forms: the whole
 * moves by ten or more, and half-days stay as they were told first. They are a breakdown: what is left beside them
 * is nobody or ten forms.
 */
export function tellable(
  before: KeptFlags | undefined,
  all: FlagCounts,
  byDate: ReadonlyMap<string, FlagCounts>,
): KeptFlags | undefined {
  if (Math.abs(all.forms - (before?.all.forms ?? 0)) < MIN_N) return undefined;
  if (before) return { all, halfDays: before.halfDays };
  const rows = [...byDate].sort(([a], [b]) => (a < b ? -1 : 1));
  const hidden = withheldRows(rows.map(([, { forms }]) => ({ n: forms })));
  return {
    all,
    // what is dated by the half-month alone is told with the whole
    halfDays: Object.fromEntries(rows.filter(([date], i) => !hidden[i] && !date.includes('/'))),
  };
}
