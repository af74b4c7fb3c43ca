import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { type Dialect, migrations } from './migrations.ts';
import { StoreFault } from './store-fault.ts';
import type { Tables } from './tables.ts';

/**
 * Brings a database up to this program. Several that start at once do it once: the others wait for the lock of the one
 * that came first and then find nothing to do.
 */
export async function migrate(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  const provider = migrations(dialect);
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (!error) return;
  if (error instanceof StoreFault) throw error;
  const ours = Object.keys(await provider.getMigrations()).sort();
  const theirs = await migrationsOf(db);
  if (theirs.some((name) => name > ours.at(-1)!))
    throw new StoreFault(
      'This database was already used with a newer version of this program, and was not touched. Install that version ' +
        'or a newer one, then start again.',
    );
  if ((error as { code?: string }).code === '42501')
    throw new StoreFault(
      'The role of DATABASE_URL may not make tables in this database. Make it the owner of the database: ' +
        'alter database NAME owner to ROLE',
    );
  throw new StoreFault(
    'The database was made by another version of this program and cannot be brought up to date.',
    { cause: error },
  );
}

async function migrationsOf(db: Kysely<Tables>): Promise<string[]> {
  try {
    return (await sql<{ name: string }>`select name from kysely_migration`.execute(db)).rows.map(
      ({ name }) => name,
    );
  } catch {
    return [];
  }
}
