import * as v from 'valibot';
import { maskRemark } from '../shared/mask-remark.ts';
import { addDays, daysOfHalfMonth, halfMonthOf, localDay, mondayOf } from '../shared/period.ts';
import type { Keys } from './keys.ts';
import {
  clearHeldRemarks,
  clearRemarks,
  originsOfRemarks,
  type NewRemark,
  type RemarkPlace,
  replaceClearHeldRemark,
  replaceClearRemark,
} from './store/kept-remarks.ts';
import type { Store } from './store/store.ts';

/** Originals of remarks are stored locked: whoever has the database alone reads what is masked and no more. */

const RemarkSchema = v.object({ salt: v.string(), text: v.string() });
export type Remark = v.InferOutput<typeof RemarkSchema>;

/** The original with its salt, as it is stored: beside the masked text, and in quarantine. */
export function lockRemark(keys: Pick<Keys, 'lock'>, { salt, text }: Remark): string {
  return keys.lock(JSON.stringify({ salt, text }));
}

/** The original again; undefined when it was locked with other keys, or damaged. */
export function unlockRemark(keys: Pick<Keys, 'unlock'>, locked: string): Remark | undefined {
  const text = keys.unlock(locked);
  if (text === undefined) return undefined;
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), RemarkSchema), text);
  return result.success ? result.output : undefined;
}

/** A remark as the store keeps it. */
export function sealedRemark(
  keys: Pick<Keys, 'lock'>,
  remark: Remark & Pick<NewRemark, 'hash' | 'halfMonth' | 'place'>,
): NewRemark {
  const { hash, halfMonth, place } = remark;
  return { hash, halfMonth, place, locked: lockRemark(keys, remark), masked: maskRemark(remark.text) };
}

/** Remarks are read in the week after they were made, those of a half-month in the week after its end. */
export function placeOfRemark(point: string, date: string): RemarkPlace {
  const last = date[7] === '/' ? daysOfHalfMonth(date).to : date.slice(0, 10);
  return { point, shownFrom: addDays(mondayOf(last), 7) };
}

const AT_ONCE = 200;

/**
 * Masks and locks in place what earlier versions kept in the clear; nothing to do the second time. A remark whose
 * submission is gone counts as of today, so that its original goes like every other.
 */
export async function lockClearRemarks(store: Store, keys: Keys, nowMs: number): Promise<number> {
  let count = 0;
  for (;;) {
    const remarks = await clearRemarks(store.read, AT_ONCE);
    const held = await clearHeldRemarks(store.read, AT_ONCE);
    if (remarks.length + held.length === 0) return count;
    const origins = await originsOfRemarks(store.read, new Set(remarks.map(({ hash }) => hash)));
    const today = halfMonthOf(localDay(nowMs));
    await store.write(async (tx) => {
      for (const remark of remarks) {
        const origin = origins.get(remark.hash);
        const halfMonth = origin ? halfMonthOf(origin.date) : today;
        const place = origin ? placeOfRemark(origin.point, origin.date) : null;
        await replaceClearRemark(tx, sealedRemark(keys, { ...remark, halfMonth, place }));
      }
      for (const { leaf, remark } of held) await replaceClearHeldRemark(tx, leaf, keys.lock(remark));
    });
    count += remarks.length + held.length;
  }
}
