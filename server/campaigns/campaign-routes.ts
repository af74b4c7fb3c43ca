import { type Context, Hono } from 'hono';
import { typedCode } from '../../shared/ids.ts';
import { dayBefore } from '../../shared/period.ts';
import {
  type CampaignAsked,
  CampaignSchema,
  DropSchema,
  UntilSchema,
} from '../../shared/wire/campaign-requests.ts';
import { audited } from '../audited.ts';
import { type Caller, createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { readForm, readJson } from '../read-json.ts';
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
import { versionNamed, versionsOf } from '../store/questionnaires.ts';
import { isSameVersion } from '../../shared/version-breaks.ts';
import type { Tx } from '../store/store.ts';
import { campaignList } from './campaign-views.ts';
import { goesBefore, goesOnUntil } from './goes-before.ts';
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

/** Campaigns of the account's units: planned, changed while nothing has begun, ended. */
export function campaignRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const { store } = deps;

  const begin = createBegin(deps, guards, 'organise');
  /** A campaign as it is in this transaction; outside of the scope there is none. */
  async function find(tx: Tx, asked: string, { scope }: Caller): Promise<Campaign> {
    const found = (await allCampaigns(tx)).find(({ id }) => id === asked);
    if (!found || !scope.units.some(({ id }) => id === found.unit)) throw new ProblemError('not-found');
    return found;
  }
  const write = (
    tx: Tx,
    { account }: Caller,
    what: string,
    { id, unit, name, ...details }: Pick<Campaign, 'id' | 'unit' | 'name'> & Record<string, unknown>,
  ) => {
    const said = { name: name.vi, ...(details as Record<string, string | null>) };
    return note(tx, audited(deps, { account: account.id, unit, what, subject: id, details: said }));
  };
  const listOf = ({ account, scope, today }: Caller) =>
    store.snapshot((read) => campaignList(read, scope, account.unit, today));
  async function answer(c: Context, begun: Caller, id: string) {
    const campaign = (await listOf(begun)).campaigns.find((one) => one.id === id);
    if (!campaign) throw new ProblemError('not-found');
    return c.json(campaign);
  }
  async function moveEnd(tx: Tx, begun: Caller, campaign: Campaign, ends: string | null): Promise<void> {
    if (!begun.scope.units.some(({ id }) => id === campaign.unit)) throw new ProblemError('not-found');
    await endCampaign(tx, campaign.id, ends);
    await write(tx, begun, 'campaign-until', { ...pick(campaign), from: campaign.ends, to: ends });
  }

  /** Judges in the transaction, so that of two people who plan the same days one is told no. */
  async function keep(
    tx: Tx,
    begun: Caller,
    asked: CampaignAsked,
    { id, now }: { readonly id: string; readonly now?: Campaign },
  ): Promise<Campaign> {
    const { today, scope } = begun;
    const { questionnaire, follows, ...rest } = asked;
    const others = (await allCampaigns(tx)).filter((one) => one.id !== id);
    // the end that it got by being followed moves with this one
    const before = now && goesBefore(others, now);
    const version = versionNamed(await versionsOf(tx, scope.tree), questionnaire);
    // a planned campaign keeps the version that it chose in time
    const had = now && isSameVersion({ id: now.questionnaire, version: now.version }, questionnaire);
    const isPublished = version !== undefined && (version.retired === null || had === true);
    const fields = new Set((await fieldsOf(tx, scope.tree)).map(({ code }) => code));
    const around = { today, units: scope.units, campaigns: others, isPublished, fields };
    judgeCampaign(asked, around);
    const open = others.map((one) => (one === before && one.id === follows ? { ...one, ends: null } : one));
    judgeOverlap(asked, open, follows);
    const followed = others.find((one) => one.id === follows);
    const lastDay = dayBefore(asked.starts);
    if (followed && followed.ends !== lastDay) await moveEnd(tx, begun, followed, lastDay);
    return { ...rest, id, questionnaire: questionnaire.id, version: questionnaire.version };
  }
  const pick = ({ id, unit, name }: Campaign) => ({ id, unit, name });

  routes.get('/campaigns', async (c) => {
    return c.json(await listOf(await begin(c)));
  });

  routes.post('/campaigns', async (c) => {
    const begun = await begin(c);
    const asked = await readForm(c, CampaignSchema, MOST_BYTES);
    const id = `c${typedCode(8, deps.random).toLowerCase()}`;
    await store.write(async (tx) => {
      const campaign = await keep(tx, begun, asked, { id });
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
    const id = c.req.param('id');
    const asked = await readForm(c, CampaignSchema, MOST_BYTES);
    await store.write(async (tx) => {
      const now = await find(tx, id, begun);
      const state = stateOn(now, begun.today);
      if (state === 'ended') throw new ProblemError('not-possible');
      if (state === 'planned') {
        const campaign = await keep(tx, begun, asked, { id, now });
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
    const id = c.req.param('id');
    const { ends } = await readForm(c, UntilSchema, MOST_BYTES);
    await store.write(async (tx) => {
      const now = await find(tx, id, begun);
      if (stateOn(now, begun.today) !== 'running') throw new ProblemError('not-possible');
      judgeUntil(
        now,
        ends,
        begun.today,
        (await allCampaigns(tx)).filter((one) => one.id !== id),
      );
      await moveEnd(tx, begun, now, ends);
    });
    return answer(c, begun, id);
  });

  routes.delete('/campaigns/:id', async (c) => {
    const begun = await begin(c);
    const id = c.req.param('id');
    const { reopens } = await readJson(c, DropSchema, MOST_BYTES);
    await store.write(async (tx) => {
      const now = await find(tx, id, begun);
      const isUsed = (await campaignsInUse(tx)).has(now.id);
      if (stateOn(now, begun.today) !== 'planned' || isUsed) throw new ProblemError('not-possible');
      await dropCampaign(tx, now.id);
      await write(tx, begun, 'campaign-deleted', { ...pick(now), starts: now.starts });
      const left = await allCampaigns(tx);
      const before = reopens ? goesBefore(left, now) : undefined;
      if (before) await moveEnd(tx, begun, before, goesOnUntil(left, before));
    });
    return c.body(null, 204);
  });
  return routes;
}
