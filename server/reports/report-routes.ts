import { type Context, Hono } from 'hono';
import type { SurveyReport } from '../../shared/wire/survey-report.ts';
import type { Deps } from '../deps.ts';
import { cutParts } from '../figures/cut-parts.ts';
import { type AskedFigures, askedFigures, type FigureGround, onGround } from '../figures/figure-ground.ts';
import { campaignOf, overviewSources } from '../figures/routes.ts';
import { localDay } from '../../shared/period.ts';
import { ProblemError } from '../problem.ts';
import { requireRight } from '../rights.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { allPaperBatches } from '../store/paper-batches.ts';
import { buildReport } from './build-report.ts';

/** The report of a unit, as what it says and as the paragraph for the report on administrative reform. */
export function reportRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  routes.get('/report', async (c) => {
    const account = await guards.account(c);
    requireRight(account, 'figures');
    return c.json(await readReport(deps, account.unit, askedFigures(c)));
  });
  return routes;
}

/** What an account may read of it, all from one snapshot, by the method of the campaign. */
export function readReport(
  deps: Pick<Deps, 'store' | 'clock'>,
  account: string,
  asked: Omit<AskedFigures, 'method'>,
): Promise<SurveyReport> {
  return onGround(deps, account, { ...asked, method: {} }, async (ground) => {
    const { read, history, unit, tree, period, form, nowMs } = ground;
    const sources = await overviewSources(read, history, { unit, tree }, period, form, nowMs);
    return buildReport({
      page: { ...sources, method: sources.campaignMethod },
      campaign: await campaignName(ground),
      fields: await cutParts(ground, 'field'),
      batches: await allPaperBatches(read),
    });
  });
}

async function campaignName({ read, history, tree, unit, period, nowMs }: FigureGround) {
  const campaign = await campaignOf(read, history, tree.units, unit, { period, today: localDay(nowMs) });
  if (!campaign) throw new ProblemError('not-found');
  return campaign.name;
}
