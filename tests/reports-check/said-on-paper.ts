import type { Overview, ServedScore } from '../../shared/wire/overview.ts';
import type { MadeReport } from './demo-reports.ts';

/**
 * What must stand on the paper, written here anew from the pages of the API and not from the report: rows of tables without
 * the spaces and lines between their cells.
 */
type Language = 'vi' | 'en';
const grouped = (count: number, language: Language) =>
  count.toLocaleString(language === 'vi' ? 'de-DE' : 'en-US', { maximumFractionDigits: 0 });
const tenths = (value: number, language: Language) =>
  value.toFixed(1).replace('.', language === 'vi' ? ',' : '.');
export const close = (text: string) => text.replaceAll(/\s+/g, '');

export function saidOnPaper(
  { overview, cuts, report }: MadeReport,
  language: Language,
): { readonly kind: string; readonly said: string }[] {
  const { headline, factors, units, trend } = overview;
  const found: { kind: string; said: string }[] = [];
  const add = (kind: string, ...cells: readonly string[]) =>
    found.push({ kind, said: close(cells.join('')) });
  const share = (score: ServedScore) => ('withheld' in score ? '' : `${tenths(score.percent, language)} %`);
  const bounds = (score: ServedScore) =>
    'withheld' in score ? '' : `${tenths(score.low, language)}–${tenths(score.high, language)}`;
  const n = (score: ServedScore) => ('withheld' in score ? '' : grouped(score.n, language));
  const short = (score: ServedScore) =>
    'withheld' in score ? untold(score) : `${share(score)} (${bounds(score)})`;
  const untold = (score: ServedScore) =>
    'withheld' in score && score.withheld === 'no-answers'
      ? '—'
      : language === 'vi'
        ? 'không công bố'
        : 'not published';
  const row = (score: ServedScore) =>
    'withheld' in score ? [untold(score)] : [share(score), bounds(score), n(score)];
  for (const key of ['all', 'policy', 'service', 'overallQuestion'] as const)
    add('headline', ...row(headline[key]));
  for (const { code, name, score, items } of factors) {
    add('factor', `${code}. ${name[language]}`, ...row(score));
    for (const item of items) add('item', String(item.number), item.name[language], ...itemCells(item));
  }
  for (const { unit, policy, service } of units)
    add('unit', unit.name[language], short(policy), short(service), n(service));
  for (const { from, policy, service } of trend)
    if (![policy, service].every((score) => 'withheld' in score && score.withheld === 'no-answers'))
      add(
        'month',
        `${from.slice(5, 7)}/${from.slice(0, 4)}`,
        short(policy),
        n(policy),
        short(service),
        n(service),
      );
  for (const cut of Object.values(cuts))
    for (const { figures } of cut.rows) {
      const { score } = figures[0]!;
      const total = cut.totals[0]!.n;
      if (!('withheld' in score) && total !== null)
        add(
          'respondents',
          n(score),
          `${tenths(Math.floor((1000 * score.n) / total + 0.5) / 10, language)} %`,
        );
    }
  for (const paragraph of Object.values(sumsOf(report)))
    add('sums', ...paragraph.map((sum) => grouped(sum, language)));
  if (report.root) add('root', report.root.digits);
  return found;

  function itemCells({ score, levels }: Overview['factors'][number]['items'][number]): string[] {
    if ('withheld' in score || !levels) return [untold(score)];
    const counts = [...levels, score.noOpinion].map((count) => grouped(count, language));
    // what was not reached and left blank stands between; it is no number of the page
    return counts;
  }
}

/** Sums behind each figure as the API of the report has them, in the order of the annex. */
function sumsOf(report: MadeReport['report']): Record<string, number[]> {
  const found: Record<string, number[]> = {};
  for (const { group, sums } of [report.all, report.policy, report.service, ...report.factors]) {
    if (!sums) continue;
    const { n, answers, Y, M, YY, YM, MM } = sums;
    found[group] = [n, answers, Y, M, YY, YM, MM];
  }
  return found;
}
