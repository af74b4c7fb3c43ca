import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { exportInProcess } from '../../server/exports/export-process.ts';
import { addServicePoint, addUnit } from '../../server/store/organisation.ts';
import { eachSubmission } from '../../server/store/roots.ts';
import { openSqlite } from '../../server/store/store.ts';
import { nextHalfMonth } from '../../shared/period.ts';
import { QuestionnaireSchema } from '../../shared/questionnaire.ts';
import { drawExpress } from '../../shared/rotation.ts';
import { encodeSubmission } from '../../shared/submission.ts';
import { ROW_FILES, type RowFile } from '../../shared/wire/row-exports.ts';
import { openOffice, submissionOf } from '../fakes/office.ts';
import { seeded, seededNumbers } from '../fakes/seeded.ts';
import { peakOfChildren } from './peak-memory.ts';

/**
 * `node tests/load/export-rows.ts [SUBMISSIONS] [FILE …]`: stores express forms of 124 communes over a year in a SQLite file
 * and exports them as the server does, in a process of its own, to a reader who throws them away; prints rows a second, the
 * bytes, and the peak memory of that process and the growth of this one, beside the floor of reading the same rows in the same
 * run. It judges nothing.
 */
const count = Number(process.argv[2] ?? 1_000_000);
const files = process.argv
  .slice(3)
  .filter((file): file is RowFile => (ROW_FILES as readonly string[]).includes(file));
const COMMUNES = 124;
const NOW = Date.parse('2026-12-20T09:00:00+07:00');
const folder = mkdtempSync(join(tmpdir(), 'sipas-export-'));
const store = await openSqlite(join(folder, 'sipas.db'));
process.env['DATA_DIR'] = folder;
delete process.env['DATABASE_URL'];
const office = await openOffice({ store });
const busy = () => loadavg()[0]!.toFixed(1);

console.log(`storing ${count} submissions of ${COMMUNES} communes, load ${busy()} …`);
await fill();

async function fill(): Promise<void> {
  const document = new URL('../../server/questionnaires/sp39-1.json', import.meta.url);
  const questionnaire = v.parse(QuestionnaireSchema, JSON.parse(readFileSync(document, 'utf8')));
  const [random, chance] = [seeded(1), seededNumbers(2)];
  const pick = <T>(list: readonly T[]) => list[Math.floor(chance() * list.length)]!;
  const dates = { validFrom: '2025-07-01', validTo: null };
  await store.write(async (tx) => {
    for (let at = 0; at < COMMUNES; at++) {
      const name = { vi: `Ủy ban nhân dân xã số ${at}`, en: `Commune ${at}` };
      await addUnit(tx, { id: `u${at}`, parent: office.unit, tree: 'real', kind: 'xa', name, ...dates });
      await addServicePoint(tx, { id: `p${at}`, unit: `u${at}`, name, opening: [], fields: [], ...dates });
    }
  });
  const halfMonths = ['2025-12/2'];
  while (halfMonths.length < 24) halfMonths.push(nextHalfMonth(halfMonths.at(-1)!));
  const draws = Array.from({ length: 500 }, () => [...drawExpress(questionnaire, undefined, random).items]);
  // in the order of their ids, which is how the table lies: random inserts would take an hour
  const ids = Array.from({ length: count }, () => randomUUID()).sort();
  for (let from = 0; from < count; from += 500) {
    const rows = ids.slice(from, from + 500).map((id) => {
      const [year, half] = pick(halfMonths).split('/');
      const day = half === '1' ? pick(['02', '06', '11']) : pick(['16', '20', '24']);
      const [b, it] = [`${year}-${day}${pick(['AM', 'PM'])}`, pick(draws)];
      const a = it.map(() => pick([5, 5, 4, 4, 4, 3, 2, 0] as const));
      const sex = pick([null, 1, 2] as const);
      const more = {
        fd: pick(['ho-tich', 'dat-dai', null]),
        dm: sex && { sex, age: pick([1, 2, 3, 4, 5] as const) },
      };
      const submission = submissionOf(office, {
        id,
        b,
        it,
        a,
        sp: `p${Math.floor(chance() * COMMUNES)}`,
        ...more,
      });
      return { id, p: Buffer.from(encodeSubmission(submission)), half_day: b, standing: 'counted' };
    });
    await store.write(async (tx) => void (await tx.insertInto('submissions').values(rows).execute()));
  }
}

async function floor(): Promise<number> {
  const started = performance.now();
  let rows = 0;
  await store.snapshot(async (read) => {
    for await (const _ of eachSubmission(read)) rows++;
  });
  return rows / ((performance.now() - started) / 1000);
}

const megabytes = (kilobytes: number) => Math.round(kilobytes / 1024);

const exporter = exportInProcess(new URL('../../server/cli/write-export.ts', import.meta.url).pathname);
for (const file of files.length > 0 ? files : (['csv', 'xlsx'] as const)) {
  globalThis.gc?.();
  const own = process.memoryUsage.rss();
  let [rows, bytes, peak, most] = [0, 0, 0, own];
  const look = setInterval(() => {
    peak = Math.max(peak, peakOfChildren());
    most = Math.max(most, process.memoryUsage.rss());
  }, 50);
  const started = performance.now();
  const asked = {
    file,
    unit: office.unit,
    period: null,
    language: 'vi',
    day: '2026-12-20',
    nowMs: NOW,
  } as const;
  const { stream, over } = exporter(
    asked,
    (progress) => (rows = progress.rows),
    new AbortController().signal,
  );
  for await (const piece of stream) bytes += piece.length;
  await over;
  const seconds = (performance.now() - started) / 1000;
  clearInterval(look);
  const [speed, least] = [rows / seconds, await floor()];
  console.log(
    `${file}: ${rows} rows in ${seconds.toFixed(1)} s = ${Math.round(speed)} rows/s, ${(bytes / 2 ** 20).toFixed(1)} MB; peak of its process ${megabytes(peak)} MB, growth of this one ${megabytes((most - own) / 1024)} MB; floor of reading ${Math.round(least)} rows/s, ratio ${(least / speed).toFixed(1)}; load ${busy()}`,
  );
}
await store.close();
rmSync(folder, { recursive: true, force: true });
