import { type RandomBytes, uuid4 } from '../../shared/ids.ts';
import { maskRemark } from '../../shared/mask-remark.ts';
import { localDay, mondayOf } from '../../shared/period.ts';
import { calendars } from '../place-calendar.ts';
import { placeOfRemark } from '../remark-lock.ts';
import { openCase } from '../store/stored-cases.ts';
import {
  originsOfRemarks,
  placeRemark,
  remarksWithoutPlace,
  takeWaitingRemarks,
} from '../store/kept-remarks.ts';
import { servicePoints } from '../store/organisation.ts';
import { putSetting, setting } from '../store/settings.ts';
import type { Reader, Store, Tx } from '../store/store.ts';
import { dueOn } from '../due-on.ts';

/** Monday of the last week in which remarks were handed over. */
const HANDED_OVER = 'remarks-handed-over';

export interface HandOverDeps {
  readonly store: Store;
  readonly clock: () => number;
  readonly random: RandomBytes;
}

/**
 * Hands over, once in a week, what was said in the weeks before: each remark becomes a case. A week that was missed is
 * made up for by the next one that is not; what comes later in the week waits for the next Monday, so that a case that
 * appears says nothing about when anything arrived. Returns how many; undefined when this week's have been handed over.
 */
export async function handOverRemarks({ store, clock, random }: HandOverDeps): Promise<number | undefined> {
  const monday = mondayOf(localDay(clock()));
  if (!(await isDue(store.read, monday))) return undefined;
  // looked up outside of the transaction: it may read every submission
  const lost = new Set(await remarksWithoutPlace(store.read));
  const origins = lost.size > 0 ? await originsOfRemarks(store.read, lost) : new Map<string, never>();
  return store.write(async (tx) => {
    if (!(await isDue(tx, monday))) return undefined;
    for (const hash of lost) {
      const origin = origins.get(hash);
      await placeRemark(tx, hash, origin ? placeOfRemark(origin.point, origin.date) : null);
    }
    return handOver(tx, monday, random);
  });
}

async function isDue(read: Reader, monday: string): Promise<boolean> {
  return ((await setting(read, HANDED_OVER)) ?? '') < monday;
}

/** The hand-over itself, as on a Monday. */
export async function handOver(tx: Tx, monday: string, random: RandomBytes): Promise<number> {
  await putSetting(tx, HANDED_OVER, monday);
  const points = new Map((await servicePoints(tx)).map((point) => [point.id, point]));
  const calendarOf = await calendars(tx);
  const taken = await takeWaitingRemarks(tx, monday);
  // random ids, and rows in their order: what was said first can be seen nowhere
  const seeds = taken
    .flatMap(({ point, text }) => {
      const found = points.get(point);
      // of a counter the centre is named: one official sits there
      return found ? [{ id: uuid4(random), unit: found.unit, point: found.parent ?? found.id, text }] : [];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, unit, point, text } of seeds) {
    const due = dueOn(monday, calendarOf(unit));
    // again: the rule may have become better since the remark came
    const words = maskRemark(text);
    await openCase(tx, { id, kind: 'remark', unit, point, opened: monday, due, author: null, words });
  }
  return seeds.length;
}
