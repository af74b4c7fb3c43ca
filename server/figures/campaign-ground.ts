import type { FormKind, Questionnaire } from '../../shared/questionnaire.ts';
import { type Shape, shapeOf } from '../../shared/tally.ts';
import type { Caller } from '../caller.ts';
import { type DatedTree, treeOn } from '../dated-tree.ts';
import { ProblemError } from '../problem.ts';
import { allCampaigns, type Campaign, heldAt } from '../store/campaigns.ts';
import { type Unit, upwards } from '../store/organisation.ts';
import { questionnaireOf } from '../store/questionnaires.ts';
import type { Reader } from '../store/store.ts';
import { readHistory } from '../store/unit-history.ts';
import { type CampaignRun, campaignRun, paceOf } from './campaign-run.ts';
import { wholeTrees } from './seen-trees.ts';
import { periodsAround } from './periods-around.ts';
import { servedCells } from './served-books.ts';
import type { Cells } from './served-cells.ts';

/** What pages about one campaign are built from: its days, the trees, and the served tallies of all points of them. */
export interface CampaignGround {
  readonly campaign: Campaign;
  readonly run: CampaignRun;
  readonly today: string;
  /** The tree of today first, then those of all other days. */
  readonly trees: readonly DatedTree[];
  /** Units of today that the account looks after. */
  readonly mine: readonly Unit[];
  readonly questionnaire: Questionnaire;
  readonly shape: Shape;
  readonly cells: Readonly<Record<FormKind, Cells>>;
}

/** A campaign of the account's units, or of a unit above that holds there; else there is none. */
export async function readGround(
  read: Reader,
  { account, scope, today }: Caller,
  id: string,
): Promise<CampaignGround> {
  const campaign = (await allCampaigns(read)).find((one) => one.id === id);
  const questionnaire = campaign && (await questionnaireOf(read, campaign.questionnaire, campaign.version));
  const history = await readHistory(read);
  const tree = treeOn(history, today);
  const own = tree.units.find((unit) => unit.id === account.unit);
  const inside = new Set(scope.units.map((unit) => unit.id));
  const above = new Set(upwards(tree.units, account.unit).map((unit) => unit.id));
  const isSeen = campaign && (inside.has(campaign.unit) || heldAt(campaign).some((unit) => above.has(unit)));
  if (!isSeen || !questionnaire || !own) throw new ProblemError('not-found');
  const run = campaignRun(campaign, today);
  const trees = wholeTrees(history, own, tree);
  const pace = paceOf(run, today);
  // and what a count of the run could be subtracted from
  const reach = [run.period, ...(pace ? [pace] : [])].flatMap((one) => [one, ...periodsAround(one)]);
  const halfMonths = reach.flatMap((one) => one.halfMonths).sort();
  const filter = {
    servicePoints: trees[0]!.points.map((point) => point.id),
    from: halfMonths[0]!,
    to: halfMonths.at(-1)!,
    questionnaire: campaign.questionnaire,
    version: campaign.version,
    facet: '' as const,
  };
  const shape = shapeOf(questionnaire);
  const cellsOf = (form: FormKind) => servedCells(read, { ...filter, form }, shape);
  return {
    campaign,
    run,
    today,
    trees,
    mine: tree.units.filter((unit) => inside.has(unit.id)),
    questionnaire,
    shape,
    cells: { express: await cellsOf('express'), full: await cellsOf('full') },
  };
}
