import type { Text } from '../../shared/questionnaire.ts';
import { headOf } from '../../shared/tally.ts';
import type { FactorRow, Overview, ServedScore } from '../../shared/wire/overview.ts';
import type {
  ChannelForms,
  ReportFigure,
  ReportRow,
  SurveyReport,
  Weakest,
} from '../../shared/wire/survey-report.ts';
import { type CutParts, figuresOf } from '../figures/cut-parts.ts';
import { figureSums } from '../figures/figure-sums.ts';
import { buildOverview, overviewPage, type OverviewSources } from '../figures/overview.ts';
import { pageOf, type Place } from '../figures/place-tree.ts';
import type { ReadOut } from '../figures/read-out.ts';
import { sumOver } from '../figures/served-cells.ts';
import type { PaperBatch } from '../store/paper-batches.ts';
import { withheldRows } from '../withhold.ts';
import { figuresFileName } from '../../shared/figures-file-name.ts';
import { writeParagraph } from './report-paragraph.ts';

/** What a report tells beside the page of its unit; nothing is read here. */
export interface ReportSources {
  readonly page: OverviewSources;
  readonly campaign: Text;
  /** The unit told apart by fields; undefined before the period has closed. */
  readonly fields: CutParts | undefined;
  readonly batches: readonly PaperBatch[];
}

/** The report of a unit: figures that its page serves, each with the sums that an inspector recomputes it from. */
export function buildReport({ page: sources, campaign, fields, batches }: ReportSources): SurveyReport {
  const overview = buildOverview(sources);
  const { page, readOut } = overviewPage(sources);
  const { period, tree, unit, questionnaire } = sources;
  const own = (group: string, score: ServedScore) => figure(readOut, page.place, sources, group, score);
  const { headline } = overview;
  const { policy, service, all, overallQuestion, target, policyTarget, serviceTarget } = headline;
  const points = new Set(page.place.points);
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
    above: tree.units.find(({ id }) => id === unit.parent)?.name ?? null,
    campaign,
    questionnaireTitle: questionnaire.title,
    points: points.size,
    channels: formsByChannel(sources, overview, points, batches),
    target,
    policyTarget,
    serviceTarget,
    policy: own('I', policy),
    service: own('II', service),
    all: own('all', all),
    overallQuestion: own('overall', overallQuestion),
    factors: overview.factors.map(({ code, area, name, short, score }) => {
      return { ...own(code, score), area, name, short };
    }),
    weakest: weakestOf(overview.factors),
    units: overview.units.map((row, at): ReportRow => {
      const { place } = page.parts[at]!;
      return {
        name: row.unit.name,
        policy: figure(readOut, place, sources, 'I', row.policy),
        service: figure(readOut, place, sources, 'II', row.service),
      };
    }),
    unitsWithheld: overview.unitsWithheld,
    fileName: figuresFileName('bao-cao-hai-long', overview),
    fields: fields ? rowsOfCut(fields, period) : null,
    certified: null,
  };
  return { ...report, paragraph: { vi: writeParagraph(report, 'vi'), en: writeParagraph(report, 'en') } };
}

function figure(
  readOut: ReadOut,
  place: Place,
  { period }: Pick<OverviewSources, 'period'>,
  group: string,
  score: ServedScore,
): ReportFigure {
  const isTold = !('withheld' in score);
  return {
    group,
    score,
    sums: isTold ? figureSums(readOut.counts(place, period, group), score.noOpinion) : null,
  };
}

function rowsOfCut(cut: CutParts, period: OverviewSources['period']): ReportRow[] {
  const [policy, service] = ['I', 'II'].map((group) => {
    const { figures } = figuresOf(cut, period, group);
    return cut.parts.map(({ readOut, place }, at) =>
      figure(readOut, place, { period }, group, figures[at]!.served),
    );
  });
  return cut.parts.map(({ name }, at) => ({ name, policy: policy![at]!, service: service![at]! }));
}

/** Forms handed out are known of paper alone. Valid forms of a way are told only where no way's number can be subtracted. */
function formsByChannel(
  sources: OverviewSources,
  { channels, valid }: Overview,
  points: ReadonlySet<string>,
  batches: readonly PaperBatch[],
): ChannelForms[] {
  const { period, questionnaire, form, unit, tree } = sources;
  const { whole, readOut } = overviewPage(sources);
  const halfMonths = new Set<string>(period.halfMonths);
  const out = batches
    .filter(
      (batch) =>
        points.has(batch.servicePoint) &&
        halfMonths.has(batch.halfMonth) &&
        batch.form === form &&
        batch.questionnaire === questionnaire.id &&
        batch.version === questionnaire.version,
    )
    .reduce((sum, { counts }) => sum + counts.printed, 0);
  const counted = channels.map(({ channel, shown }) => {
    const rows = sources.rows.filter((row) => row.channel === channel);
    const { place } = pageOf(unit.id, tree.day, { ...whole, rows });
    return {
      n: headOf(sumOver(place.cut, period)).valid,
      withheld: shown === null || !readOut.mayNamePartial(place, period),
    };
  });
  const hidden = withheldRows(counted);
  const told = channels.map(({ channel, shown }, at): ChannelForms => {
    return {
      channel,
      out: channel === 'paper' ? out : null,
      shown,
      valid: valid === null || hidden[at] ? null : counted[at]!.n,
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
