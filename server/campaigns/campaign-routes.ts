import { type Context, Hono } from 'hono';
import { typedCode } from '../../shared/ids.ts';
import { DAY_MS, localDay, startOfLocalDay } from '../../shared/period.ts';
import { type CampaignAsked, CampaignSchema, UntilSchema } from '../../shared/wire/campaign-requests.ts';
import { NothingSchema } from '../../shared/wire/manage-requests.ts';
import { audited } from '../audited.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { readForm, readJson } from '../read-json.ts';
import { requireRight } from '../rights.ts';
import { type Scope, scopeOf } from '../scope.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import {
  addCampaign,
  allCampaigns,
  type Campaign,
  campaignsInUse,
  changeCampaign,
  dropCampaign,
  endCampaign,
  stateOn,
} from '../store/campaigns.ts';
import { fieldsOf } from '../store/fields.ts';
import { publishedDocument } from '../store/questionnaires.ts';
import type { Reader, Tx } from '../store/store.ts';
import { campaignList, viewOf } from './campaign-views.ts';
import {
  judgeCampaign,
  judgeOverlap,
  judgePlan,
  judgeUntil,
  judgeWhileRunning,
  reachOf,
} from './judge-campaign.ts';

/** A plan may have a row for each field of each commune. */
const MOST_BYTES = 256 * 1024;

interface Begun {
  readonly account: StoredAccount;
  readonly scope: Scope;
  readonly today: string;
}

/** Campaigns of the account's units: planned, changed while nothing has begun, ended. */
export function campaignRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const { store } = deps;

  async function begin(c: Context): Promise<Begun> {
    const account = await guards.account(c);
    requireRight(account, 'organise');
    c.header('cache-control', 'no-store');
    return { account, scope: await scopeOf(store.read, account), today: localDay(deps.clock()) };
  }
  /** The campaign of the address as it is in this transaction; outside of the scope there is none. */
  async function find(read: Reader, c: Context, { scope }: Begun): Promise<Campaign> {
    const found = (await allCampaigns(read)).find(({ id }) => id === c.req.param('id'));
    if (!found || !scope.units.some(({ id }) => id === found.unit)) throw new ProblemError('not-found');
    return found;
  }
  const write = (
    tx: Tx,
    { account }: Begun,
    what: string,
    { id, unit, name, ...details }: Pick<Campaign, 'id' | 'unit' | 'name'> & Record<string, unknown>,
  ) => {
    const said = { name: name.vi, ...(details as Record<string, string | null>) };
    return note(tx, audited(deps, { account: account.id, unit, what, subject: id, details: said }));
  };
  async function answer(c: Context, { scope, today }: Begun, id: string) {
    const campaign = (await allCampaigns(store.read)).find((one) => one.id === id);
    const unit = scope.units.find((one) => one.id === campaign?.unit);
    if (!campaign || !unit) throw new ProblemError('not-found');
    const isUsed = (await campaignsInUse(store.read)).has(id);
    return c.json(viewOf(campaign, unit, { today, isUsed }));
  }

  /** Judges in the transaction, so that of two people who plan the same days one is told no. */
  async function keep(tx: Tx, begun: Begun, asked: CampaignAsked, id: string): Promise<Campaign> {
    const { today, scope } = begun;
    const { questionnaire, follows, ...rest } = asked;
    const others = (await allCampaigns(tx)).filter((one) => one.id !== id);
    const isPublished = (await publishedDocument(tx, questionnaire.id, questionnaire.version)) !== undefined;
    const fields = new Set((await fieldsOf(tx, scope.tree)).map(({ code }) => code));
    const around = { today, units: scope.units, campaigns: others, isPublished: () => isPublished, fields };
    judgeCampaign(asked, around);
    const followed = judgeOverlap(asked, others, follows);
    if (followed) {
      if (!scope.units.some((unit) => unit.id === followed.unit)) throw new ProblemError('not-found');
      const ends = localDay(startOfLocalDay(asked.starts) - DAY_MS);
      await endCampaign(tx, followed.id, ends);
      await write(tx, begun, 'campaign-until', { ...pick(followed), from: followed.ends, to: ends });
    }
    return { ...rest, id, questionnaire: questionnaire.id, version: questionnaire.version };
  }
  const pick = ({ id, unit, name }: Campaign) => ({ id, unit, name });

  routes.get('/campaigns', async (c) => {
    const { account, scope, today } = await begin(c);
    return c.json(await store.snapshot((read) => campaignList(read, scope, account.unit, today)));
  });

  routes.post('/campaigns', async (c) => {
    const begun = await begin(c);
    const asked = await readForm(c, CampaignSchema, MOST_BYTES);
    const id = `c${typedCode(8, deps.random).toLowerCase()}`;
    await store.write(async (tx) => {
      const campaign = await keep(tx, begun, asked, id);
      await addCampaign(tx, campaign);
      await write(tx, begun, 'campaign-added', {
        ...pick(campaign),
        starts: campaign.starts,
        to: campaign.ends,
      });
    });
    return answer(c, begun, id);
  });

  routes.put('/campaigns/:id', async (c) => {
    const begun = await begin(c);
    const { id } = await find(store.read, c, begun);
    const asked = await readForm(c, CampaignSchema, MOST_BYTES);
    await store.write(async (tx) => {
      const now = await find(tx, c, begun);
      const state = stateOn(now, begun.today);
      if (state === 'ended') throw new ProblemError('not-possible');
      if (state === 'planned') {
        const campaign = await keep(tx, begun, asked, id);
        await changeCampaign(tx, campaign);
        await write(tx, begun, 'campaign-changed', { ...pick(campaign), starts: campaign.starts });
        return;
      }
      judgeWhileRunning(asked, now);
      const fields = new Set((await fieldsOf(tx, begun.scope.tree)).map(({ code }) => code));
      judgePlan(asked, { fields }, reachOf(begun.scope.units, now));
      const { name, thresholds, plan } = asked;
      await changeCampaign(tx, { ...now, name, thresholds, plan });
      await write(tx, begun, 'campaign-changed', pick({ ...now, name }));
    });
    return answer(c, begun, id);
  });

  routes.post('/campaigns/:id/until', async (c) => {
    const begun = await begin(c);
    const { id } = await find(store.read, c, begun);
    const { ends } = await readForm(c, UntilSchema, MOST_BYTES);
    await store.write(async (tx) => {
      const now = await find(tx, c, begun);
      if (stateOn(now, begun.today) !== 'running') throw new ProblemError('not-possible');
      judgeUntil(
        now,
        ends,
        begun.today,
        (await allCampaigns(tx)).filter((one) => one.id !== id),
      );
      await endCampaign(tx, id, ends);
      await write(tx, begun, 'campaign-until', { ...pick(now), from: now.ends, to: ends });
    });
    return answer(c, begun, id);
  });

  routes.delete('/campaigns/:id', async (c) => {
    const begun = await begin(c);
    await find(store.read, c, begun);
    await readJson(c, NothingSchema, MOST_BYTES);
    await store.write(async (tx) => {
      const now = await find(tx, c, begun);
      const isUsed = (await campaignsInUse(tx)).has(now.id);
      if (stateOn(now, begun.today) !== 'planned' || isUsed) throw new ProblemError('not-possible');
      await dropCampaign(tx, now.id);
      await write(tx, begun, 'campaign-deleted', { ...pick(now), starts: now.starts });
    });
    return c.body(null, 204);
  });
  return routes;
}
