import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { catalogueCommunes, catalogueId, catalogueProvinces } from '../../server/administrative-units.ts';
import { openKeys } from '../../server/keys.ts';
import { provinceTallies } from '../../server/nation/province-tallies.ts';
import { saidProofEn } from '../../server/said/said-proof-en.ts';
import { openSqlite } from '../../server/store/store.ts';
import { readPeriod } from '../../shared/period.ts';
import { AFTER_YEAR } from '../fakes/catalogue-province.ts';
import { drawGroups, fillProvince, GROUPS_OF_COMMUNE } from './invented-nation.ts';
import { proveSample } from './sealed-sample.ts';

/**
 * `node tests/load/nation-year.ts FOLDER [--provinces N] [--communes N] [--forms N] [--months]`: a year of a hundred million forms (or
 * of as many as are named, of the whole nation) as tallies of 34 provinces, a database for each; of every province a sample of submissions that were
 * really sealed, which `verify` proves; and its signed file of the year (of each month too). One database for each province because that
 * is how they stand: each on its own server. A part of the nation has its own share of the forms. Prints rows, bytes and seconds; judges nothing.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    provinces: { type: 'string', default: '34' },
    communes: { type: 'string', default: '1000' },
    forms: { type: 'string', default: '100000000' },
    months: { type: 'boolean', default: false },
  },
});
const folder = positionals[0];
if (!folder) throw new Error('Name a new folder.');
mkdirSync(join(folder, 'report-2026-year'), { recursive: true });
if (readdirSync(folder).length > 1) throw new Error(`${folder} is not empty.`);

const all = catalogueProvinces().toSorted((a, b) => (a.code < b.code ? -1 : 1));
const nationCommunes = all.reduce((sum, { code }) => sum + catalogueCommunes(code).length, 0);
const formsOfGroup = Number(values.forms) / (nationCommunes * GROUPS_OF_COMMUNE);
const periods = ['report-2026-year', ...(values.months ? MONTHS() : [])];
function MONTHS(): string[] {
  return Array.from({ length: 11 }, (_, i) => `month-2026-${String(i + 1).padStart(2, '0')}`);
}
const clock = () => AFTER_YEAR;
const busy = () => loadavg()[0]!.toFixed(1);
const mb = (bytes: number) => (bytes / 1e6).toFixed(1);
const began = performance.now();
const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1);
console.log(`${nationCommunes} communes, ${formsOfGroup.toFixed(1)} forms a group, load ${busy()}`);
const drawn = drawGroups(formsOfGroup);
const sum = {
  provinces: 0,
  communes: 0,
  forms: 0,
  rows: 0,
  bytes: 0,
  vectorBytes: 0,
  handed: 0,
  proven: 0,
  filled: 0,
  signed: 0,
};
const keyLines: string[] = [];
for (const { code, name } of all.slice(0, Number(values.provinces))) {
  const home = join(folder, code);
  mkdirSync(home);
  const file = join(home, 'sipas.db');
  let from = performance.now();
  const filled = await fillProvince(file, code, drawn, Number(values.communes));
  const fillTime = seconds(from);
  const { proven, findings } = await proveSample(Number(code), 4, 50);
  if (findings.length > 0) throw new Error(findings.map((said) => said(saidProofEn)).join('\n'));
  const keys = openKeys(join(home, 'keys.json'));
  keyLines.push(`${code} ${keys.signPublic}`);
  const store = await openSqlite(file);
  from = performance.now();
  let handed = 0;
  for (const id of periods) {
    const province = { code, name, unit: catalogueId(code) };
    const text = await provinceTallies({ store, clock, keys }, province, readPeriod(id)!);
    mkdirSync(join(folder, id), { recursive: true });
    writeFileSync(join(folder, id, `${code}.jsonl`), text);
    handed += Buffer.byteLength(text);
  }
  await store.close();
  const signTime = seconds(from);
  console.log(
    `${code} ${name.en}: ${filled.communes} communes, ${filled.forms} forms, ${filled.rows} rows, ${mb(filled.bytes)} MB in ${fillTime} s; ` +
      `sample of ${proven.submissions} in ${proven.seals} seals proven; ${periods.length} signed files, ${mb(handed)} MB in ${signTime} s; load ${busy()}`,
  );
  sum.provinces++;
  sum.communes += filled.communes;
  sum.forms += filled.forms;
  sum.rows += filled.rows;
  sum.bytes += filled.bytes;
  sum.vectorBytes += filled.vectorBytes;
  sum.handed += handed;
  sum.proven += proven.submissions;
  sum.filled += Number(fillTime);
  sum.signed += Number(signTime);
}
writeFileSync(join(folder, 'keys.txt'), `${keyLines.join('\n')}\n`);
const perForm = sum.bytes / sum.forms;
console.log(
  `${sum.provinces} provinces, ${sum.communes} communes: ${sum.forms} forms in ${sum.rows} rows, ${mb(sum.bytes)} MB ` +
    `(${(sum.bytes / sum.rows).toFixed(0)} B a row, ${(sum.vectorBytes / sum.rows).toFixed(0)} B of it the vector, ${perForm.toFixed(1)} B a form), filled in ${sum.filled.toFixed(0)} s; ` +
    `${sum.proven} sealed submissions proven; signed files ${mb(sum.handed)} MB in ${sum.signed.toFixed(0)} s; all in ${seconds(began)} s, load ${busy()}`,
);
if (process.env['SIPAS_KEEP'] === 'no') rmSync(folder, { recursive: true });
