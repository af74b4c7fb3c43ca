import { isOpen } from '../../shared/period.ts';
import { fraction, percentHalfUp } from '../../shared/rational.ts';
import type { AgainstDossiers, TakeUp, TakeUpRow } from '../../shared/wire/against-dossiers.ts';
import { type CutParts, cutParts, figureIn, figuresOf } from './cut-parts.ts';
import type { FigureGround } from './figure-ground.ts';
import { OVERALL_QUESTION } from './group-names.ts';
import { type ReturnedDossiers, returnedDossiers } from './returned-dossiers.ts';
import { POLICY, SERVICE } from './trend-points.ts';
import { nameOf } from './unit-rows.ts';
import { weighByDossiers } from './weigh-by-dossiers.ts';

/** Forms of a unit and a period beside the dossiers that it returned: how many, and the percentages weighted by them. */
export async function buildAgainst(ground: FigureGround): Promise<AgainstDossiers> {
  const { unit, tree, period, form, method, nowMs } = ground;
  const byUnit = (await cutParts(ground, 'unit'))!;
  const byField = await cutParts(ground, 'field');
  const isUnit = new Set(tree.units.map(({ id }) => id));
  const below = byUnit.parts.map(({ value }) => value).filter((value) => isUnit.has(value));
  const { byUnit: returned, knownUntil } = await returnedDossiers(ground, [unit.id, ...below]);
  const own = returned.get(unit.id)!;
  const ofUnits = below.length === byUnit.parts.length ? allKnown(below, returned) : null;
  const { served, n } = figureIn(byUnit.whole!, period, OVERALL_QUESTION);
  const rowsOf = (cut: CutParts, returnedBy: (value: string) => number | null): TakeUpRow[] => {
    const { figures } = figuresOf(cut, period, OVERALL_QUESTION);
    return cut.parts.map(({ value, name }, i) => {
      const figure = figures[i]!;
      const forms = 'withheld' in figure.served ? null : figure.n;
      return { value, name: name ?? { vi: value, en: value }, ...takeUp(forms, returnedBy(value)) };
    });
  };
  return {
    unit: nameOf(unit),
    period: { id: period.id, from: period.from, to: period.to, open: isOpen(period, nowMs) },
    form,
    method,
    knownUntil,
    total: takeUp('withheld' in served ? null : n, own.all),
    units: rowsOf(byUnit, (value) => returned.get(value)?.all ?? null).filter(({ value }) =>
      isUnit.has(value),
    ),
    fields: byField
      ? rowsOf(byField, (value) => own.byField && (own.byField.get(value) ?? 0)).filter(
          // whoever did not say a field has none of the dossiers beside them; of others there is nothing to tell
          ({ value, forms, returned: count }) => value !== '' && (forms !== null || count !== 0),
        )
      : null,
    weighed: ([POLICY, SERVICE] as const).map((group) => ({
      group,
      plain: figureIn(byUnit.whole!, period, group).served,
      by: {
        field: weighByDossiers(ground, group, byField, own.byField),
        unit: weighByDossiers(ground, group, byUnit, ofUnits),
      },
    })),
  };
}

function takeUp(forms: number | null, returned: number | null): TakeUp {
  const isTold = forms !== null && returned !== null && returned > 0;
  return { forms, returned, per100: isTold ? percentHalfUp(fraction(forms, returned), 1) : null };
}

/** Undefined as a whole where one is not known: the others would weigh too much. */
function allKnown(
  units: readonly string[],
  returned: ReadonlyMap<string, ReturnedDossiers>,
): ReadonlyMap<string, number> | null {
  const known = new Map<string, number>();
  for (const unit of units) {
    const { all } = returned.get(unit)!;
    if (all === null) return null;
    known.set(unit, all);
  }
  return known;
}
