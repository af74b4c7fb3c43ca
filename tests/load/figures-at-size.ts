import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { readAhead } from '../../server/figures/read-ahead.ts';
import { clearNew } from '../../server/store/begin-anew.ts';
import { copyTables } from '../../server/store/copy-database.ts';
import { allUnits } from '../../server/store/organisation.ts';
import { questionnaireOf } from '../../server/store/questionnaires.ts';
import { servedTallies } from '../../server/store/served-tallies.ts';
import { openPostgres, openSqlite, type Store } from '../../server/store/store.ts';
import { countSubmissions } from '../../server/store/submissions.ts';
import { addEncoded, decodeVector, encodeVector } from '../../shared/tally-bytes.ts';
import { emptyVector, shapeOf } from '../../shared/tally.ts';
import { keepSignedIn, type Office, openOffice, signInAs } from '../fakes/office.ts';
import { startPostgres } from '../store/postgres-server.ts';
import { AFTERWARDS, storeProvince } from './stored-province.ts';
import { tellPostgres } from './tell-postgres.ts';

/**
 * `node tests/load/figures-at-size.ts [sqlite|postgres] [SUBMISSIONS or SQLITE FILE …]`: for each size a province of 124 communes of four counters over
 * twelve months, really stored, and the last of them once more with ten times the counts in each tally; prints on both databases the
 * server's own time of a commune's page (all items with intervals, twelve months), of the province's page (every unit by month) and of
 * all units in one month: the first answer after a start with nothing kept, p50 and p95 of those that follow, beside the floor of reading
 * from the database and adding up the rows of that very figure, in the same run. It judges nothing.
 */
const words = process.argv.slice(2);
const only = words.find((word) => word === 'sqlite' || word === 'postgres');
const given = words.filter((word) => word !== only);
const sizes = given.length > 0 ? given : ['10000', '100000', '1000000'];
const RUNS = 200;
const FLOOR_EVERY = 20;
const COMMUNE = 'u7';
const HALF_MONTHS = ['2025-12/2', '2026-12/1'] as const;

const home = mkdtempSync(join(tmpdir(), 'sipas-figures-'));
const cluster = await startPostgres();
for (const [at, size] of sizes.entries()) {
  const file = join(home, `${at}.db`);
  if (existsSync(size)) copyFileSync(size, file);
  else await fill(file, Number(size));
  await measureBoth(`${await named(file)} stored`, file, at);
  if (at < sizes.length - 1) continue;
  const store = await openSqlite(file);
  await multiply(store);
  await store.close();
  await measureBoth(`${await named(file)} stored, ten times as many in the tallies`, file, sizes.length);
}
await cluster.stop();
rmSync(home, { recursive: true, force: true });

async function measureBoth(what: string, file: string, number: number): Promise<void> {
  if (only !== 'postgres') await measure(`SQLite, ${what}`, () => openSqlite(file));
  if (only !== 'sqlite') await measure(`PostgreSQL, ${what}`, await postgresOf(file, number));
}

async function fill(file: string, submissions: number): Promise<void> {
  const office = await openOffice({ store: await openSqlite(file) });
  office.now = AFTERWARDS;
  await storeProvince(office, { submissions, communes: 124, points: 4 });
  await office.store.close();
}

async function named(file: string): Promise<string> {
  const store = await openSqlite(file);
  const [count, { rows }] = [
    await countSubmissions(store.read),
    await sql<{ count: number }>`select count(*) as count from tallies`.execute(store.read),
  ];
  await store.close();
  return `${count} submissions (${rows[0]!.count} rows of tallies)`;
}

/** The same in PostgreSQL, as a restore puts it there. */
async function postgresOf(file: string, at: number): Promise<() => Promise<Store>> {
  const url = new URL(cluster.url);
  url.pathname = `/figures${at}`;
  await tellPostgres(
    cluster.url,
    `create database figures${at} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`,
  );
  const [from, to] = [await openSqlite(file), await openPostgres(url.href)];
  await from.snapshot((read) => to.write((tx) => clearNew(tx).then(() => copyTables(read, tx))));
  // as it does by itself
  await tellPostgres(url.href, 'vacuum analyze');
  for (const store of [from, to]) await store.close();
  return () => openPostgres(url.href);
}

