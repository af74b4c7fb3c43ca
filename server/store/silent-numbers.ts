import { addEntry } from './entries.ts';
import { parts } from './leaves.ts';
import type { Reader, Tx } from './store.ts';

/**
 * Numbers at which somebody has said no, or has nothing to do with any of it: nobody calls there again, whichever dossier
 * brings the number. Kept is a mark made with the server's key, from which no number can be read.
 */
export async function addSilent(tx: Tx, mark: string, day: string): Promise<void> {
  await tx
    .insertInto('silent_numbers')
    .values({ mark, day })
    .onConflict((on) => on.column('mark').doUpdateSet({ day }))
    .execute();
}

/** Those of these marks that are silent. */
export async function silentAmong(read: Reader, marks: readonly string[]): Promise<ReadonlySet<string>> {
  const silent = new Set<string>();
  for (const part of parts(marks)) {
    const rows = await read.selectFrom('silent_numbers').select('mark').where('mark', 'in', part).execute();
    for (const { mark } of rows) silent.add(mark);
  }
  return silent;
}

/** Marks from before a day. */
export async function removeOldSilent(tx: Tx, before: string, day: string): Promise<void> {
  const gone = await tx.deleteFrom('silent_numbers').where('day', '<', before).returning('mark').execute();
  if (gone.length === 0) return;
  const facts = { what: 'silent-numbers', boundary: before, count: gone.length };
  await addEntry(tx, { kind: 'retention', day, by: 'retention', facts });
}
