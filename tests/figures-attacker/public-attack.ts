import { pathToFileURL } from 'node:url';
import { FORMS } from '../../shared/questionnaire.ts';
import { DAY_MS, localDay, readPeriod, startOfLocalDay } from '../../shared/period.ts';
import type { Overview, ServedFigure } from '../../shared/wire/overview.ts';
import { switchOn } from '../../server/store/public-pages.ts';
import type { DayTree } from './differences.ts';
import { openSparseProvince, type SparseProvince } from './sparse-province.ts';

/**
 * The attacker as anybody: reads the open data of every unit's public page, before and after each quarter closes, and
 * subtracts whatever may be subtracted: every set of places that do not overlap from every place that holds them, and
 * readings from earlier ones. Beside it lies what managers are served, to which the public pages must add nothing.
 */
export interface PublicAttack {
  readonly leaks: readonly string[];
  /** Figures that were public, and sums that were subtracted. */
  readonly figures: number;
  readonly sums: number;
}

interface OpenFigure {
  readonly unit_id: string;
  readonly period: string;
  readonly form: string;
  readonly group: 'I' | 'II';
  readonly percent: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
}
type Published = OpenFigure & { readonly n: number };

const QUARTERS = ['report-2026-q4', 'report-2027-q1', 'report-2027-q2', 'report-2027-q3', 'report-2027-q4'];
const isFew = (n: number) => n > 0 && n < 10;
const nameOf = ({ unit_id, period, form, group }: OpenFigure) => [unit_id, period, form, group].join(' ');
const saidOf = ({ percent, low, high, n }: OpenFigure) => JSON.stringify([percent, low, high, n]);

export async function attackPublic(seed: number, enough?: RegExp): Promise<PublicAttack> {
  const province = await openSparseProvince(seed);
  const { office } = province;
  const leaks: string[] = [];
  const last = new Map<string, Published>();
  let [figures, sums] = [0, 0];

  async function read(): Promise<void> {
    const day = [...province.trees.keys()].at(-1)!;
    const found: Published[] = [];
    for (const unit of province.unitsOn(day)) found.push(...(await openData(province, unit)));
    figures += found.length;
    for (const one of found) {
      if (isFew(one.n)) leaks.push(`cell: ${nameOf(one)} n ${one.n}`);
      const before = last.get(nameOf(one));
      if (
        before &&
        (isFew(Math.abs(one.n - before.n)) || (one.n === before.n && saidOf(one) !== saidOf(before)))
      )
        leaks.push(`time: ${nameOf(one)} n ${before.n} then ${one.n}`);
      last.set(nameOf(one), one);
    }
    // what was public once has been kept by somebody
    for (const [tree, alike] of groupBy(last.values(), ({ period, form, group }) =>
      [period, form, group].join(' '),
    )) {
      const places = alike.map((one) => ({ one, points: pointsOf(province, one) }));
      for (const whole of places) {
        const inside = places.filter(
          ({ points }) =>
            points.size < whole.points.size && [...points].every((point) => whole.points.has(point)),
        );
        for (const part of disjointSets(inside)) {
          sums++;
          const left = whole.one.n - part.reduce((sum, { one }) => sum + one.n, 0);
          const names = part.map(({ one }) => one.unit_id).join(', ');
          if (isFew(left)) leaks.push(`sum: ${tree} ${whole.one.unit_id} minus ${names} n ${left}`);
        }
      }
    }
  }

  for (const [at, id] of QUARTERS.entries()) {
    const quarter = readPeriod(id)!;
    office.now = Math.max(office.now, startOfLocalDay(quarter.from) + 20 * DAY_MS);
    await switchAllOn(province);
    for (let round = 0; round < 1 + (at % 3); round++) await province.sendSome();
    await read();
    office.now = startOfLocalDay(quarter.to) + 2 * DAY_MS;
    await read();
    leaks.push(...(await otherThanManagers(province, id, last)));
    if (enough && leaks.some((leak) => enough.test(leak))) break;
    if (at === 2) await province.reorganise();
  }
  await office.store.close();
  return { leaks: [...new Set(leaks)], figures, sums };
}

async function openData({ office }: SparseProvince, unit: string): Promise<Published[]> {
  const response = await office.call(`/public/${unit}/data.json`);
  if (response.status !== 200) throw new Error(`the public page of ${unit} answered ${response.status}`);
  const { results } = (await response.json()) as { results: OpenFigure[] };
  return results.filter((one): one is Published => one.n !== null);
}

async function switchAllOn({ office, unitsOn, trees }: SparseProvince): Promise<void> {
  const units = unitsOn([...trees.keys()].at(-1)!);
  await office.store.write(async (tx) => {
    for (const unit of units) await switchOn(tx, { unit, since: localDay(office.now), account: 'a' });
  });
}

/** Public figures that managers are served otherwise, or not at all: then the two would tell more than either. */
async function otherThanManagers(
  province: SparseProvince,
  period: string,
  open: ReadonlyMap<string, Published>,
): Promise<string[]> {
  const day = [...province.trees.keys()].at(-1)!;
  const leaks: string[] = [];
  for (const unit of province.unitsOn(day)) {
    for (const form of FORMS) {
      const { headline } = await province.page(unit, day, period, form);
      const scores: Pick<Overview['headline'], 'policy' | 'service'> = headline;
      for (const [group, score] of [
        ['I', scores.policy],
        ['II', scores.service],
      ] as const) {
        const one = open.get([unit, period, form, group].join(' '));
        if (!one) continue;
        const { percent, low, high, n } = score as ServedFigure;
        if (saidOf(one) !== JSON.stringify([percent, low, high, n])) leaks.push(`managers: ${nameOf(one)}`);
      }
    }
  }
  return leaks;
}

/** A unit by the tree in which its figure was made: that of the quarter's last day. */
function pointsOf({ trees }: SparseProvince, { unit_id, period }: OpenFigure): ReadonlySet<string> {
  const { to } = readPeriod(period)!;
  const known: readonly (readonly [string, DayTree])[] = [...trees];
  return known.findLast(([from]) => from <= to)![1].get(unit_id)!;
}

/** Every set of places of which no two hold the same point, none left out. */
function disjointSets<T extends { readonly points: ReadonlySet<string> }>(places: readonly T[]): T[][] {
  let sets: T[][] = [[]];
  for (const place of places) {
    const fits = (set: readonly T[]) =>
      !set.some(({ points }) => [...points].some((one) => place.points.has(one)));
    sets = sets.concat(sets.filter(fits).map((set) => [...set, place]));
  }
  return sets.filter((set) => set.length > 0);
}

function groupBy<T>(list: Iterable<T>, keyFor: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(keyFor(one), [...(groups.get(keyFor(one)) ?? []), one]);
  return groups;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [seed, enough] = process.argv.slice(2);
  process.stdout.write(
    JSON.stringify(await attackPublic(Number(seed), enough ? new RegExp(enough) : undefined)),
  );
}
