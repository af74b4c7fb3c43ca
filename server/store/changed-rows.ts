import type { Vector } from '../../shared/tally.ts';
import { rowOf, textOf } from './group-rows.ts';
import { putTallyRows } from './put-groups.ts';
import type { Tx } from './store.ts';
import type { TallyKey, TallyRow } from './tables.ts';
import { markTallies } from './tally-marks.ts';

/** A recount knows no row of nobody. */
export const isNobody = (vector: Vector) => vector.every((count) => count === 0);

/** Rows of tallies that a transaction changes, written together; of a key that is put twice the last. */
export class ChangedRows {
  private readonly rows = new Map<string, TallyRow>();
  private readonly nobodies = new Map<string, TallyKey>();

  /** Returns the row as it will be written; undefined where nobody is left, and the row goes. */
  put(key: TallyKey, vector: Vector): TallyRow | undefined {
    const text = textOf(key);
    if (isNobody(vector)) {
      this.rows.delete(text);
      this.nobodies.set(text, key);
      return undefined;
    }
    const row = rowOf({ key, vector });
    this.nobodies.delete(text);
    this.rows.set(text, row);
    return row;
  }

  /** Returns the mark that their places have now. */
  async write(tx: Tx): Promise<number> {
    const [rows, nobodies] = [[...this.rows.values()], [...this.nobodies.values()]];
    for (const key of nobodies) {
      await tx
        .deleteFrom('tallies')
        .where((eb) => eb.and(key))
        .execute();
    }
    await putTallyRows(tx, rows);
    // with whatever of the same groups is served: that changes in the same transaction
    return markTallies(tx, [...rows, ...nobodies]);
  }
}
