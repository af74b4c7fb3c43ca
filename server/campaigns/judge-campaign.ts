import type { CampaignAsked } from '../../shared/wire/campaign-requests.ts';
import type { FieldFault } from '../../shared/wire/problem.ts';
import { judgeDays } from '../judge-days.ts';
import { invalid } from '../problem.ts';
import { type Campaign, heldAt, stateOn } from '../store/campaigns.ts';
import { subtreeOf, type Unit } from '../store/organisation.ts';

/** What a campaign is judged by: everything that exists, and what of it the account may name. */
export interface Surroundings {
  readonly today: string;
  /** Of the scope of the account. */
  readonly units: readonly Unit[];
  readonly campaigns: readonly Campaign[];
  /** Whether the questionnaire that is asked for is published, and not retired. */
  readonly isPublished: boolean;
  readonly fields: ReadonlySet<string>;
}

/** Ends the request at the first field that cannot be taken. A campaign begins today or later, never in the past. */
export function judgeCampaign(asked: CampaignAsked, around: Surroundings): void {
  const { unit, covers, starts } = asked;
  const below = new Set(subtreeOf(around.units, unit).map(({ id }) => id));
  if (!below.has(unit)) throw invalid('unit', 'unknown');
  if (covers?.some((id) => !below.has(id) || id === unit)) throw invalid('covers', 'unknown');
  if (!around.isPublished) throw invalid('questionnaire', 'unknown');
  if (starts < around.today) throw invalid('starts', 'too-early');
  judgeDays(asked, around.today);
  judgePlan(asked, around, covers === null ? below : coveredBy(around.units, covers));
}

const coveredBy = (units: readonly Unit[], covers: readonly string[]) =>
  new Set(covers.flatMap((id) => subtreeOf(units, id).map((one) => one.id)));

export function judgePlan(
  { plan }: Pick<CampaignAsked, 'plan'>,
  { fields }: Pick<Surroundings, 'fields'>,
  covered: ReadonlySet<string>,
): void {
  const seen = new Set<string>();
  for (const [index, { unit, field }] of (plan?.rows ?? []).entries()) {
    const fault = (part: string, why: FieldFault) => invalid(`plan.rows.${index}.${part}`, why);
    if (!covered.has(unit)) throw fault('unit', 'unknown');
    if (field !== null && !fields.has(field)) throw fault('field', 'unknown');
    const key = JSON.stringify([unit, field]);
    if (seen.has(key)) throw fault('unit', 'taken');
    seen.add(key);
  }
}

/** The units that a campaign reaches. */
export function reachOf(units: readonly Unit[], campaign: Pick<Campaign, 'unit' | 'covers'>): Set<string> {
  return coveredBy(units, heldAt(campaign));
}

/**
 * One unit holds one campaign at a time; a campaign of a unit below goes before those above it. `followed` is the
 * campaign without an end that this one takes the place of: it ends the day before, and must cover nothing beside it.
 */
export function judgeOverlap(
  asked: Pick<Campaign, 'unit' | 'covers' | 'starts' | 'ends'>,
  others: readonly Campaign[],
  followed: string | null,
): void {
  const own = heldAt(asked);
  const meets = others.filter(
    (other) =>
      heldAt(other).some((id) => own.includes(id)) &&
      (asked.ends === null || other.starts <= asked.ends) &&
      (other.ends === null || asked.starts <= other.ends),
  );
  const follows = followed === null ? undefined : meets.find(({ id }) => id === followed);
  if (followed !== null && !follows) throw invalid('follows', 'unknown');
  if (follows && (follows.ends !== null || follows.starts >= asked.starts)) throw invalid('follows', 'order');
  if (follows && !heldAt(follows).every((id) => own.includes(id))) throw invalid('covers', 'taken');
  if (meets.some((other) => other !== follows)) throw invalid('starts', 'taken');
}

/** What makes figures and forms: of a campaign that has begun none of it changes, a new campaign is made instead. */
const KEPT = ['unit', 'covers', 'starts', 'statistic', 'aggregation', 'forms'] as const;

/** A campaign that runs takes another name, other thresholds and another sample plan, and nothing else. */
export function judgeWhileRunning(asked: CampaignAsked, now: Campaign): void {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  for (const part of KEPT) if (!same(asked[part], now[part])) throw invalid(part, 'not-allowed');
  const { id, version } = asked.questionnaire;
  if (id !== now.questionnaire || version !== now.version) throw invalid('questionnaire', 'not-allowed');
  if (asked.ends !== now.ends) throw invalid('ends', 'not-allowed');
  if (asked.follows !== null) throw invalid('follows', 'not-allowed');
}

/** The last day of a campaign that has not ended: today or later, and clear of the next one. */
export function judgeUntil(
  campaign: Campaign,
  ends: string | null,
  today: string,
  others: readonly Campaign[],
): void {
  if (ends !== null && ends < campaign.starts) throw invalid('ends', 'order');
  if (ends !== null && ends < today) throw invalid('ends', 'too-early');
  const own = heldAt(campaign);
  const isMet = others.some(
    (other) =>
      other.starts > campaign.starts &&
      (ends === null || other.starts <= ends) &&
      heldAt(other).some((id) => own.includes(id)) &&
      stateOn(other, today) !== 'ended',
  );
  if (isMet) throw invalid('ends', 'taken');
}
