import type { SurveyReport } from '../../shared/wire/survey-report.ts';
import { besides, isParts, type Parts } from './beside-today.ts';
import { isSameFigure } from './judge-correction.ts';

/**
 * A certified report as it may be told today. What is served now is judged by all rules of withholding (longer periods, wider
 * places, rows beside); a certified figure differs from the figure that is served now by nobody or by ten forms. So a certified
 * figure is told while the same figure is served, and held back while it is withheld: else a quarter that was certified in
 * March could be subtracted in April from a half-year that has five forms more.
 */
export function holdBack(
  certified: SurveyReport,
  live: SurveyReport,
): { readonly report: SurveyReport; readonly held: number } {
  const count = { held: 0 };
  const told = tellable({ ...certified, items: steadyItems(certified, live) }, live, count) as SurveyReport;
  // what rows hold that are withheld gives a row that is held back, where that is the only one
  const report = count.held === 0 ? told : { ...told, unitsWithheld: null };
  const { weakest, factors } = report;
  const isToldStill =
    weakest.kind !== 'two' ||
    weakest.codes.every((code) =>
      factors.some(({ group, score }) => group === code && !('withheld' in score)),
    );
  return { report: isToldStill ? report : { ...report, weakest: { kind: 'few' } }, held: count.held };
}

/**
 * Of a closed period an item moves with its factor, so by fewer than ten forms: it is told while it is the one that is served
 * today, and a correction need not wait for ten new answers to each of 39 items. Not counted: the words of a report tell of none.
 */
function steadyItems({ items }: SurveyReport, live: SurveyReport): SurveyReport['items'] {
  return besides(items, live.items).map(([own, now]) => {
    const item = own as SurveyReport['items'][number];
    if ('withheld' in item.score || isSameFigure(item, now)) return item;
    const nothing = { sums: null, levels: null, notReached: null, blank: null };
    return { ...item, score: { withheld: 'complement' as const }, ...nothing };
  });
}

/** Words of what may be nothing today without anything being withheld. */
const NO_FIGURES: ReadonlySet<string> = new Set(['above', 'target', 'root', 'certified']);

/** Everything of it that is neither withheld nor missing today, part by part. */
function tellable(own: unknown, now: unknown, count: { held: number }): unknown {
  if (Array.isArray(own)) {
    // plain lists are answers by level: told or withheld as a whole
    if (!own.some(isParts)) return now === null ? null : own;
    const pairs = besides(own, now);
    count.held += pairs.filter(([, beside]) => beside === undefined).length;
    return pairs.flatMap(([one, beside]) => (beside === undefined ? [] : [tellable(one, beside, count)]));
  }
  if (own === null || now === null) return null;
  if (!isParts(own)) return own;
  if (!('withheld' in own) && isParts(now) && 'withheld' in now) {
    count.held += 1;
    return { withheld: 'complement' };
  }
  const beside: Parts = isParts(now) ? now : {};
  return Object.fromEntries(
    Object.entries(own).map(([key, part]) => {
      const isPlain = NO_FIGURES.has(key) || !(key in beside);
      return [key, isPlain ? part : tellable(part, beside[key], count)];
    }),
  );
}
