import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { catalogueCommunes, catalogueId } from '../../server/administrative-units.ts';
import { rowsOf } from '../../server/figures/cell-rows.ts';
import { buildCut } from '../../server/figures/build-cut.ts';
import { cutParts } from '../../server/figures/cut-parts.ts';
import { onGround } from '../../server/figures/figure-ground.ts';
import { readOverview } from '../../server/figures/read-overview.ts';
import { addUpNation } from '../../server/nation/add-up.ts';
import { nationCsv } from '../../server/nation/nation-files.ts';
import { questionnaireOf } from '../../server/store/questionnaires.ts';
import { servedTallies } from '../../server/store/served-tallies.ts';
import { openSqlite } from '../../server/store/store.ts';
import { readPeriod } from '../../shared/period.ts';
import { shapeOf } from '../../shared/tally.ts';
import type { CutBy } from '../../shared/wire/cuts.ts';
import { AFTER_YEAR, pointAt } from '../fakes/catalogue-province.ts';
import { POINTS_OF_COMMUNE } from './invented-nation.ts';
import { HALF_MONTHS } from './invented-province.ts';

/**
 * `node tests/load/nation-queries.ts FOLDER [RUNS]`: asks of what `nation-year.ts` has made: the nation by province and by field out of
 * the signed files, a trend of the nation where the files of months are there, and of the largest province by commune and month, by
 * field, and its trend of twelve months. Prints milliseconds, the number of runs, and the floor of the same run: reading and parsing the
 * same files, reading and decoding the same rows. It judges nothing.
 */
const [folder, runsText = '9'] = process.argv.slice(2);
if (!folder) throw new Error('Name the folder.');
const RUNS = Number(runsText);
const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1]!;
const busy = () => loadavg()[0]!.toFixed(1);
const timeOf = async (work: () => unknown): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

/** First answer, then the median of those that follow, beside the floor, which is measured between them. */
async function measure(name: string, work: () => unknown, floor: () => unknown): Promise<void> {
  const first = await timeOf(work);
  const [times, floors]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    floors.push(await timeOf(floor));
    times.push(await timeOf(work));
  }
  const [own, least] = [median(times), median(floors)];
  console.log(
    `${name}: first ${first.toFixed(0)} ms, then ${own.toFixed(1)} (n ${RUNS}), floor ${least.toFixed(1)}, ratio ${(own / least).toFixed(2)}, load ${busy()}`,
  );
}

const keyLines = readFileSync(join(folder, 'keys.txt'), 'utf8').trim().split('\n');
const keys = new Map(keyLines.map((line) => [line.slice(0, 2), [line.slice(3)]]));
const YEAR = 'report-2026-year';
const months = readdirSync(folder)
  .filter((name) => name.startsWith('month-'))
  .sort();
const filesOf = (period: string) =>
  readdirSync(join(folder, period)).map((name) => {
    return { name, read: () => readFileSync(join(folder, period, name), 'utf8') };
  });
const addUp = (period: string) => addUpNation(readPeriod(period)!, filesOf(period), (code) => keys.get(code));
const parse = (period: string) => {
  for (const { read } of filesOf(period)) for (const line of read().trim().split('\n')) JSON.parse(line);
};

const files = filesOf(YEAR);
console.log(`${files.length} provinces, ${months.length} months, load ${busy()}`);
await measure(
  `nation by province, ${files.length} files of the year, keys and sums judged`,
  () => addUp(YEAR),
  () => parse(YEAR),
);
await measure(
  'the same with its table as CSV (provinces, units, items)',
  () => nationCsv(addUp(YEAR), 'vi'),
  () => parse(YEAR),
);
await measure(
  'nation by field',
  () => addUp(YEAR).forms.map(({ fields }) => fields),
  () => parse(YEAR),
);
if (months.length > 0)
  await measure(
    `trend of the nation, ${months.length} months of ${files.length} files`,
    () => months.map(addUp),
    () => months.map(parse),
  );

const command = ['server/cli/sipas.ts', 'nation', YEAR, join(folder, 'keys.txt'), join(folder, YEAR)];
await measure(
  'the whole command "nation" as a process',
  () => spawnSync(process.execPath, command),
  () => spawnSync(process.execPath, ['-e', '']),
);

const [largest] = [...keys.keys()].sort((a, b) => catalogueCommunes(b).length - catalogueCommunes(a).length);
const store = await openSqlite(join(folder, largest!, 'sipas.db'));
const deps = { store, clock: () => AFTER_YEAR };
const unit = catalogueId(largest!);
const communes = catalogueCommunes(largest!).length;
const shape = shapeOf((await questionnaireOf(store.read, 'sp39', 1))!);
const servicePoints = Array.from({ length: communes * POINTS_OF_COMMUNE }, (_, i) =>
  pointAt(Math.floor(i / POINTS_OF_COMMUNE), i % POINTS_OF_COMMUNE),
);
/** Reading and decoding the rows of a facet over the year. */
const readRows = (facet: '' | 'field') => () =>
  store.snapshot(async (read) => {
    const span = { from: HALF_MONTHS[0]!, to: HALF_MONTHS.at(-1)! };
    const filter = {
      servicePoints,
      ...span,
      form: 'express',
      questionnaire: 'sp39',
      version: 1,
      facet,
    } as const;
    return rowsOf(await servedTallies(read, filter), shape, facet);
  });
const cutBy = (by: CutBy, period: string) => () =>
  onGround(
    deps,
    unit,
    { unit, day: undefined, period: readPeriod(period)!, form: 'express', method: {} },
    async (ground) => buildCut(ground, by, ['I', 'II'], await cutParts(ground, by)),
  );
const asked = { unit, day: undefined, period: readPeriod(YEAR)!, form: 'express' } as const;
console.log(`province ${largest}: ${communes} communes, ${servicePoints.length} service points`);
await measure(
  'its overview of the year with the trend of twelve months',
  () => readOverview(deps, unit, asked),
  readRows(''),
);
await measure('by commune, one month', cutBy('unit', 'month-2026-07'), readRows(''));
await measure(
  'by commune, each of eleven months',
  async () => {
    for (let month = 1; month <= 11; month++)
      await cutBy('unit', `month-2026-${String(month).padStart(2, '0')}`)();
  },
  readRows(''),
);
await measure('by field, the year', cutBy('field', YEAR), readRows('field'));
await store.close();
