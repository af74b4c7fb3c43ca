import type { Text } from '../../shared/questionnaire.ts';
import { fraction, percentHalfUp } from '../../shared/rational.ts';
import { isWithheld, weightedByDossiers } from '../../shared/score.ts';
import { addVector, groupOf, type Vector } from '../../shared/tally.ts';
import type { Weighed } from '../../shared/wire/against-dossiers.ts';
import { type CutPart, type CutParts, figureIn, figuresOf } from './cut-parts.ts';
import type { FigureGround } from './figure-ground.ts';
import { kindOf } from './group-names.ts';
import { sumOver } from './served-cells.ts';

/** Where less of the forms say their row, the rows are not the unit. The same share as for the mix of channels. */
const TOLD_LEAST = 0.8;

interface Row {
  readonly name: Text | null;
  readonly n: number;
  readonly vector: Vector;
  readonly dossiers: number;
  readonly hasMore?: boolean;
}

/**
 * The second figure: each row counts for its dossiers and not for its visitors' readiness to answer. It is made of figures
 * that are served, and of one row more: all that are not, together. That one is the whole without the rows that are
 * served, so it tells nothing that could not be subtracted already; alone none of them counts, and none is dropped.
 */
export function weighByDossiers(
  ground: FigureGround,
  group: string,
  cut: CutParts | undefined,
  dossiers: ReadonlyMap<string, number> | null,
): Weighed {
  const { period, method, shape, form } = ground;
  if (!cut?.whole) return { not: 'open' };
  if ('withheld' in figureIn(cut.whole, period, group).served) return { not: 'headline' };
  const { figures, n } = figuresOf(cut, period, group);
  if (n === null) return { not: 'few' };
  if (!dossiers) return { not: 'dossiers' };

  const vectorOf = ({ place }: CutPart) => sumOver(place.cut, period, kindOf(shape, group));
  const served: Row[] = [];
  let hidden: Row | undefined;
  let unnamed = 0;
  const counted = new Set<string>();
  cut.parts.forEach((part, i) => {
    const figure = figures[i]!;
    const own = dossiers.get(part.value) ?? 0;
    const isServed = !('withheld' in figure.served);
    if (figure.n === 0) return;
    if (part.value === '' && isServed) {
      unnamed += figure.n;
      return;
    }
    counted.add(part.value);
    if (isServed) {
      served.push({ name: part.name, n: figure.n, vector: vectorOf(part), dossiers: own });
      return;
    }
    const vector = hidden?.vector ?? vectorOf(part).slice();
    if (hidden) addVector(vector, vectorOf(part));
    hidden = { name: null, vector, n: (hidden?.n ?? 0) + figure.n, dossiers: (hidden?.dossiers ?? 0) + own };
  });
  if (n === 0 || (n - unnamed) / n < TOLD_LEAST) return { not: 'unnamed' };
  // dossiers of which no form came count with the row of the small ones, or with the smallest that there is
  const without = [...dossiers].reduce((sum, [value, count]) => sum + (counted.has(value) ? 0 : count), 0);
  const rows = withMore([...served, ...(hidden ? [hidden] : [])], without).filter((row) => row.dossiers > 0);
  if (rows.length < 2) return { not: rows.length === 0 ? 'dossiers' : 'one-row' };

  const weighted = weightedByDossiers(
    rows.map((row) => ({ dossiers: row.dossiers, group: groupOf(row.vector, shape, group, form) })),
    method,
  );
  if (isWithheld(weighted)) return { not: 'few' };
  const { percent, low, high, nEff } = weighted;
  const [allForms, allDossiers] = [sumBy(rows, (row) => row.n), sumBy(rows, (row) => row.dossiers)];
  return {
    percent,
    low,
    high,
    nEff,
    n: weighted.n,
    rows: rows
      .toSorted((a, b) => Number(a.name === null) - Number(b.name === null) || b.dossiers - a.dossiers)
      .map((row) => ({
        name: row.name,
        hasMore: row.hasMore ?? false,
        n: row.n,
        returned: row.dossiers,
        dossierPercent: percentHalfUp(fraction(row.dossiers, allDossiers), 1),
        formPercent: percentHalfUp(fraction(row.n, allForms), 1),
      })),
  };
}

function withMore(rows: readonly Row[], more: number): Row[] {
  if (more === 0 || rows.length === 0) return [...rows];
  const small = rows.find(({ name }) => name === null) ?? rows.reduce((a, b) => (b.n < a.n ? b : a));
  return rows.map((row) => (row === small ? { ...row, dossiers: row.dossiers + more, hasMore: true } : row));
}

const sumBy = (rows: readonly Row[], count: (row: Row) => number) =>
  rows.reduce((sum, row) => sum + count(row), 0);
