import { type Context, Hono } from 'hono';
import { type FormKind, FORMS } from '../../shared/questionnaire.ts';
import { formerPeriod, halfMonthOf, isDay, localDay, type Period, readPeriod } from '../../shared/period.ts';
import { shapeOf } from '../../shared/tally.ts';
import type { Method } from '../../shared/score.ts';
import type { Overview, ScopeUnit } from '../../shared/wire/overview.ts';
import type { Deps } from '../deps.ts';
import { treeOn, underUnit } from '../dated-tree.ts';
import { ProblemError } from '../problem.ts';
import { requireRight } from '../rights.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { allCampaigns, type Campaign, campaignFor } from '../store/campaigns.ts';
import { devicesAt } from '../store/devices.ts';
import { subtreeOf, type Unit, upwards } from '../store/organisation.ts';
import { allQuestionnaires } from '../store/questionnaires.ts';
import type { Reader, Store } from '../store/store.ts';
import { isSameVersion } from '../../shared/version-breaks.ts';
import { lineage, readHistory, type UnitHistory } from '../store/unit-history.ts';
import { closedButWaiting, releaseClosed } from '../store/release-step.ts';
import { servedTallies, waitingCount } from '../store/served-tallies.ts';
import { targetSteps } from '../store/targets.ts';
import { askedMethod } from './asked-method.ts';
import { versionsAsked } from './asked-versions.ts';
import { buildOverview, type OverviewSources } from './overview.ts';
import { trendMonths } from './trend-points.ts';
import { nameOf } from './unit-rows.ts';
import { decodeRows, periodsAround } from './served-cells.ts';
import { type AskedUnit, daysSeen, type SeenUnit, seenUnit, wholeTrees } from './seen-trees.ts';

export function figureRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();

  routes.get('/units', async (c) => {
    const account = await guards.account(c);
    const history = await readHistory(deps.store.read);
    const today = localDay(deps.clock());
    const { units } = underUnit(history, treeOn(history, dayOf(c) ?? today), account.unit, today);
    const seen = new Set(units.map(({ id }) => id));
    return c.json(
      units.map((unit): ScopeUnit => {
        const isInside = unit.parent !== null && seen.has(unit.parent);
        return { ...nameOf(unit), parent: isInside ? unit.parent : null };
      }),
    );
  });

  routes.get('/units/days', async (c) => {
    const account = await guards.account(c);
    const history = await readHistory(deps.store.read);
    return c.json(daysSeen(history, account.unit, localDay(deps.clock())));
  });

  routes.get('/overview', async (c) => {
    const account = await guards.account(c);
    requireRight(account, 'figures');
    const started = performance.now();
    const period = readPeriod(c.req.query('period') ?? '');
    const form = c.req.query('form') ?? 'express';
    if (!period || !isForm(form)) throw new ProblemError('malformed');
    const asked = { unit: c.req.query('unit') ?? '', day: dayOf(c), period, form, method: askedMethod(c) };
    const overview = await readOverview(deps, account.unit, asked);
    c.header('server-timing', `overview;dur=${(performance.now() - started).toFixed(1)}`);
    return c.json(overview);
  });
  return routes;
}

/** The day whose tree is asked for. */
export function dayOf(c: Context): string | undefined {
  const day = c.req.query('asOf');
  if (day !== undefined && !isDay(day)) throw new ProblemError('malformed');
  return day;
}

export const isForm = (form: string): form is FormKind => (FORMS as readonly string[]).includes(form);

/** The overview that an account of a unit asks for, after releasing half-months that have closed. */
export async function readOverview(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  account: string,
  asked: AskedUnit & { readonly form: FormKind; readonly method?: Partial<Method> },
): Promise<Overview> {
  const nowMs = clock();
  const history = await readHistory(store.read);
  // outside of the account's scope there is nothing, not even a refusal that would tell of it
  const seen = seenUnit(history, account, asked, localDay(nowMs));
  if (!seen) throw new ProblemError('not-found');
  await releaseDue(store, nowMs);
  const { period, form, method = {} } = asked;
  return store
    .snapshot((read) => overviewSources(read, history, seen, period, form, nowMs))
    .then((sources) => buildOverview({ ...sources, method: { ...sources.campaignMethod, ...method } }));
}

/** Half-months that have closed are served whole: the next reading releases what waits in them. */
export async function releaseDue(store: Store, nowMs: number): Promise<void> {
  const currentHalfMonth = halfMonthOf(localDay(nowMs));
  if ((await closedButWaiting(store.read, currentHalfMonth)).length > 0) {
    await store.write((tx) => releaseClosed(tx, currentHalfMonth));
  }
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
    facet: '',
  };
  const within = {
    ...filter,
    servicePoints: ids,
    from: period.halfMonths[0]!,
    to: period.halfMonths.at(-1)!,
  };
  const rows = await servedTallies(read, filter);
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
    shape: shapeOf(questionnaire),
    campaignMethod: { statistic: campaign.statistic, aggregation: campaign.aggregation },
    targets: await targetSteps(read, above),
    upwards: above,
    rows: decodeRows(rows),
    askedIn,
    otherVersions: await Promise.all(
      others.map(async (other) => {
        const its = { ...filter, questionnaire: other.id, version: other.version };
        return { questionnaire: other, rows: decodeRows(await servedTallies(read, its)) };
      }),
    ),
    known,
    waiting,
    devices,
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
