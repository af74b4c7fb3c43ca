import type { Text } from '../../shared/questionnaire.ts';
import type { DayKind } from '../../shared/plan-choices.ts';
import type { Reader, Tx } from './store.ts';

/** Days that a unit has written for itself and all below it; what is prefilled stands in the program. */
export interface WrittenDay {
  readonly unit: string;
  readonly day: string;
  readonly kind: DayKind;
  readonly like: number;
  readonly name: Text;
}

export async function writtenDays(read: Reader): Promise<WrittenDay[]> {
  const rows = await read.selectFrom('days_off').selectAll().orderBy('unit').orderBy('day').execute();
  return rows.map((row) => ({
    unit: row.unit,
    day: row.day,
    kind: row.kind as DayKind,
    like: row.like_weekday,
    name: { vi: row.name_vi, en: row.name_en },
  }));
}

/** Writes a day of a unit; what it had written for that day before goes. */
export async function writeDay(tx: Tx, { unit, day, kind, like, name }: WrittenDay): Promise<void> {
  const columns = { kind, like_weekday: like, name_vi: name.vi, name_en: name.en };
  await tx
    .insertInto('days_off')
    .values({ unit, day, ...columns })
    .onConflict((on) => on.columns(['unit', 'day']).doUpdateSet(columns))
    .execute();
}

export async function takeBackDay(tx: Tx, unit: string, day: string): Promise<void> {
  await tx.deleteFrom('days_off').where('unit', '=', unit).where('day', '=', day).execute();
}
