import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../server/store/store.ts';
import type { DossierFile } from '../../shared/wire/dossier-requests.ts';
import { addFields, csvOf, dossierClient, HEADINGS } from '../fakes/dossier-files.ts';
import { openOffice, signInAs } from '../fakes/office.ts';
import { writeXlsx } from '../fakes/write-xlsx.ts';

/**
 * `node tests/load/import-dossiers.ts [xlsx|csv] [ROWS]`: a list is sent, read, checked and written to a SQLite file, 200
 * of its rows broken; prints seconds, the largest memory of the process and the longest wait of somebody else's request.
 */
const [kind = 'xlsx', text = '50000'] = process.argv.slice(2);
const count = Number(text);
const BROKEN = 200;
const mb = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;

function makeFile(): Buffer {
  const every = Math.floor(count / BROKEN);
  const rows = Array.from({ length: count }, (_, i) => {
    const number = String(i).padStart(6, '0');
    const received = `${String((i % 20) + 1).padStart(2, '0')}/10/2026`;
    const returned = i % 3 === 0 ? '' : `${String((i % 20) + 1).padStart(2, '0')}/11/2026`;
    const isBroken = i % every === 0;
    return [
      `000.00.12.H40-2610-${number}`,
      `0912${number}`,
      'Hộ tịch',
      isBroken ? '31/11/2026' : received,
      '10/11/2026',
      returned,
    ];
  });
  if (kind === 'csv') return Buffer.from(csvOf([HEADINGS, ...rows]));
  const dayOf = (day: string) =>
    day === '' || day.startsWith('31') ? day : { day: day.split('/').toReversed().join('-') };
  const cells = rows.map((row) => row.map((cell, i) => (i < 3 ? cell : dayOf(cell)) || null));
  return writeXlsx({ rows: [HEADINGS, ...cells] });
}

const folder = mkdtempSync(join(tmpdir(), 'sipas-dossiers-'));
const bytes = makeFile();
const before = process.memoryUsage().rss;
const office = await openOffice({ store: await openSqlite(join(folder, 'sipas.db')) });
await addFields(office);
const cookie = await signInAs(office, 'manager');
const files = dossierClient(office, cookie, 400);
console.log(`${kind}, ${count} rows, ${mb(bytes.length)}; before it the process has ${mb(before)}`);

let peak = before;
let longest = 0;
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 100);
const over = new AbortController();
async function others(): Promise<void> {
  while (!over.signal.aborted) {
    const started = performance.now();
    await office.call('/readyz');
    longest = Math.max(longest, performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
const asking = others();

async function timed(name: string, work: () => Promise<DossierFile>): Promise<DossierFile> {
  const started = performance.now();
  const file = await work();
  console.log(`${name}: ${((performance.now() - started) / 1_000).toFixed(1)} s`);
  return file;
}
const started = performance.now();
const cpu = process.cpuUsage();
const looked = await timed('sent and read', () => files.look(bytes));
const checked = await timed('checked', async () => {
  await files.post(`${looked.id}/check`, looked.mapping!);
  return files.settled(looked.id);
});
const taken = await timed('read again and written', async () => {
  await files.post(`${looked.id}/import`, { leaveFaulty: true, covers: null });
  return files.settled(looked.id);
});
const seconds = (performance.now() - started) / 1_000;
const { user, system } = process.cpuUsage(cpu);
over.abort();
await asking;
clearInterval(watch);
console.log(
  `all: ${seconds.toFixed(1)} s (processor ${((user + system) / 1e6).toFixed(1)} s); ${checked.checked!.faulty} faulty rows named, ${taken.taken!.added} taken; ` +
    `largest memory ${mb(peak)} (${mb(peak - before)} more); longest wait of another request ${Math.round(longest)} ms`,
);
await office.store.close();
rmSync(folder, { recursive: true, force: true });
