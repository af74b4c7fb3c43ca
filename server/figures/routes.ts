import { type Context, Hono } from 'hono';
import { type FormKind, FORMS } from '../../shared/questionnaire.ts';
import { halfMonthOf, localDay, type Period, readPeriod } from '../../shared/period.ts';
import { shapeOf } from '../../shared/tally.ts';
import type { Overview, ScopeUnit } from '../../shared/wire/overview.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { requireRight } from '../rights.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { allCampaigns, campaignFor } from '../store/campaigns.ts';
import { devicesAt } from '../store/devices.ts';
import { allUnits, servicePoints, subtreeOf, type Unit, upwards } from '../store/organisation.ts';
import { allQuestionnaires } from '../store/questionnaires.ts';
import type { Reader } from '../store/store.ts';
import { closedButWaiting, releaseClosed } from '../store/release-step.ts';
import { servedTallies, waitingCount } from '../store/served-tallies.ts';
import { targetSteps } from '../store/targets.ts';
import { buildOverview, nameOf, type OverviewSources, trendMonths } from './overview.ts';
import { decodeRows, periodsAround } from './served-cells.ts';

export function figureRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();

  routes.get('/units', async (c) => {
    const account = await guards.account(c);
    const scope = subtreeOf(await allUnits(deps.store.read), account.unit);
    c.header('cache-control', 'no-store');
    return c.json(
      scope.map(
        (unit): ScopeUnit => ({ ...nameOf(unit), parent: unit.id === account.unit ? null : unit.parent }),
      ),
    );
  });

  routes.get('/overview', async (c) => {
    const account = await guards.account(c);
    requireRight(account, 'figures');
    const started = performance.now();
    const period = readPeriod(c.req.query('period') ?? '');
    const form = c.req.query('form') ?? 'express';
    if (!period || !isForm(form)) throw new ProblemError('malformed');
    const units = await allUnits(deps.store.read);
    // outside of the account's scope there is nothing, not even a refusal that would tell of it
    const unit = subtreeOf(units, account.unit).find(({ id }) => id === c.req.query('unit'));
    if (!unit) throw new ProblemError('not-found');
    const overview = await readOverview(deps, units, unit, period, form);
    c.header('cache-control', 'no-store');
    c.header('server-timing', `overview;dur=${(performance.now() - started).toFixed(1)}`);
    return c.json(overview);
  });
  return routes;
}

const isForm = (form: string): form is FormKind => (FORMS as readonly string[]).includes(form);

/** Reads what an overview is built from, after releasing half-months that have closed. */
export async function readOverview(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  units: readonly Unit[],
  unit: Unit,
  period: Period,
  form: FormKind,
): Promise<Overview> {
  const nowMs = clock();
  const currentHalfMonth = halfMonthOf(localDay(nowMs));
  if ((await closedButWaiting(store.read, currentHalfMonth)).length > 0) {
    await store.write((tx) => releaseClosed(tx, currentHalfMonth));
  }
  return store.snapshot((read) => readSources(read, units, unit, period, form, nowMs)).then(buildOverview);
}

async function readSources(
  read: Reader,
  units: readonly Unit[],
  unit: Unit,
  period: Period,
  form: FormKind,
  nowMs: number,
): Promise<OverviewSources> {
  const campaign = campaignFor(await allCampaigns(read), units, unit.id, period.to);
  const questionnaire = (await allQuestionnaires(read)).find(
    (candidate) => candidate.id === campaign?.questionnaire && candidate.version === campaign.version,
  );
  if (!campaign || !questionnaire) throw new ProblemError('not-found');
  const below = new Set(subtreeOf(units, unit.id).map(({ id }) => id));
  const tree = new Set(subtreeOf(units, upwards(units, unit.id).at(-1)!.id).map(({ id }) => id));
  const points = (await servicePoints(read)).filter((point) => tree.has(point.unit));
  const ids = points.filter((point) => below.has(point.unit)).map(({ id }) => id);
  const reach = [period, ...trendMonths(period)].flatMap((p) => [p, ...periodsAround(p)]);
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
  const above = upwards(units, unit.id).map(({ id }) => id);
  return {
    unit,
    units,
    points,
    period,
    form,
    questionnaire,
    shape: shapeOf(questionnaire),
    method: { statistic: campaign.statistic, aggregation: campaign.aggregation },
    targets: await targetSteps(read, above),
    upwards: above,
    rows: decodeRows(rows),
    waiting,
    devices,
    nowMs,
  };
}
