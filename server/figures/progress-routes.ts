import { type Context, Hono } from 'hono';
import { daysOfHalfMonth } from '../../shared/period.ts';
import { formsForMargin, planForms } from '../../shared/sample-plan.ts';
import { GREY_BELOW_N, MIN_N } from '../../shared/score.ts';
import type { CampaignProgress, UnitItems } from '../../shared/wire/campaign-progress.ts';
import { type Caller, createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { calendars } from '../place-calendar.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { type Campaign, heldAt, stateOn } from '../store/campaigns.ts';
import { subtreeOf } from '../store/organisation.ts';
import type { Reader } from '../store/store.ts';
import { buildProgress, type PlannedUnit } from './build-progress.ts';
import { type CampaignGround, readGround } from './campaign-ground.ts';
import { ProblemError } from '../problem.ts';
import { itemProgress } from './item-progress.ts';
import { nameOf } from './unit-rows.ts';
import { type OpeningDays, openingDaysOf } from './days-open.ts';
import { releaseDue } from '../store/release-due.ts';
import { figuresSnapshot } from './served-books.ts';

/** `GET /campaigns/ID/progress`: how far a campaign is with its plan, for those who plan it and for units below them. */
export function progressRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const begin = createBegin(deps, guards, 'organise');
  routes.get('/campaigns/:id/progress', async (c) => {
    const caller = await begin(c);
    await releaseDue(deps.store, deps.clock());
    return c.json(await figuresSnapshot(deps.store, (read) => readProgress(read, caller, c.req.param('id'))));
  });
  routes.get('/campaigns/:id/items', async (c) => {
    const caller = await begin(c);
    await releaseDue(deps.store, deps.clock());
    const unit = c.req.query('unit') ?? caller.account.unit;
    return c.json(
      await figuresSnapshot(deps.store, (read) => readItems(read, caller, c.req.param('id'), unit)),
    );
  });
  return routes;
}

/** Asked of one unit, when somebody wants to know: there are fifty numbers, each with all that it could be subtracted from. */
async function readItems(read: Reader, caller: Caller, id: string, asked: string): Promise<UnitItems> {
  const ground = await readGround(read, caller, id);
  const unit = ground.mine.find((one) => one.id === asked);
  if (!unit) throw new ProblemError('not-found');
  const planned = { unit, wanted: null, openingDays: await openingDaysAt(read, ground, unit.id) };
  return {
    unit: nameOf(unit),
    needed: { named: MIN_N, plain: GREY_BELOW_N, margin: formsForMargin(92, 5) },
    factors: itemProgress(ground, planned),
  };
}

/** Days on which something of a unit is open. */
async function openingDaysAt(read: Reader, { trees }: CampaignGround, unit: string): Promise<OpeningDays> {
  const { units, points } = trees[0]!;
  const below = new Set(subtreeOf(units, unit).map(({ id }) => id));
  return openingDaysOf(
    points.filter((point) => below.has(point.unit)),
    await calendars(read),
  );
}

async function readProgress(read: Reader, caller: Caller, id: string): Promise<CampaignProgress> {
  const ground = await readGround(read, caller, id);
  const { campaign, run, today } = ground;
  const units: PlannedUnit[] = [];
  for (const planned of plannedUnits(ground, caller))
    units.push({ ...planned, openingDays: await openingDaysAt(read, ground, planned.unit.id) });
  return {
    today,
    campaign: { id, name: campaign.name, state: stateOn(campaign, today), hasPlan: campaign.plan !== null },
    from: run.from,
    to: run.to,
    isYear: run.isYear,
    countedFrom: daysOfHalfMonth(run.period.halfMonths[0]!).from,
    countedTo: daysOfHalfMonth(run.period.halfMonths.at(-1)!).to,
    units: buildProgress(ground, units),
  };
}

/** Units of the account that the plan names, else those at which the campaign holds, else the account's own. */
function plannedUnits(
  { campaign, mine }: CampaignGround,
  { account }: Caller,
): Omit<PlannedUnit, 'openingDays'>[] {
  const wanted = wantedBy(campaign);
  const held = heldAt(campaign);
  const named = mine.filter((unit) => wanted.has(unit.id));
  const without = mine.filter((unit) => held.includes(unit.id));
  const own = mine.filter((unit) => unit.id === account.unit);
  const shown = [named, without].find((list) => list.length > 0) ?? own;
  return shown.map((unit) => ({ unit, wanted: wanted.get(unit.id) ?? null }));
}

/** Forms that the plan asks of each unit, its fields together: figures are not cut by field. */
function wantedBy({ plan }: Campaign): ReadonlyMap<string, number> {
  const wanted = new Map<string, number>();
  if (!plan) return wanted;
  const forms = planForms(plan).rows;
  plan.rows.forEach(({ unit }, i) => wanted.set(unit, (wanted.get(unit) ?? 0) + forms[i]!));
  return wanted;
}