/** What ten times as many submissions of the same places and days leave: the same keys, larger numbers. */
async function multiply(store: Store): Promise<void> {
  const rows = await store.read.selectFrom('tallies').select('half_month').distinct().execute();
  for (const { half_month } of rows) {
    const own = await store.read
      .selectFrom('tallies')
      .selectAll()
      .where('half_month', '=', half_month)
      .execute();
    await store.write(async (tx) => {
      await tx.deleteFrom('tallies').where('half_month', '=', half_month).execute();
      for (let i = 0; i < own.length; i += 500) {
        const some = own.slice(i, i + 500).map((row) => {
          return {
            ...row,
            vector: Buffer.from(encodeVector(decodeVector(row.vector).map((one) => 10 * one))),
          };
        });
        await tx.insertInto('tallies').values(some).execute();
      }
    });
  }
}

async function measure(title: string, open: () => Promise<Store>): Promise<void> {
  console.log(`${title}; ms of the server, load ${loadavg()[0]!.toFixed(1)}`);
  const communes = { unit: COMMUNE, period: 'report-2026-year' };
  for (const [name, address, asked, floor] of [
    ['5, commune, year, all items', 'overview', communes, true],
    ['6, province, every unit by month', 'overview', { period: 'report-2026-year' }, false],
    ['6, province, units in one month', 'cuts', { period: 'month-2026-07', by: 'unit' }, false],
  ] as const) {
    const store = await open();
    const office = await officeIn(store);
    const cookie = await signInAs(office, 'manager');
    await keepSignedIn(office);
    const query = { unit: office.unit, ...asked };
    const first = await timeOf(office, cookie, address, query);
    await readAhead({ store, clock: () => office.now });
    const [times, floors]: [number[], number[]] = [[], []];
    for (let run = 0; run < RUNS; run++) {
      if (run % FLOOR_EVERY === 0)
        floors.push(await floorOf(store, floor ? COMMUNE : undefined, query.period));
      times.push(await timeOf(office, cookie, address, query));
    }
    const [p50, p95, floorMs] = [quantile(times, 0.5), quantile(times, 0.95), quantile(floors, 0.5)];
    console.log(
      `  ${name}: first ${first.toFixed(0)}, p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}, floor ${floorMs.toFixed(1)}, ratio ${(p50 / floorMs).toFixed(2)}`,
    );
    await store.close();
  }
}

async function officeIn(store: Store): Promise<Office> {
  const top = (await allUnits(store.read)).find(({ id }) => id === COMMUNE)!.parent!;
  const office = await openOffice({ store, seed: Date.now() });
  return Object.assign(office, { unit: top, now: AFTERWARDS });
}

function quantile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(share * times.length) - 1]!;
}

async function timeOf(
  office: Office,
  cookie: string,
  address: string,
  query: Readonly<Record<string, string>>,
): Promise<number> {
  const response = await office.call(
    `/api/v1/${address}?${new URLSearchParams({ form: 'express', ...query })}`,
    { cookie },
  );
  if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
  return Number(/dur=([\d.]+)/.exec(response.headers.get('server-timing') ?? '')![1]);
}

/** Reads the rows for all of a unit, or of the whole province, and adds them up. */
async function floorOf(store: Store, unit: string | undefined, period: string): Promise<number> {
  const points = await store.read.selectFrom('service_points').select(['id', 'unit']).execute();
  const servicePoints = points
    .filter((point) => unit === undefined || point.unit === unit)
    .map(({ id }) => id);
  const [from, to] = period.startsWith('month') ? ['2026-07/1', '2026-07/2'] : HALF_MONTHS;
  const shape = shapeOf((await questionnaireOf(store.read, 'sp39', 1))!);
  const filter = {
    servicePoints,
    from,
    to,
    form: 'express',
    questionnaire: 'sp39',
    version: 1,
    facet: '',
  } as const;
  const started = performance.now();
  const sum = emptyVector(shape);
  for (const { vector } of await store.snapshot((read) => servedTallies(read, filter)))
    addEncoded(sum, vector);
  return performance.now() - started;
}
