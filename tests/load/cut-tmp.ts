import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { nextHalfMonth } from '../../shared/period.ts';
import { QuestionnaireSchema } from '../../shared/questionnaire.ts';
import { drawExpress } from '../../shared/rotation.ts';
import { addSubmission, emptyVector, shapeOf, type Vector } from '../../shared/tally.ts';
import { cellsOf } from '../../server/figures/served-cells.ts';
import { addServicePoint, addUnit } from '../../server/store/organisation.ts';
import { servedTallies } from '../../server/store/served-tallies.ts';
import { openSqlite } from '../../server/store/store.ts';
import { putTallies } from '../../server/store/tallies.ts';
import type { TallyKey } from '../../server/store/tables.ts';
import { keepSignedIn, openOffice, signInAs, submissionOf } from '../fakes/office.ts';
import { seeded, seededNumbers } from '../fakes/seeded.ts';

/**
 * `node tests/load/cut-figures.ts [COMMUNES] [POINTS]`: a province of 124 communes with a year of tallies in 24 half-months,
 * on a SQLite file: 4 service points each, two ways of asking (992 rows of a half-month for all forms, as many times the
 * values of a facet). Prints the server's own time of the overview, of cuts, of a comparison and of a passport, of the
 * province and of a commune: the first one after a start, and the median of those that follow; beside the floor of reading
 * and decoding the same rows in the same run. It judges nothing.
 */
const communes = Number(process.argv[2] ?? 124);
const points = Number(process.argv[3] ?? 4);
const CHANNELS = ['kiosk', 'phone'];
const RUNS = Number(process.env.RUNS ?? 9);
const document = new URL('../../server/questionnaires/sp39-1.json', import.meta.url);
const questionnaire = v.parse(QuestionnaireSchema, JSON.parse(readFileSync(document, 'utf8')));
const shape = shapeOf(questionnaire);
const folder = mkdtempSync(join(tmpdir(), 'sipas-cuts-'));
const office = await openOffice({ store: await openSqlite(join(folder, 'sipas.db')) });
office.now = Date.parse('2026-12-20T09:00:00+07:00');
const cookie = await signInAs(office, 'manager');

const random = seeded(1);
const chance = seededNumbers(2);
const pick = (count: number) => Math.floor(chance() * count);
const dates = { validFrom: '2025-07-01', validTo: null };
const halfMonths = ['2025-12/2'];
while (halfMonths.length < 24) halfMonths.push(nextHalfMonth(halfMonths.at(-1)!));
let rows = 0;
const cellSets = Array.from({ length: 60 }, () => cellSet());
for (let at = 0; at < communes; at++) {
  const name = { vi: `Xã ${at}`, en: `Commune ${at}` };
  await office.store.write(async (tx) => {
    const unit = { id: `u${at}`, parent: office.unit, tree: 'real', kind: 'xa' } as const;
    await addUnit(tx, { ...unit, name, ...dates });
    for (let point = 0; point < points; point++) {
      const id = `p${at}-${point}`;
      await addServicePoint(tx, { id, unit: `u${at}`, name, opening: [], fields: [], ...dates });
      const cells = halfMonths.flatMap((halfMonth) =>
        CHANNELS.flatMap((channel) => cellsAt(id, halfMonth, channel)),
      );
      rows += cells.length;
      await putTallies(tx, cells);
    }
  });
}

interface Cell {
  readonly facet: string;
  readonly value: string;
  readonly vector: Vector;
}

/** A half-month of one way of asking at one point: some forty forms, by sex and by age beside the row for all. */
function cellSet(): readonly Cell[] {
  const found = new Map<string, Cell>();
  for (let i = 0; i < 35 + pick(10); i++) {
    const it = [...drawExpress(questionnaire, undefined, random).items];
    const a = it.map(() => ([5, 5, 4, 4, 4, 3, 2, 0] as const)[pick(8)]!);
    const submission = submissionOf(office, { it, a });
    for (const [facet, value] of [
      ['', ''],
      ['sex', ['', '1', '2'][pick(3)]!],
      ['age', ['', '1', '2', '3', '4', '5'][pick(6)]!],
    ] as const) {
      let cell = found.get(`${facet} ${value}`);
      if (!cell) found.set(`${facet} ${value}`, (cell = { facet, value, vector: emptyVector(shape) }));
      addSubmission(cell.vector, shape, submission);
    }
  }
  return [...found.values()];
}

function cellsAt(
  point: string,
  halfMonth: string,
  channel: string,
): { readonly key: TallyKey; readonly vector: Vector }[] {
  const key = { service_point: point, half_month: halfMonth, channel, form: 'express' };
  const more = { questionnaire: 'sp39', version: 1, standing: 'counted' };
  return cellSets[pick(cellSets.length)]!.map(({ facet, value, vector }) => {
    return { key: { ...key, ...more, facet, value }, vector };
  });
}

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1]!;
const servicePoints = Array.from({ length: communes }, (_, at) =>
  Array.from({ length: points }, (__, point) => `p${at}-${point}`),
).flat();
async function floorOf(facet: string): Promise<number> {
  const [from, to] = [halfMonths[0]!, halfMonths.at(-1)!];
  const filter = { servicePoints, from, to, form: 'express', questionnaire: 'sp39', version: 1 } as const;
  const started = performance.now();
  await office.store.snapshot(async (read) =>
    cellsOf(await servedTallies(read, { ...filter, facet }), shape),
  );
  return performance.now() - started;
}
async function timeOf(address: string, query: Readonly<Record<string, string>>): Promise<number> {
  await keepSignedIn(office);
  const asked = new URLSearchParams({ form: 'express', ...query });
  const c0 = process.threadCpuUsage();
  const response = await office.call(`/api/v1/${address}?${asked}`, { cookie });
  if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
  const c1 = process.threadCpuUsage(c0);
  if (process.env.CPU) return (c1.user + c1.system) / 1000;
  return Number(/dur=([\d.]+)/.exec(response.headers.get('server-timing') ?? '')![1]);
}

console.log(
  `${communes} communes, ${halfMonths.length} half-months, ${rows} rows of tallies; ms, median of ${RUNS}`,
);
const [year, quarter] = [{ period: 'report-2026-year' }, { period: 'report-2026-q3' }];
const [province, commune] = [{ unit: office.unit }, { unit: 'u7' }];
const asked: readonly (readonly [string, string, string, Readonly<Record<string, string>>])[] = [
  ['province, year, overview', '', 'overview', { ...province, ...year }],
  ['province, quarter, overview', '', 'overview', { ...province, ...quarter }],
  ['province, year, by unit', '', 'cuts', { ...province, ...year, by: 'unit' }],
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
for (const [name, facet, address, query] of asked.filter(([called]) =>
  called.includes(process.env.ONLY ?? ''),
)) {
  const [floors, times]: [number[], number[]] = [[], []];
  const first = await timeOf(address, query);
  for (let run = 0; run < RUNS; run++) {
    if (run < Number(process.env.FLOORS ?? 0)) floors.push(await floorOf(facet));
    times.push(await timeOf(address, query));
  }
  const [floor, time] = [median(floors) ?? 0, median(times)];
  console.log(
    `${name}: first ${first.toFixed(0)}, then ${time.toFixed(1)}, floor ${floor.toFixed(1)}, ratio ${(time / floor).toFixed(2)}`,
  );
}
await office.store.close();
rmSync(folder, { recursive: true, force: true });
