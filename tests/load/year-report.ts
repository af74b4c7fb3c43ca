import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../server/store/store.ts';
import { REPORT_FILES } from '../../shared/wire/survey-report.ts';
import { keepSignedIn, openOffice, signInAs } from '../fakes/office.ts';
import { inventProvince, SEX_AND_AGE } from './invented-province.ts';

/**
 * `node tests/load/year-report.ts [COMMUNES]`: the report of a province over a year (124 communes, 24 half-months, 8 fields, who
 * answered) as Word file, PDF and spreadsheet, through the server's own route from a SQLite file; prints seconds and the largest memory of
 * the process, the thread that draws included. Another process has made the province. It judges nothing.
 */
const communes = Number(process.argv[2] ?? 124);
const folder = process.argv[3] ?? mkdtempSync(join(tmpdir(), 'sipas-year-'));
const NOW = Date.parse('2026-12-20T09:00:00+07:00');
const store = await openSqlite(join(folder, 'sipas.db'));
const office = await openOffice({ store, seed: process.send ? 2 : 1 });
office.now = NOW;

if (process.send) {
  const fields = ['', ...Array.from({ length: 8 }, (_, i) => `field-${i}`)];
  const people = { kind: ['', 'person', 'organisation'], language: ['vi', 'vi', 'vi', 'en'] };
  const rows = await inventProvince(
    office,
    { communes, points: 1, channels: ['kiosk'] },
    { ...SEX_AND_AGE, ...people, field: fields },
  );
  await store.close();
  process.send({ unit: office.unit, rows });
  process.disconnect();
} else {
  const maker = fork(import.meta.filename, [String(communes), folder]);
  const [{ unit, rows }] = (await once(maker, 'message')) as [{ unit: string; rows: number }];
  await once(maker, 'exit');
  const cookie = await signInAs({ ...office, unit }, 'manager');
  const mb = () => Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${communes} communes, ${rows} rows of tallies; ${mb()} MB before`);
  const query = { unit, period: 'report-2026-year', form: 'express' };
  const timed = async (name: string, path: string, body?: object) => {
    await keepSignedIn(office);
    const [began, used] = [performance.now(), process.cpuUsage()];
    const answer = await office.call(path, { cookie, ...(body && { body }) });
    const { byteLength } = await answer.arrayBuffer();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const { user, system } = process.cpuUsage(used);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    console.log(
      `${name}: ${seconds} s (processor ${((user + system) / 1e6).toFixed(1)} s), ${Math.round(byteLength / 1024)} kB; ` +
        `largest memory so far ${mb()} MB`,
    );
  };
  // what the pages read of the same unit, to see what is the report's own
  await timed('overview', `/api/v1/overview?${new URLSearchParams(query)}`);
  await timed('cut by sex', `/api/v1/cuts?${new URLSearchParams({ ...query, by: 'sex' })}`);
  await timed('cut by field', `/api/v1/cuts?${new URLSearchParams({ ...query, by: 'field' })}`);
  await timed('what the report says', `/api/v1/report?${new URLSearchParams(query)}`);
  for (const file of REPORT_FILES)
    await timed(file, '/api/v1/report/files', { ...query, file, language: 'vi' });
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
