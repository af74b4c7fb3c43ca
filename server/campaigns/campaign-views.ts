import { planForms } from '../../shared/sample-plan.ts';
import type { CampaignAbove, CampaignList, CampaignView } from '../../shared/wire/campaign-requests.ts';
import type { Scope } from '../scope.ts';
import { allCampaigns, type Campaign, campaignsInUse, heldAt, stateOn } from '../store/campaigns.ts';
import { goesBefore } from './goes-before.ts';
import { fieldsOf } from '../store/fields.ts';
import { allUnits, type Unit, upwards } from '../store/organisation.ts';
import { versionsOf } from '../store/questionnaires.ts';
import type { Reader } from '../store/store.ts';

const nameOf = ({ id, name, tree }: Unit) => ({ id, name, tree });

interface Beside {
  readonly today: string;
  /** Of the scope. */
  readonly units: ReadonlyMap<string, Unit>;
  readonly campaigns: readonly Campaign[];
  readonly used: ReadonlySet<string>;
}

function viewOf(campaign: Campaign, { today, units, campaigns, used }: Beside): CampaignView {
  const { questionnaire, version, plan, ...rest } = campaign;
  const state = stateOn(campaign, today);
  const before = state === 'planned' ? goesBefore(campaigns, campaign) : undefined;
  return {
    ...rest,
    covers: campaign.covers && [...campaign.covers],
    questionnaire: { id: questionnaire, version },
    plan: plan && { ...plan, rows: plan.rows.map((row) => ({ ...row })) },
    state,
    unitName: nameOf(units.get(campaign.unit)!),
    follows: before && units.has(before.unit) ? before.id : null,
    mayDelete: state === 'planned' && !used.has(campaign.id),
    planned: plan && planForms(plan),
  };
}

/** Campaigns of the scope, and those of units above that hold at its top: read there, changed only by their own unit. */
export async function campaignList(
  read: Reader,
  scope: Scope,
  top: string,
  today: string,
): Promise<CampaignList> {
  const units = await allUnits(read);
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  const used = await campaignsInUse(read);
  const campaigns = await allCampaigns(read);
  const inside = new Map(scope.units.map((unit) => [unit.id, unit]));
  const above = new Set(upwards(units, top).map(({ id }) => id));
  return {
    today,
    campaigns: campaigns
      .filter(({ unit }) => inside.has(unit))
      .map((one) => viewOf(one, { today, units: inside, campaigns, used })),
    above: campaigns
      .filter((one) => !inside.has(one.unit) && heldAt(one).some((id) => above.has(id)))
      .map(
        (one): CampaignAbove => ({
          id: one.id,
          name: one.name,
          state: stateOn(one, today),
          unitName: nameOf(unitOf.get(one.unit)!),
          starts: one.starts,
          ends: one.ends,
          statistic: one.statistic,
          aggregation: one.aggregation,
          questionnaire: { id: one.questionnaire, version: one.version },
        }),
      ),
    questionnaires: (await versionsOf(read, scope.tree)).map(({ questionnaire, retired }) => {
      const { id, version, title } = questionnaire;
      return { id, version, title, retired };
    }),
    fields: (await fieldsOf(read, scope.tree)).map(({ code, name }) => ({ code, name })),
  };
}
