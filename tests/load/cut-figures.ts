import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAhead } from '../../server/figures/read-ahead.ts';
import { rowsOf } from '../../server/figures/cell-rows.ts';
import { questionnaireOf } from '../../server/store/questionnaires.ts';
import { servedTallies } from '../../server/store/served-tallies.ts';
import { openSqlite } from '../../server/store/store.ts';
import { shapeOf } from '../../shared/tally.ts';
import { keepSignedIn, openOffice, signInAs } from '../fakes/office.ts';
import { HALF_MONTHS, inventProvince, pointsOf, SEX_AND_AGE } from './invented-province.ts';

/**
 * `node tests/load/cut-figures.ts [COMMUNES] [RUNS]`: a province of 124 communes, of four service points each, with a year of tallies in 24
 * half-months from tablets and own phones, on a SQLite file; prints the server's own time of the overview, of cuts, of a comparison
 * and of a passport, of the province and of a commune: the first answer after a start, and the median of those that follow; beside
 * the floor of reading and decoding the same rows in the same run. It judges nothing.
 */
const communes = Number(process.argv[2] ?? 124);
const RUNS = Number(process.argv[3] ?? 99);
const FLOORS = 3;
type Facet = '' | 'sex' | 'age';
const SIZE = { communes, points: 4, channels: ['kiosk', 'qr'] } as const;
const folder = mkdtempSync(join(tmpdir(), 'sipas-cuts-'));
const office = await openOffice({ store: await openSqlite(join(folder, 'sipas.db')) });
office.now = Date.parse('2026-12-20T09:00:00+07:00');
const cookie = await signInAs(office, 'manager');

const rows = await inventProvince(office, SIZE, SEX_AND_AGE);
await readAhead({ store: office.store, clock: () => office.now });
const SHAPE = shapeOf((await questionnaireOf(office.store.read, 'sp39', 1))!);
const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1]!;
const servicePoints = pointsOf(SIZE);
async function floorOf(facet: Facet): Promise<number> {
  const [from, to] = [HALF_MONTHS[0]!, HALF_MONTHS.at(-1)!];
  const filter = { servicePoints, from, to, form: 'express', questionnaire: 'sp39', version: 1 } as const;
  const started = performance.now();
  await office.store.snapshot(async (read) =>
    rowsOf(await servedTallies(read, { ...filter, facet }), SHAPE, facet),
  );
  return performance.now() - started;
}
async function timeOf(address: string, query: Readonly<Record<string, string>>): Promise<number> {
  await keepSignedIn(office);
  const asked = new URLSearchParams({ form: 'express', ...query });
  const response = await office.call(`/api/v1/${address}?${asked}`, { cookie });
  if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
  return Number(/dur=([\d.]+)/.exec(response.headers.get('server-timing') ?? '')![1]);
}

console.log(
  `${communes} communes, ${HALF_MONTHS.length} half-months, ${rows} rows of tallies; ms, median of ${RUNS}`,
);
const [year, quarter] = [{ period: 'report-2026-year' }, { period: 'report-2026-q3' }];
const [province, commune] = [{ unit: office.unit }, { unit: 'u7' }];
const asked: readonly (readonly [string, Facet, string, Readonly<Record<string, string>>])[] = [
  ['province, year, overview', '', 'overview', { ...province, ...year }],
  ['province, quarter, overview', '', 'overview', { ...province, ...quarter }],
  ['province, year, by unit', '', 'cuts', { ...province, ...year, by: 'unit' }],
  ['province, year, by point', '', 'cuts', { ...province, ...year, by: 'point' }],
  ['province, year, by sex', 'sex', 'cuts', { ...province, ...year, by: 'sex' }],
  ['province, year, by age', 'age', 'cuts', { ...province, ...year, by: 'age' }],
  ['province, month, by unit', '', 'cuts', { ...province, period: 'month-2026-07', by: 'unit' }],
  ['commune, quarter, by age', 'age', 'cuts', { ...commune, ...quarter, by: 'age' }],
  [
    'province, year, two units',
    '',
    'comparison',
    { ...province, ...year, group: 'II', by: 'unit', a: 'u1', b: 'u2' },
  ],
  ['province, year, passport', '', 'passport', { ...province, ...year, group: 'II' }],
];
for (const [name, facet, address, query] of asked) {
  const [floors, times]: [number[], number[]] = [[], []];
  const first = await timeOf(address, query);
  for (let run = 0; run < RUNS; run++) {
    if (run < FLOORS) floors.push(await floorOf(facet));
    times.push(await timeOf(address, query));
  }
  const [floor, time] = [median(floors), median(times)];
  console.log(
    `${name}: first ${first.toFixed(0)}, then ${time.toFixed(1)}, floor ${floor.toFixed(1)}, ratio ${(time / floor).toFixed(2)}`,
  );
}
await office.store.close();
rmSync(folder, { recursive: true, force: true });
