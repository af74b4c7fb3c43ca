import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { bytesOfStored } from '../../server/store/packed-submission.ts';
import { openSqlite, type Store } from '../../server/store/store.ts';
import { endStraight, goStraight } from '../../server/store/straight-sqlite.ts';
import type { Tables } from '../../server/store/tables.ts';
import { createWriteQueue } from '../../server/store/write-queue.ts';

/**
 * A store in memory that begins with an image and can be copied into one: the real SQLite, the real queries and the
 * real write queue. Only the opening is the tests' own, because migrating anew takes longer than most of them.
 */
export interface MemoryStore extends Store {
  /** All of the database as it stands committed. */
  image(): Buffer;
  /** The submissions as they lie there, all or those with these ids: read by no query of the product. */
  submissions(ids?: readonly string[]): Promise<{ readonly id: string; readonly p: string }[]>;
}

/** Makes a database with the real migrations, fills it and returns its image. */
export async function imageOf(fill: (store: Store) => Promise<void>): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'sipas-image-'));
  try {
    const file = join(folder, 'sipas.db');
    const store = await openSqlite(file);
    await fill(store);
    await store.close();
    const database = new Sqlite(file);
    // An image of a database with a write-ahead log cannot be opened in memory.
    database.pragma('journal_mode = DELETE');
    const image = database.serialize();
    database.close();
    return image;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function openImage(image: Buffer): MemoryStore {
  const database = new Sqlite(image);
  database.pragma('foreign_keys = ON');
  const statements = new Map<string, Sqlite.Statement>();
  const prepare = (text: string) => {
    let statement = statements.get(text);
    if (!statement) statements.set(text, (statement = database.prepare(text)));
    return statement;
  };
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: { prepare, close: () => database.close() } }),
  });
  const rows = (sql: string) => prepare(`select id, p from submissions ${sql}`);
  const queue = createWriteQueue(db, {
    begun: async (tx) => goStraight(tx, { prepare }),
    ended: () => {},
    left: endStraight,
  });
  return {
    dialect: 'sqlite',
    read: db,
    snapshot: (work) => db.transaction().execute(work),
    write: queue.write,
    changes: queue.changes,
    close: async () => {
      await queue.idle();
      await db.destroy();
    },
    emptyLog: async () => true,
    image: () => database.serialize(),
    // Must have the connection to itself: in the middle of a transaction it would see what is not committed.
    submissions: (ids) =>
      db.connection().execute(async () => {
        const found = ids
          ? rows('where id in (select value from json_each(?))').all(JSON.stringify(ids))
          : rows('').all();
        return (found as { id: string; p: Buffer }[]).map((row) => ({ id: row.id, p: bytesOfStored(row) }));
      }),
  };
}
