import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openPostgres, openSqlite, type Store } from '../../server/store/store.ts';
import { countSubmissions } from '../../server/store/submissions.ts';
import { openOffice } from '../fakes/office.ts';
import { startPostgres } from '../store/postgres-server.ts';
import { AFTERWARDS, storeProvince } from './stored-province.ts';
import { tellPostgres } from './tell-postgres.ts';

/**
 * `node tests/load/stored-bytes.ts [SUBMISSIONS] [COMMUNES]`: stores express submissions of so many counters over a year, as they come
 * day by day (26 a day and counter unless told otherwise), and prints the bytes of each table and index a submission, on SQLite as
 * its file lies there and on PostgreSQL as its own vacuum leaves it; and what of that the same office takes without one. It judges
 * nothing.
 */
const submissions = Number(process.argv[2] ?? 20_000);
const communes = Number(process.argv[3] ?? 3);

interface Part {
  readonly name: string;
  readonly bytes: number;
}
/** Above the page that each of a hundred empty tables has anyway. */
const LEAST = 2 * 4096;

const server = await startPostgres();
const folder = mkdtempSync(join(tmpdir(), 'sipas-bytes-'));
await measure('SQLite', await openSqlite(join(folder, 'sipas.db')), async (store) => {
  await store.emptyLog();
  const { rows } = await sql<Part>`select name, sum(pgsize) as bytes from dbstat group by name`.execute(
    store.read,
  );
  return rows;
});
rmSync(folder, { recursive: true, force: true });

await measure('PostgreSQL', await openPostgres(server.url), async (store) => {
  const { rows } = await sql<Part>`
    select relname as name, case relkind when 'i' then pg_relation_size(oid) else pg_table_size(oid) end as bytes from pg_class
    where relkind in ('r', 'i') and relnamespace = 'public'::regnamespace
  `.execute(store.read);
  return rows;
});
await server.stop();

function sumOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { bytes }) => sum + bytes, 0);
}

async function measure(
  database: string,
  store: Store,
  sizes: (store: Store) => Promise<readonly Part[]>,
): Promise<void> {
  const office = await openOffice({ store });
  office.now = AFTERWARDS;
  // each half-month is a 24th of the year: about as often as PostgreSQL does it by itself (`short-columns-migration.ts`)
  const vacuum = async () => {
    if (store.dialect === 'postgres') await tellPostgres(server.url, 'vacuum');
  };
  await vacuum();
  const empty = sumOf(await sizes(store));
  await storeProvince(office, { submissions, communes, points: 1 }, vacuum);
  const parts = await sizes(store);
  const count = await countSubmissions(store.read);
  const each = (bytes: number) => (bytes / count).toFixed(1);
  const all = sumOf(parts);
  console.log(
    `${database}: ${count} submissions of ${communes} counters, ${each(all)} bytes each, ${each(all - empty)} without the ` +
      `${Math.round(empty / 1024)} kB of an empty database, load ${loadavg()[0]!.toFixed(1)}`,
  );
  for (const { name, bytes } of parts.toSorted((a, b) => b.bytes - a.bytes))
    if (bytes > LEAST) console.log(`  ${each(bytes).padStart(7)}  ${name}`);
  await store.close();
}
