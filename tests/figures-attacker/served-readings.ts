import { type Period, readPeriod } from '../../shared/period.ts';
import type { Cut, CutBy } from '../../shared/wire/cuts.ts';
import type { FactorRow, Overview, ServedScore } from '../../shared/wire/overview.ts';

/** What an attacker writes down of one page: every figure that it serves, by its place in the dimensions. */
export interface Reading {
  readonly place: string;
  readonly period: Period;
  readonly form: string;
  /** `I`, `II`, `all`, `overall`, a factor's code, or `partial` for valid and partial. */
  readonly what: string;
  /** Forms behind it: its base. */
  readonly n: number;
  /** Everything that is said of these forms. */
  readonly said: string;
}

type Figure = Pick<Reading, 'place' | 'form' | 'what'> & { readonly period: Pick<Period, 'id'> };

export const keyOf = ({ place, period, form, what }: Figure) => [place, period.id, form, what].join(' ');

/** All figures of a page; what is withheld is not there. */
export function readingsOf(page: Overview): Reading[] {
  const readings: Reading[] = [];
  const note = (place: string, period: string, what: string, score: ServedScore, more: unknown = null) => {
    if ('withheld' in score) return;
    const { percent, low, high, n, answers, noOpinion, nEff } = score;
    const said = JSON.stringify([percent, low, high, answers, noOpinion, nEff]);
    readings.push({ place, period: readPeriod(period)!, form: page.form, what, n, said });
    if (more !== null) {
      const levels = { place, period: readPeriod(period)!, form: page.form, what: `${what} levels`, n };
      readings.push({ ...levels, said: JSON.stringify(more) });
    }
  };
  const { unit, period, headline } = page;
  note(unit.id, period.id, 'I', headline.policy);
  note(unit.id, period.id, 'II', headline.service);
  note(unit.id, period.id, 'all', headline.all);
  note(unit.id, period.id, 'overall', headline.overallQuestion);
  for (const factor of page.factors) {
    note(unit.id, period.id, factor.code, factor.score, levelsOf(factor));
    for (const { number, score, levels } of factor.items)
      note(unit.id, period.id, `item ${number}`, score, levels);
  }
  for (const month of page.trend) {
    note(unit.id, month.period, 'I', month.policy);
    note(unit.id, month.period, 'II', month.service);
  }
  for (const row of page.units) {
    note(row.unit.id, period.id, 'I', row.policy);
    note(row.unit.id, period.id, 'II', row.service);
    for (const month of row.trend) note(row.unit.id, month.period, 'II', month.service);
  }
  if (page.valid !== null || page.partial !== null) {
    const heads = { place: unit.id, period: readPeriod(period.id)!, form: page.form, what: 'partial' };
    readings.push({ ...heads, n: page.shown, said: JSON.stringify([page.valid, page.partial]) });
  }
  return readings;
}

/** Cuts whose rows are places, which other pages show too. */
const BY_PLACE: ReadonlySet<CutBy> = new Set(['unit', 'point']);

/** All figures of a cut: a row of places is the figure of that place, another one that of some forms of the unit. */
export function readingsOfCut({ unit, period, form, by, groups, rows }: Cut): Reading[] {
  return rows.flatMap((row) =>
    row.figures.flatMap(({ score }, i): Reading[] => {
      if ('withheld' in score) return [];
      const { percent, low, high, n, answers, noOpinion, nEff } = score;
      const isPlace = BY_PLACE.has(by);
      return [
        {
          place: isPlace ? row.value : unit.id,
          period: readPeriod(period.id)!,
          form: by === 'form' ? row.value : form,
          what: isPlace || by === 'form' ? groups[i]! : `${groups[i]} of ${by} ${row.value}`,
          n,
          said: JSON.stringify([percent, low, high, answers, noOpinion, nEff]),
        },
      ];
    }),
  );
}

function levelsOf({ levels, noOpinion }: FactorRow): unknown {
  return levels === null && noOpinion === null ? null : [levels, noOpinion];
}
