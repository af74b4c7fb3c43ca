import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { bytesOfStored, isPacked, packSubmission, type StoredSubmission } from './packed-submission.ts';
import type { Tables } from './tables.ts';

const ROWS_AT_ONCE = 2_000;

/** Submissions of before are packed as later ones are. Cut short it begins again where rows lie as they came. */
export function packedSubmissions(): Migration {
  return {
    up: async (db: Kysely<Tables>) => {
      for (let after = ''; ; ) {
        const rows = await db
          .selectFrom('submissions')
          .select(['id', 'p'])
          .where('id', '>', after)
          .orderBy('id')
          .limit(ROWS_AT_ONCE)
          .execute();
        if (rows.length === 0) return;
        after = rows.at(-1)!.id;
        // SQLite's migrations run in no transaction, and a commit for each row would take an hour
        await (db.isTransaction ? pack(db, rows) : db.transaction().execute((tx) => pack(tx, rows)));
      }
    },
  };
}

async function pack(db: Kysely<Tables>, rows: readonly StoredSubmission[]): Promise<void> {
  for (const row of rows.filter(({ p }) => !isPacked(p))) {
    const p = packSubmission(row.id, bytesOfStored(row));
    await db.updateTable('submissions').set({ p }).where('id', '=', row.id).execute();
  }
}
