import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverEnvironment, serverMemory } from '../../launch/node.mjs';
import { boundHeapGrowth } from '../../server/heap-growth.ts';
import { openSqlite } from '../../server/store/store.ts';
import { REPORT_FILES } from '../../shared/wire/survey-report.ts';
import { keepSignedIn, openOffice, signInAs } from '../fakes/office.ts';
import { inventProvince, SEX_AND_AGE } from './invented-province.ts';
import { peakOf, peakOfChildren } from './peak-memory.ts';

/**
 * `node tests/load/year-report.ts [COMMUNES]`: the report of a province over a year (124 communes, 24 half-months, 8 fields, who
 * answered) as Word file, PDF and spreadsheet, through the server's own route from a SQLite file. One process makes the
 * province; another one reads, with the bounds of memory that the server starts with, and prints seconds and the largest
 * memory of itself and of the processes that draw for it. It judges nothing.
 */
const [communes = '124', role = 'start', folder = mkdtempSync(join(tmpdir(), 'sipas-year-'))] =
  process.argv.slice(2);

if (role === 'start') {
  for (const part of ['make', 'read']) {
    const child = fork(import.meta.filename, [communes, part, folder], {
      execArgv: [...process.execArgv, ...serverMemory],
      env: serverEnvironment(process.env),
    });
    const [code] = (await once(child, 'exit')) as [number];
    if (code !== 0) throw new Error(`the process that should ${part} ended with ${code}`);
  }
  rmSync(folder, { recursive: true, force: true });
} else {
  boundHeapGrowth();
  const store = await openSqlite(join(folder, 'sipas.db'));
  const office = await openOffice({ store, seed: role === 'read' ? 1 : 2 });
  office.now = Date.parse('2026-12-20T09:00:00+07:00');
  await (role === 'read' ? readReports(office) : makeProvince(office));
  await store.close();
  process.disconnect();
}

type Office = Awaited<ReturnType<typeof openOffice>>;

async function makeProvince(office: Office): Promise<void> {
  const fields = ['', ...Array.from({ length: 8 }, (_, i) => `field-${i}`)];
  const people = { kind: ['', 'person', 'organisation'], language: ['vi', 'vi', 'vi', 'en'] };
  const rows = await inventProvince(
    office,
    { communes: Number(communes), points: 1, channels: ['kiosk'] },
    { ...SEX_AND_AGE, ...people, field: fields },
  );
  await office.store.write(async (tx) => {
    await tx.insertInto('settings').values({ name: 'year-unit', value: office.unit }).execute();
  });
  console.log(`${communes} communes, ${rows} rows of tallies`);
}

async function readReports(office: Office): Promise<void> {
  const { value: unit } = await office.store.read
    .selectFrom('settings')
    .select('value')
    .where('name', '=', 'year-unit')
    .executeTakeFirstOrThrow();
  const cookie = await signInAs({ ...office, unit }, 'manager');
  const mb = (kilobytes: number) => Math.round(kilobytes / 1024);
  const before = mb(peakOf(process.pid));
  console.log(`${before} MB before`);
  const query = { unit, period: 'report-2026-year', form: 'express' };
  const timed = async (name: string, path: string, body?: object) => {
    await keepSignedIn(office);
    let drawing = 0;
    const look = setInterval(() => (drawing = Math.max(drawing, peakOfChildren())), 20);
    const [began, used] = [performance.now(), process.cpuUsage()];
    const answer = await office.call(path, { cookie, ...(body && { body }) });
    const { byteLength } = await answer.arrayBuffer();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    clearInterval(look);
    const { user, system } = process.cpuUsage(used);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    const own = mb(peakOf(process.pid));
    console.log(
      `${name}: ${seconds} s (own processor time ${((user + system) / 1e6).toFixed(1)} s), ${Math.round(byteLength / 1024)} kB; ` +
        `largest so far ${own} MB, ${own - before} more than before` +
        (drawing > 0 ? `; the process that drew ${mb(drawing)} MB` : ''),
    );
  };
  // what the pages read of the same unit, to see what is the report's own
  await timed('overview', `/api/v1/overview?${new URLSearchParams(query)}`);
  await timed('cut by sex', `/api/v1/cuts?${new URLSearchParams({ ...query, by: 'sex' })}`);
  await timed('cut by field', `/api/v1/cuts?${new URLSearchParams({ ...query, by: 'field' })}`);
  await timed('what the report says', `/api/v1/report?${new URLSearchParams(query)}`);
  for (const file of REPORT_FILES)
    await timed(file, '/api/v1/report/files', { ...query, file, language: 'vi' });
}
