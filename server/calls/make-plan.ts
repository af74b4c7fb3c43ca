import { toHex, uuid4 } from '../../shared/ids.ts';
import type { PlanAsked } from '../../shared/wire/call-plans.ts';
import type { Caller } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { invalid } from '../problem.ts';
import { addCases, endCase, openCaseOf } from '../store/call-cases.ts';
import { addPlan, type CallPlan, returnedDossiers } from '../store/planned-calls.ts';
import { allCampaigns, type Campaign, campaignRunning } from '../store/campaigns.ts';
import { allUnits, subtreeOf } from '../store/organisation.ts';
import type { Reader, Tx } from '../store/store.ts';
import {
  allocate,
  type Draw,
  drawSample,
  sizeOf,
  type Stratum,
  strataOfFrame,
  takeAll,
} from './draw-sample.ts';

/** Makes a plan: the frame as the dossiers stand now, the draw, a case for each dossier drawn. */

/** What a plan would be drawn from, and the campaign whose questions would be asked. */
export async function frameFor(
  read: Reader,
  { scope, today }: Caller,
  { unit, queue, from, to, ends }: PlanAsked,
): Promise<{ readonly strata: readonly Stratum[]; readonly campaign: Campaign }> {
  if (!scope.units.some(({ id }) => id === unit)) throw invalid('unit', 'unknown');
  if (to > today) throw invalid('to', 'too-late');
  if (ends < today) throw invalid('ends', 'too-early');
  const units = await allUnits(read);
  const campaign = campaignRunning(await allCampaigns(read), units, unit, today);
  if (!campaign) throw invalid('unit', 'not-allowed');
  const below = new Set(subtreeOf(units, unit).map(({ id }) => id));
  const points = [...scope.points.values()].filter((point) => below.has(point.unit)).map(({ id }) => id);
  return { strata: strataOfFrame(await returnedDossiers(read, points, { from, to }), queue), campaign };
}

/** How many of each stratum would be drawn. */
export function numbersOf(strata: readonly Stratum[], wanted: number | null): number[] {
  const sizes = strata.map(sizeOf);
  return wanted === null ? sizes.map(({ reachable }) => reachable) : allocate(sizes, wanted);
}

/** Writes the plan. Whoever is drawn into the sample is no longer called as late. */
export async function makePlan(
  tx: Tx,
  { random }: Pick<Deps, 'random'>,
  caller: Caller,
  asked: PlanAsked,
): Promise<{ readonly plan: CallPlan; readonly draw: Draw }> {
  const { strata, campaign } = await frameFor(tx, caller, asked);
  const { wanted, queue, from, to, ends, unit } = asked;
  const seed = wanted === null ? null : toHex(random(16));
  const draw = wanted === null || seed === null ? takeAll(strata) : drawSample(strata, wanted, seed);
  if (draw.drawn.length === 0) throw invalid('from', 'needed');
  const { today, account } = caller;
  const plan: CallPlan = {
    id: `g${toHex(random(6))}`,
    unit,
    campaign: campaign.id,
    queue,
    from,
    to,
    wanted,
    seed,
    made: today,
    account: account.id,
    ends,
    closed: null,
  };
  for (const { point, code, drawn } of draw.drawn) {
    const open = drawn === 'late' ? await openCaseOf(tx, point, code) : undefined;
    if (open !== undefined) await endCase(tx, open, today);
  }
  await addPlan(tx, plan, draw.strata);
  await addCases(
    tx,
    plan,
    draw.drawn.map(({ point, field, code }) => ({ id: uuid4(random), point, field, dossier: code })),
  );
  return { plan, draw };
}
