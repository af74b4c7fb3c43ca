import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { packSeal, type SealText } from './packed-seal.ts';
import { bytesOfStored, packSubmission } from './packed-submission.ts';
import type { Tables } from './tables.ts';

const ROWS_AT_ONCE = 1_000;

/** Submissions and seals of before are packed as later ones are. */
export function packedRows(dialect: 'sqlite' | 'postgres'): Migration {
  const bytes = sql.raw(dialect === 'sqlite' ? 'blob' : 'bytea');
  const unordered = sql.raw(dialect === 'sqlite' ? 'without rowid' : '');
  async function pack(db: Kysely<Tables>): Promise<void> {
    await packSubmissions(db);
    await sql`alter table seals rename to former_seals`.execute(db);
    await sql`create table seals (device text not null, n integer not null, hash text not null unique, total integer not null, b text not null, app text not null, body ${bytes} not null, s text, root integer, primary key (device, n)) ${unordered}`.execute(
      db,
    );
    await packSeals(db);
    await sql`drop table former_seals`.execute(db);
  }
  return {
    // SQLite's migrations run in no transaction: cut short, this one must leave everything as it was
    up: (db: Kysely<Tables>) => (db.isTransaction ? pack(db) : db.transaction().execute(pack)),
  };
}

async function packSubmissions(db: Kysely<Tables>): Promise<void> {
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
    for (const row of rows) {
      const p = packSubmission(row.id, bytesOfStored(row));
      await db.updateTable('submissions').set({ p }).where('id', '=', row.id).execute();
    }
  }
}

type FormerSeal = SealText & Pick<Tables['seals'], 'device' | 'n' | 'hash' | 'total' | 'b' | 'root'>;

async function packSeals(db: Kysely<Tables>): Promise<void> {
  for (let [device, n] = ['', 0]; ; ) {
    const { rows } = await sql<FormerSeal>`
      select device, n, hash, total, b, s, sig, root from former_seals where (device, n) > (${device}, ${n})
      order by device, n limit ${sql.lit(ROWS_AT_ONCE)}
    `.execute(db);
    if (rows.length === 0) return;
    ({ device, n } = rows.at(-1)!);
    const packed = rows.map(({ s, sig, ...row }) => ({ ...row, ...packSeal({ s, sig }) }));
    await db.insertInto('seals').values(packed).execute();
  }
}
