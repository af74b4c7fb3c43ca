import { spansBetween } from '../../shared/dossier-spans.ts';
import { returnedOf } from '../../shared/late-dossiers.ts';
import { localDay, type Period } from '../../shared/period.ts';
import { dossiersByField } from '../store/dossier-figures.ts';
import { subtreeOf } from '../store/organisation.ts';
import type { FigureGround } from './figure-ground.ts';
import { groupBy } from './tree-sets.ts';

/** Dossiers returned in a period: of a unit with all below it, and of its fields. Null: not known for all of it. */
export interface ReturnedDossiers {
  readonly all: number | null;
  readonly byField: ReadonlyMap<string, number> | null;
}

/** Statistics speak of whole months; half-months are known from lists alone. */
function piecesOf({ from, to }: Period, today: string) {
  const last = to < today ? to : today;
  const isOfMonths = spansBetween(from, to, 'month').every((month) => month.from >= from && month.to <= to);
  return spansBetween(from, last, isOfMonths ? 'month' : 'half');
}

/** For each of these units what it and those below it returned in the ground's period. */
export async function returnedDossiers(
  { read, tree, period, nowMs }: FigureGround,
  units: readonly string[],
): Promise<ReadonlyMap<string, ReturnedDossiers>> {
  const today = localDay(nowMs);
  // places that receive nobody hand nothing back
  const receiving = new Set(tree.points.map(({ unit }) => unit));
  const below = new Map(
    units.map((unit) => {
      const ids = subtreeOf(tree.units, unit).map(({ id }) => id);
      return [unit, ids.filter((id) => receiving.has(id))] as const;
    }),
  );
  const known = await dossiersByField(
    read,
    [...new Set([...below.values()].flat())],
    piecesOf(period, today),
    today,
  );
  const byUnit = groupBy(known, ({ unit }) => unit);
  const sums = new Map<string, ReturnedDossiers>();
  for (const [unit, ids] of below) {
    const own = ids.flatMap((id) => byUnit.get(id) ?? []);
    let all: number | null = own.length === 0 ? null : 0;
    let byField: Map<string, number> | null = own.length === 0 ? null : new Map<string, number>();
    for (const piece of own) {
      const returned = returnedOf(piece.all);
      all = all === null || returned === null ? null : all + returned;
      let told = 0;
      for (const [field, counts] of piece.fields) {
        const count = returnedOf(counts);
        if (count === null) byField = null;
        told += count ?? 0;
        byField?.set(field, (byField.get(field) ?? 0) + (count ?? 0));
      }
      // a total that its fields do not make up
      if (returned !== told) byField = null;
    }
    sums.set(unit, { all, byField });
  }
  return sums;
}
