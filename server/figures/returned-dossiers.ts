import { spansBetween } from '../../shared/dossier-spans.ts';
import { returnedOf } from '../../shared/late-dossiers.ts';
import { localDay, type Period } from '../../shared/period.ts';
import { type DossiersByField, dossiersByField, newestLists } from '../store/dossier-figures.ts';
import { subtreeOf } from '../store/organisation.ts';
import type { Reader } from '../store/store.ts';
import type { FigureGround } from './figure-ground.ts';
import { groupBy } from './tree-sets.ts';

/** Dossiers returned in a period: of a unit with all below it, and of its fields. Null: not known for all of it. */
export interface ReturnedDossiers {
  readonly all: number | null;
  readonly byField: ReadonlyMap<string, number> | null;
}

export interface ReturnedInPeriod {
  readonly byUnit: ReadonlyMap<string, ReturnedDossiers>;
  /** Day of a list that ends before the period does, or before today: what was returned later is not counted. */
  readonly knownUntil: string | null;
}

/** For each of these units what it and those below it returned in the ground's period. */
export async function returnedDossiers(
  { read, tree, period, nowMs }: FigureGround,
  units: readonly string[],
): Promise<ReturnedInPeriod> {
  const today = localDay(nowMs);
  // places that receive nobody hand nothing back
  const receiving = new Set(tree.points.map(({ unit }) => unit));
  const below = units.map((unit) => {
    const ids = subtreeOf(tree.units, unit).map(({ id }) => id);
    return [unit, ids.filter((id) => receiving.has(id))] as const;
  });
  const all = [...new Set(below.flatMap(([, ids]) => ids))];
  const known = await knownIn(read, all, period, today);
  const byUnit = groupBy(known, ({ unit }) => unit);
  const listed = new Set(known.filter(({ source }) => source === 'list').map(({ unit }) => unit));
  const end = period.to < today ? period.to : today;
  const days = [...(await newestLists(read, [...listed])).values()].filter((day) => day < end);
  return {
    byUnit: new Map(below.map(([unit, ids]) => [unit, sumOf(ids.flatMap((id) => byUnit.get(id) ?? []))])),
    knownUntil: days.length > 0 ? days.reduce((a, b) => (a < b ? a : b)) : null,
  };
}

/** Lists know any run of half-months; where they do not hold it all, statistics may know each month of it. */
async function knownIn(
  read: Reader,
  units: readonly string[],
  { id, from, to }: Period,
  today: string,
): Promise<DossiersByField[]> {
  const whole = await dossiersByField(read, units, [{ id, from, to }], today);
  const months = spansBetween(from, to, 'month').filter((month) => month.from <= today);
  if (months[0]?.from !== from || spansBetween(from, to, 'month').at(-1)?.to !== to) return whole;
  const rest = whole.filter(({ source }) => source === null).map(({ unit }) => unit);
  return [
    ...whole.filter(({ source }) => source !== null),
    ...(await dossiersByField(read, rest, months, today)),
  ];
}

function sumOf(pieces: readonly DossiersByField[]): ReturnedDossiers {
  let all: number | null = pieces.length === 0 ? null : 0;
  let byField = pieces.length === 0 ? null : new Map<string, number>();
  for (const piece of pieces) {
    const returned = returnedOf(piece.all);
    all = all === null || returned === null ? null : all + returned;
    let told = 0;
    for (const [field, counts] of piece.fields) {
      const count = returnedOf(counts) ?? 0;
      told += count;
      byField?.set(field, (byField.get(field) ?? 0) + count);
    }
    // a total that its fields do not make up
    if (returned !== told) byField = null;
  }
  return { all, byField };
}
