import type { Text } from '../../shared/questionnaire.ts';
import type { FactorRow, Overview, ServedScore } from '../../shared/wire/overview.ts';
import type { ChannelForms, ReportRow, SurveyReport, Weakest } from '../../shared/wire/survey-report.ts';
import { buildOverview, overviewPage, type OverviewSources } from '../figures/overview.ts';
import { pageOf } from '../figures/place-tree.ts';
import { slice } from '../figures/served-cells.ts';
import type { PaperBatch } from '../store/paper-batches.ts';
import { figuresFileName } from '../../shared/figures-file-name.ts';
import { batchesIn, formsOfRows, printedOf } from './counted-forms.ts';
import { reportFigure } from './report-figure.ts';
import { reportItems } from './report-items.ts';
import { writeParagraph } from './report-paragraph.ts';

/** What a report tells beside the page of its unit; nothing is read here. */
export interface ReportSources {
  readonly page: OverviewSources;
  readonly campaign: Text;
  /** The unit told apart by fields, and by what people say of themselves; undefined before the period has closed. */
  readonly fields: Pick<SurveyReport, 'fields' | 'fieldForms'> | undefined;
  readonly people: SurveyReport['respondents'];
  readonly batches: readonly PaperBatch[];
  readonly remarks: SurveyReport['remarks'];
  readonly root: SurveyReport['root'];
}

/** The report of a unit: figures that its page serves, each with the sums that an inspector recomputes it from. */
export function buildReport(from: ReportSources): SurveyReport {
  const { page: sources, campaign, fields, people, remarks, root } = from;
  const overview = buildOverview(sources);
  const read = overviewPage(sources);
  const { page, readOut } = read;
  const { period, tree, unit, questionnaire } = sources;
  const own = (group: string, score: ServedScore) => reportFigure(readOut, page.place, period, group, score);
  const { headline } = overview;
  const { policy, service, all, overallQuestion, target, policyTarget, serviceTarget } = headline;
  const points = new Set(page.place.points);
  const batches = batchesIn(sources, points, from.batches);
  const partForms = formsOfRows(
    page.parts.map(({ place }) => ({ place, readOut })),
    period,
  );
  const report: Omit<SurveyReport, 'paragraph'> = {
    unit: overview.unit,
    treeDay: overview.treeDay,
    period: overview.period,
    form: overview.form,
    questionnaire: overview.questionnaire,
    alsoAsked: overview.alsoAsked,
    method: overview.method,
    asOf: overview.asOf,
    received: overview.received,
    shown: overview.shown,
    valid: overview.valid,
    partial: overview.partial,
    former: overview.former,
    trend: overview.trend,
    trendBreaks: overview.trendBreaks,
    above: tree.units.find(({ id }) => id === unit.parent)?.name ?? null,
    campaign,
    questionnaireTitle: questionnaire.title,
    points: points.size,
    channels: formsByChannel(sources, read, overview, batches),
    target,
    policyTarget,
    serviceTarget,
    policy: own('I', policy),
    service: own('II', service),
    all: own('all', all),
    overallQuestion: own('overall', overallQuestion),
    factors: overview.factors.map(({ code, area, name, short, score, targetState, gap }) => {
      return { ...own(code, score), area, name, short, targetState, gap };
    }),
    items: reportItems(sources, read, overview.factors),
    respondents: people,
    weakest: weakestOf(overview.factors),
    units: overview.units.map((row, at): ReportRow => {
      const { place } = page.parts[at]!;
      return {
        name: row.unit.name,
        policy: reportFigure(readOut, place, period, 'I', row.policy),
        service: reportFigure(readOut, place, period, 'II', row.service),
      };
    }),
    unitsWithheld: overview.unitsWithheld,
    unitForms: overview.units.map(({ unit: { name } }, at) => {
      const { place } = page.parts[at]!;
      return {
        name,
        out: printedOf(batches.filter((batch) => place.points.has(batch.servicePoint))),
        ...partForms[at]!,
      };
    }),
    fieldForms: fields?.fieldForms ?? [],
    remarks,
    root,
    fileName: figuresFileName('bao-cao-hai-long', overview),
    fields: fields?.fields ?? null,
    certified: null,
  };
  return { ...report, paragraph: { vi: writeParagraph(report, 'vi'), en: writeParagraph(report, 'en') } };
}

/** Forms handed out are known of paper alone. Valid forms of a way are told only where no way's number can be subtracted. */
function formsByChannel(
  sources: OverviewSources,
  { whole, readOut }: ReturnType<typeof overviewPage>,
  { channels, valid }: Overview,
  batches: readonly PaperBatch[],
): ChannelForms[] {
  const { period, unit, tree } = sources;
  const out = printedOf(batches) ?? 0;
  const counted = formsOfRows(
    channels.map(({ channel }) => {
      const cells = slice(sources.cells, 'channel', [channel]);
      return { place: pageOf(unit.id, tree.day, { ...whole, cells }).place, readOut };
    }),
    period,
    valid !== null,
  );
  const told = channels.map(({ channel, shown }, at): ChannelForms => {
    return {
      channel,
      out: channel === 'paper' ? out : null,
      shown,
      valid: shown === null ? null : counted[at]!.valid,
    };
  });
  // handed out, and none has come back yet
  const isMissing = out > 0 && !told.some(({ channel }) => channel === 'paper');
  return isMissing ? [...told, { channel: 'paper', out, shown: 0, valid: 0 }] : told;
}

/** Of the factors as they are printed; those of few forms say too little to be pointed at, here as on the page. */
function weakestOf(factors: readonly FactorRow[]): Weakest {
  const told = factors
    .flatMap(({ code, score }) =>
      'withheld' in score || score.grey ? [] : [{ code, percent: score.percent }],
    )
    .toSorted((a, b) => a.percent - b.percent);
  const [first, second, third] = told;
  if (!first || !second) return { kind: 'few' };
  return third?.percent === second.percent
    ? { kind: 'tied' }
    : { kind: 'two', codes: [first.code, second.code] };
}
