import { countedFigure } from '../../shared/counted-figure.ts';
import { type Period, readPeriod } from '../../shared/period.ts';
import { type Method, MIN_N } from '../../shared/score.ts';
import { breakBetween, isSameVersion } from '../../shared/version-breaks.ts';
import type { TrendBreak } from '../../shared/wire/overview.ts';
import type { ImportedPoint, ImportedScore } from '../../shared/wire/imported-results.ts';
import type { StoredTable, TableSaid, TableSize } from '../store/stored-imports.ts';
import { withheldRows } from '../withhold.ts';
import type { KnownForm } from './known-forms.ts';

/** What may be told of imported tables: points before a trend, never a part of it. */

export const AREAS = { policy: 'I', service: 'II' } as const;
type AreaName = keyof typeof AREAS;

/** A trend has room for so many beside its twelve months. */
const POINTS_MOST = 6;

/** The tables that are shown: of periods that overlap the longest, so that no two of them are taken from each other. */
export function shownTables(tables: readonly StoredTable[]): { table: StoredTable; period: Period }[] {
  const dated = tables.flatMap((table) => {
    const period = readPeriod(table.period);
    return period ? [{ table, period }] : [];
  });
  const longest = dated.toSorted((a, b) => b.period.halfMonths.length - a.period.halfMonths.length);
  const shown: typeof dated = [];
  for (const one of longest) {
    const isApart = shown.every(({ period }) => period.to < one.period.from || one.period.to < period.from);
    if (isApart) shown.push(one);
  }
  return shown.sort((a, b) => (a.period.from < b.period.from ? -1 : 1)).slice(-POINTS_MOST);
}

/**
 * Whether a table must stay untold because of the tables beside it: those of the units that stand below the same one, where
 * that one has a table of the period too. What it has beyond them is a row that nobody is told.
 */
export function isToldByOthers(
  table: TableSize,
  sizes: readonly TableSize[],
  parents: ReadonlyMap<string, string | null>,
  area: AreaName,
): boolean {
  const inPeriod = new Map(
    sizes.filter(({ period }) => period === table.period).map((one) => [one.unit, one]),
  );
  const above = (unit: string): TableSize | undefined => {
    for (let at = parents.get(unit) ?? null; at !== null; at = parents.get(at) ?? null) {
      const found = inPeriod.get(at);
      if (found) return found;
    }
    return undefined;
  };
  const whole = above(table.unit);
  if (!whole) return false;
  const beside = [...inPeriod.values()].filter(({ unit }) => above(unit) === whole);
  const rest = whole[area] - beside.reduce((sum, one) => sum + one[area], 0);
  const rows = [...beside.map((one) => ({ n: one[area] })), { n: Math.max(0, rest), withheld: true }];
  return withheldRows(rows)[beside.findIndex(({ unit }) => unit === table.unit)] ?? false;
}

/** The figure of an area, as the table has it. */
export function areaScore(
  { items }: Pick<TableSaid, 'items'>,
  form: KnownForm,
  area: AreaName,
  method: Method,
): ImportedScore {
  const byNumber = new Map(items.map((item) => [item.number, item]));
  const factors = form.areas
    .filter(({ code }) => code === AREAS[area])
    .flatMap(({ code: of, factors: some }) =>
      some.map(({ code, items: asked }) => ({
        code,
        area: of,
        items: asked.flatMap(({ number }) => byNumber.get(number) ?? []),
      })),
    );
  return countedFigure(factors, method);
}

export interface PointSources {
  /** Of the unit. */
  readonly tables: readonly StoredTable[];
  /** Of every unit that has a table of the same periods. */
  readonly sizes: readonly TableSize[];
  readonly parents: ReadonlyMap<string, string | null>;
  readonly forms: readonly KnownForm[];
  /** What the unit asks today. */
  readonly now: { readonly id: string; readonly version: number } | null;
  readonly method: Method;
  readonly names: ReadonlyMap<string, string>;
}

export function importedPoints(sources: PointSources): {
  readonly points: ImportedPoint[];
  readonly breaks: TrendBreak[];
} {
  const { forms, sizes, parents, method, names } = sources;
  const formOf = (name: { readonly id: string; readonly version: number }) =>
    forms.find((form) => isSameVersion(form, name));
  const now = sources.now && formOf(sources.now);
  const shown = shownTables(sources.tables).flatMap((one) => {
    const form = formOf({ id: one.table.questionnaire, version: one.table.version });
    return form ? [{ ...one, form }] : [];
  });
  const between = (from: KnownForm, to: KnownForm) => {
    const { groups } = breakBetween(from, to, forms);
    const state = (area: AreaName) => groups.get(AREAS[area]) ?? 'changed';
    return { policy: state('policy'), service: state('service') };
  };
  const nameOf = ({ id, version }: KnownForm) => ({ id, version });
  const points = shown.map(({ table, period, form }): ImportedPoint => {
    const score = (area: AreaName): ImportedScore => {
      const found = areaScore(table, form, area, method);
      if ('withheld' in found) return found;
      return isToldByOthers(table, sizes, parents, area) ? { withheld: 'complement' } : found;
    };
    const [policy, service] = [score('policy'), score('service')];
    const isTold = [policy, service].some((one) => !('withheld' in one));
    return {
      imported: true,
      period: period.id,
      from: period.from,
      to: period.to,
      version: nameOf(form),
      formName: form.name,
      forms: isTold && table.forms >= MIN_N ? table.forms : null,
      policy,
      service,
      now: now ? between(form, now) : null,
      file: table.file,
      day: table.day,
      by: names.get(table.account) ?? null,
      reason: table.reason,
    };
  });
  const breaks = shown.flatMap(({ form }, at): TrendBreak[] => {
    const before = shown[at - 1]?.form;
    if (!before || isSameVersion(before, form)) return [];
    return [{ at, from: nameOf(before), to: nameOf(form), ...between(before, form) }];
  });
  return { points, breaks };
}
