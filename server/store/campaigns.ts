import * as v from 'valibot';
import { TextSchema } from '../../shared/questionnaire.ts';
import type { SamplePlan } from '../../shared/sample-plan.ts';
import type { Aggregation, Statistic } from '../../shared/score.ts';
import {
  type CampaignState,
  type Forms,
  FormsSchema,
  PlanSchema,
  type Thresholds,
  ThresholdsSchema,
} from '../../shared/wire/campaign-requests.ts';
import { type Unit, upwards } from './organisation.ts';
import type { Reader, Tx } from './store.ts';

/**
 * Campaigns. Promised: what a campaign of the past computed by never changes, because a campaign that has begun keeps
 * its method, forms, units and first day, and no campaign begins in the past.
 */
export interface Campaign {
  readonly id: string;
  readonly unit: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly questionnaire: string;
  readonly version: number;
  readonly starts: string;
  /** Last day; null = until further notice. */
  readonly ends: string | null;
  readonly statistic: Statistic;
  readonly aggregation: Aggregation;
  /** Units below `unit` that alone are covered, each with its subtree; null = the unit and all below it. */
  readonly covers: readonly string[] | null;
  readonly forms: Forms;
  readonly thresholds: Thresholds;
  readonly plan: SamplePlan | null;
}

/** What may be left out has the usual value. */
type Optional = 'covers' | 'forms' | 'thresholds' | 'plan';
export type NewCampaign = Omit<Campaign, Optional> & Partial<Pick<Campaign, Optional>>;

/** In the order of their first days. */
export async function allCampaigns(read: Reader): Promise<Campaign[]> {
  const rows = await read.selectFrom('campaigns').selectAll().orderBy('starts').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    unit: row.unit,
    name: { vi: row.name_vi, en: row.name_en },
    questionnaire: row.questionnaire,
    version: row.version,
    starts: row.starts,
    ends: row.ends,
    statistic: row.statistic as Statistic,
    aggregation: row.aggregation as Aggregation,
    covers: row.covers === null ? null : v.parse(v.array(v.string()), JSON.parse(row.covers)),
    forms: v.parse(FormsSchema, JSON.parse(row.forms)),
    thresholds: v.parse(ThresholdsSchema, JSON.parse(row.thresholds)),
    plan: row.plan === null ? null : v.parse(PlanSchema, JSON.parse(row.plan)),
  }));
}

function columnsOf(campaign: NewCampaign) {
  const { name, covers = null, forms = {}, thresholds = {}, plan = null, ...rest } = campaign;
  const { vi, en } = v.parse(TextSchema, name);
  return {
    ...rest,
    name_vi: vi,
    name_en: en,
    covers: covers && JSON.stringify(covers),
    forms: JSON.stringify(v.parse(FormsSchema, forms)),
    thresholds: JSON.stringify(v.parse(ThresholdsSchema, thresholds)),
    plan: plan && JSON.stringify(v.parse(PlanSchema, plan)),
  };
}

export async function addCampaign(tx: Tx, campaign: NewCampaign): Promise<void> {
  await tx.insertInto('campaigns').values(columnsOf(campaign)).execute();
}

/** The caller must know that nothing that past figures are made by changes. */
export async function changeCampaign(tx: Tx, campaign: Campaign): Promise<void> {
  const { id, ...columns } = columnsOf(campaign);
  await tx.updateTable('campaigns').set(columns).where('id', '=', id).execute();
}

export async function endCampaign(tx: Tx, id: string, ends: string | null): Promise<void> {
  await tx.updateTable('campaigns').set({ ends }).where('id', '=', id).execute();
}

export async function dropCampaign(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('campaigns').where('id', '=', id).execute();
}

/** Campaigns that a code, a tablet, a batch of tickets or paper forms, or a plan of calls names: they cannot go. */
export async function campaignsInUse(read: Reader): Promise<ReadonlySet<string>> {
  const codes = await read.selectFrom('codes').select('campaign').distinct().execute();
  const devices = await read.selectFrom('devices').select('campaign').distinct().execute();
  const tickets = await read.selectFrom('ticket_batches').select('campaign').distinct().execute();
  const paper = await read.selectFrom('paper_batches').select('campaign').distinct().execute();
  const calls = await read.selectFrom('call_plans').select('campaign').distinct().execute();
  return new Set([...codes, ...devices, ...tickets, ...paper, ...calls].map(({ campaign }) => campaign));
}

/** The units at which a campaign begins to hold, each for all below it. */
export const heldAt = ({ unit, covers }: Pick<Campaign, 'unit' | 'covers'>): readonly string[] =>
  covers ?? [unit];

export function stateOn({ starts, ends }: Pick<Campaign, 'starts' | 'ends'>, day: string): CampaignState {
  if (day < starts) return 'planned';
  return ends !== null && ends < day ? 'ended' : 'running';
}

/**
 * The campaign in force for a unit on a day: of its own or the nearest above it, the one that runs then; where none
 * runs, the latest that had begun; of days before all of them, the earliest. A later campaign changes no answer for a
 * day before it begins.
 */
export function campaignFor(
  campaigns: readonly Campaign[],
  units: readonly Unit[],
  unit: string,
  day: string,
): Campaign | undefined {
  const levels = upwards(units, unit).map(({ id }) =>
    campaigns.filter((campaign) => heldAt(campaign).includes(id)),
  );
  const nearest = (fits: (campaign: Campaign) => boolean) =>
    levels.map((own) => own.findLast(fits)).find((found) => found !== undefined);
  return (
    nearest((campaign) => stateOn(campaign, day) === 'running') ??
    nearest(({ starts }) => starts <= day) ??
    levels.flat().sort((a, b) => a.starts.localeCompare(b.starts))[0]
  );
}

/** The campaign that asks at a unit on a day; undefined where none runs. */
export function campaignRunning(
  campaigns: readonly Campaign[],
  units: readonly Unit[],
  unit: string,
  day: string,
): Campaign | undefined {
  const found = campaignFor(campaigns, units, unit, day);
  return found && stateOn(found, day) === 'running' ? found : undefined;
}
