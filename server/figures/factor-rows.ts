import type { FormKind, Questionnaire } from '../../shared/questionnaire.ts';
import type { Period } from '../../shared/period.ts';
import { groupOf, itemOf, type Shape } from '../../shared/tally.ts';
import type { FactorRow, ItemRow, ServedScore, Target } from '../../shared/wire/overview.ts';
import { withheldRows } from '../withhold.ts';
import { againstTarget } from './judge-figure.ts';
import { itemGroup } from './group-names.ts';
import type { Place } from './place-tree.ts';
import type { ReadOut } from './read-out.ts';
import { sumOver } from './served-cells.ts';

/** The factors of a questionnaire with their items. */
export function factorRows(
  readOut: ReadOut,
  place: Place,
  period: Period,
  questionnaire: Questionnaire,
  shape: Shape,
  form: FormKind,
  target: Target | null,
): FactorRow[] {
  const vector = sumOver(place.cut, period, 'factors');
  return questionnaire.areas.flatMap((area) =>
    area.factors.map(({ code, name, short, items: factorItems }) => {
      const figure = readOut.figure(place, period, code);
      const items = groupOf(vector, shape, code, form).factors.flatMap((factor) => factor.items);
      const hidden = 'withheld' in figure.served;
      const levelSum = (level: number) => items.reduce((sum, item) => sum + (item.levels[level] ?? 0), 0);
      return {
        code,
        area: area.code,
        name,
        short,
        score: figure.served,
        levels: hidden ? null : [0, 1, 2, 3, 4].map(levelSum),
        noOpinion: hidden ? null : items.reduce((sum, item) => sum + item.noOpinion, 0),
        targetState: againstTarget(figure, target),
        gap: gapOf(figure.served, target),
        items: itemRows(
          readOut,
          place,
          period,
          factorItems.map(({ number, headline }) => ({ number, name: headline })),
          { shape, form },
        ),
      };
    }),
  );
}

function gapOf(served: ServedScore, target: Target | null): number | null {
  if (!target || 'withheld' in served) return null;
  return Math.round(10 * target.percent - 10 * served.percent) / 10;
}

/** In the express form the items of a factor share its forms, so what is withheld of them is a rest of the factor. */
function itemRows(
  readOut: ReadOut,
  place: Place,
  period: Period,
  items: readonly Pick<ItemRow, 'number' | 'name'>[],
  { shape, form }: { readonly shape: Shape; readonly form: FormKind },
): ItemRow[] {
  const vector = sumOver(place.cut, period, 'items');
  const figures = items.map(({ number }) => readOut.figure(place, period, itemGroup(number)));
  const hidden = withheldRows(figures.map(({ n, served }) => ({ n, withheld: 'withheld' in served })));
  return items.map((item, i) => {
    const { served } = figures[i]!;
    if ('withheld' in served) return { ...item, score: served, levels: null };
    if (hidden[i]) return { ...item, score: { withheld: 'complement' }, levels: null };
    return { ...item, score: served, levels: itemOf(vector, shape, item.number, form).levels };
  });
}
