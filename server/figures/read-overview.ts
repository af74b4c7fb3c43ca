import type { FormKind } from '../../shared/questionnaire.ts';
import { formerPeriod, localDay, type Period } from '../../shared/period.ts';
import { shapeOf } from '../../shared/tally.ts';
import type { Method } from '../../shared/score.ts';
import { isSameVersion } from '../../shared/version-breaks.ts';
import type { Overview } from '../../shared/wire/overview.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { allCampaigns, type Campaign, campaignFor } from '../store/campaigns.ts';
import { newestCertified } from '../store/certified-reports.ts';
import { devicesAt } from '../store/devices.ts';
import { subtreeOf, type Unit, upwards } from '../store/organisation.ts';
import { allQuestionnaires } from '../store/questionnaires.ts';
import { releaseDue } from '../store/release-due.ts';
import { waitingCount } from '../store/served-tallies.ts';
import type { Reader } from '../store/store.ts';
import { targetSteps } from '../store/targets.ts';
import { historyNow, lineage, type UnitHistory } from '../store/unit-history.ts';
import { versionsAsked } from './asked-versions.ts';
import { buildOverview, type OverviewSources } from './overview.ts';
import { type AskedUnit, type SeenUnit, seenUnit, wholeTrees } from './seen-trees.ts';
import { periodsAround } from './periods-around.ts';
import { figuresSnapshot, servedCells } from './served-books.ts';
import { trendMonths } from './trend-points.ts';

/** The overview that an account of a unit asks for, after releasing half-months that have closed. */
export async function readOverview(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  account: string,
  asked: AskedUnit & { readonly form: FormKind; readonly method?: Partial<Method> },
): Promise<Overview> {
  const nowMs = clock();
  const history = await historyNow(store);
  // outside of the account's scope there is nothing, not even a refusal that would tell of it
  const seen = seenUnit(history, account, asked, localDay(nowMs));
  if (!seen) throw new ProblemError('not-found');
  await releaseDue(store, nowMs);
  const { period, form, method = {} } = asked;
  const sources = await figuresSnapshot(store, (read) =>
    overviewSources(read, history, seen, period, form, nowMs),
  );
  return buildOverview({ ...sources, method: { ...sources.campaignMethod, ...method } });
}

/** Everything that the page of a unit is built from, in the snapshot of the reader. */
export async function overviewSources(
  read: Reader,
  history: UnitHistory,
  { unit, tree }: SeenUnit,
  period: Period,
  form: FormKind,
  nowMs: number,
): Promise<Omit<OverviewSources, 'method'>> {
  const today = localDay(nowMs);
  const campaigns = await allCampaigns(read);
  const inForce = (day: string) => campaignOn(campaigns, history, tree.units, unit, { day, today });
  const campaign = inForce(lastDay(period, today));
  const known = await allQuestionnaires(read);
  const questionnaire = known.find(
    ({ id, version }) => id === campaign?.questionnaire && version === campaign.version,
  );
  if (!campaign || !questionnaire) throw new ProblemError('not-found');
  const askedIn = (days: Pick<Period, 'from' | 'to'>) => versionsAsked(days, today, campaigns, inForce);
  const months = trendMonths(period);
  const asked = askedIn({ from: months[0]!.from, to: months.at(-1)!.to });
  const others = known.filter(
    (one) => one !== questionnaire && asked.some((name) => isSameVersion(name, one)),
  );
  const trees = wholeTrees(history, unit, tree);
  const { points } = trees.find(({ day }) => day === tree.day)!;
  const below = new Set(subtreeOf(tree.units, unit.id).map(({ id }) => id));
  const ids = points.filter((point) => below.has(point.unit)).map(({ id }) => id);
  const former = formerPeriod(period);
  const reach = [period, ...(former ? [former] : []), ...months].flatMap((p) => [p, ...periodsAround(p)]);
  const filter = {
    servicePoints: points.map(({ id }) => id),
    from: reach.reduce((min, p) => (p.halfMonths[0]! < min ? p.halfMonths[0]! : min), period.halfMonths[0]!),
    to: reach.reduce(
      (max, p) => (p.halfMonths.at(-1)! > max ? p.halfMonths.at(-1)! : max),
      period.halfMonths.at(-1)!,
    ),
    form,
    questionnaire: questionnaire.id,
    version: questionnaire.version,
    facet: '' as const,
  };
  const within = {
    ...filter,
    servicePoints: ids,
    from: period.halfMonths[0]!,
    to: period.halfMonths.at(-1)!,
  };
  const shape = shapeOf(questionnaire);
  const cells = await servedCells(read, filter, shape);
  const waiting = await waitingCount(read, within);
  const devices = await devicesAt(read, ids, localDay(nowMs));
  const above = upwards(tree.units, unit.id).map(({ id }) => id);
  return {
    unit,
    tree: trees.find(({ day }) => day === tree.day)!,
    trees,
    period,
    form,
    questionnaire,
    shape,
    campaignMethod: { statistic: campaign.statistic, aggregation: campaign.aggregation },
    targets: await targetSteps(read, above),
    upwards: above,
    cells,
    askedIn,
    otherVersions: await Promise.all(
      others.map(async (other) => {
        const its = { ...filter, questionnaire: other.id, version: other.version };
        return { questionnaire: other, cells: await servedCells(read, its, shapeOf(other)) };
      }),
    ),
    known,
    waiting,
    devices,
    certified: await newestCertified(read, { unit: unit.id, period: period.id, form }),
    nowMs,
  };
}

/** The campaign of the unit on the last day of the period, or today. */
export async function campaignOf(
  read: Reader,
  history: UnitHistory,
  units: readonly Unit[],
  unit: Unit,
  { period, today }: { readonly period: Period; readonly today: string },
): Promise<Campaign | undefined> {
  return campaignOn(await allCampaigns(read), history, units, unit, { day: lastDay(period, today), today });
}

/** While a period is open, what is planned for the rest of it has no say yet. */
const lastDay = ({ to }: Period, today: string) => (to < today ? to : today);

/** The campaign of the unit on a day; of one that a merge made, that of what it came from. */
function campaignOn(
  campaigns: readonly Campaign[],
  history: UnitHistory,
  units: readonly Unit[],
  unit: Unit,
  { day, today }: { readonly day: string; readonly today: string },
): Campaign | undefined {
  const own = campaignFor(campaigns, units, unit.id, day);
  if (own) return own;
  for (const id of lineage(history, unit.id, today)) {
    const before = campaignFor(campaigns, history.units, id, day);
    if (before) return before;
  }
  return undefined;
}
