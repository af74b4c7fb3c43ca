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
  if (theirs.some((name) => name > ours.at(-1)!)) throw new StoreFault(({ store }) => store.newer);
  if ((error as { code?: string }).code === '42501')
    throw new StoreFault(({ postgres }) => postgres.noTables);
  throw new StoreFault(({ store }) => store.notBrought, { cause: error });
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
