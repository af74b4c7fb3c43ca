import type { Context } from 'hono';
import type { Text } from '../../shared/questionnaire.ts';
import type { Right } from '../../shared/role-rights.ts';
import type { CodeOptions, CodePlace } from '../../shared/wire/codes.ts';
import { createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { invalid } from '../problem.ts';
import type { Scope } from '../scope.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { allCampaigns, type Campaign, campaignFor, heldAt } from '../store/campaigns.ts';
import { allFields, type Field, isValidOn } from '../store/fields.ts';
import { allUnits, hasEndedBy, type Unit, upwards, type WayIn } from '../store/organisation.ts';
import type { Reader } from '../store/store.ts';

/** What codes and tickets can be made for, and how a place is said: everything in the scope of an account. */
export interface Places {
  readonly scope: Scope;
  readonly units: readonly Unit[];
  readonly campaigns: readonly Campaign[];
  readonly fields: readonly Field[];
  readonly day: string;
}

/** How requests about codes and tickets begin: who asks, and what there is in their scope. */
export function createPlacesBegin(
  deps: Pick<Deps, 'store' | 'clock'>,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
  right: Right = 'organise',
): (c: Context) => Promise<{ account: StoredAccount; places: Places }> {
  const begin = createBegin(deps, guards, right);
  return async (c) => {
    const { account, scope, today } = await begin(c);
    return { account, places: await placesOf(deps.store.read, scope, today) };
  };
}

async function placesOf(read: Reader, scope: Scope, day: string): Promise<Places> {
  const [units, campaigns, fields] = await Promise.all([allUnits(read), allCampaigns(read), allFields(read)]);
  return { scope, units, campaigns, fields, day };
}

/** Campaigns that ask in a unit, its own and those above it, unless they have ended; the one in force first. */
function campaignsIn({ units, campaigns, day }: Places, unit: string): Campaign[] {
  const above = new Set(upwards(units, unit).map(({ id }) => id));
  const open = campaigns.filter(
    (each) => heldAt(each).some((id) => above.has(id)) && (each.ends === null || each.ends >= day),
  );
  const first = campaignFor(campaigns, units, unit, day);
  return open.toSorted((a, b) => Number(b === first) - Number(a === first));
}

const vietnamese = new Intl.Collator('vi', { numeric: true });

/** Words by which things are put in order, the first that differ. */
export const byWords =
  <T>(wordsOf: (one: T) => readonly string[]) =>
  (a: T, b: T): number => {
    const other = wordsOf(b);
    return wordsOf(a).reduce((order, word, i) => order || vietnamese.compare(word, other[i]!), 0);
  };

/** A unit's places beside each other, each followed by its counters: as somebody walks through the house. */
export const placeWords = (unit: Text, centre: Text | null, point: Text): string[] =>
  centre ? [unit.vi, centre.vi, point.vi] : [unit.vi, point.vi, ''];

export function optionsOf(places: Places): CodeOptions {
  const { scope, units, fields, day } = places;
  const points = [...scope.points.values()]
    .filter((point) => !hasEndedBy(point, day))
    .map((point) => ({ point, centre: scope.points.get(point.parent ?? '')?.name ?? null }))
    .sort(byWords(({ point, centre }) => placeWords(nameIn(units, point.unit), centre, point.name)))
    .map(({ point }) => point)
    .map(({ id, name, unit, parent, fields: own }) => ({
      id,
      name,
      unit: { id: unit, name: scope.points.get(parent ?? '')?.name ?? nameIn(units, unit) },
      // a counter without fields of its own has those of its centre
      fields: (own.length > 0 ? own : (scope.points.get(parent ?? '')?.fields ?? []))
        .flatMap(
          (code) => fields.find((each) => each.code === code && each.tree === treeIn(units, unit)) ?? [],
        )
        .filter((field) => isValidOn(field, day))
        .map((field) => ({ code: field.code, name: field.name })),
      campaigns: campaignsIn(places, unit).map((campaign) => ({ id: campaign.id, name: campaign.name })),
    }));
  return { today: day, points };
}

/** The way in that was asked for, or the problem that names the field: `at` is where it stands in the form. */
export function wayFor(
  options: CodeOptions,
  asked: { readonly point: string; readonly field: string | null; readonly campaign: string | null },
  at = '',
): WayIn {
  const option = options.points.find(({ id }) => id === asked.point);
  if (!option) throw invalid(`${at}point`, 'unknown');
  if (asked.field !== null && !option.fields.some(({ code }) => code === asked.field))
    throw invalid(`${at}field`, 'unknown');
  const campaign = asked.campaign ?? option.campaigns[0]?.id;
  if (!campaign || !option.campaigns.some(({ id }) => id === campaign)) throw invalid('campaign', 'unknown');
  return { servicePoint: asked.point, field: asked.field, campaign, isPinned: asked.campaign !== null };
}

/** The last day of a code or of tickets: their own, or that of their place. */
export function endsAt<T extends string | null>({ scope }: Places, way: WayIn, own: T): T | string {
  const last = scope.points.get(way.servicePoint)?.validTo ?? null;
  return last !== null && (own === null || last < own) ? last : own;
}

/** A place in words; undefined outside of the scope. */
export function placeIn(
  { scope, units, campaigns, fields }: Places,
  way: WayIn & { readonly counter: string | null },
): CodePlace | undefined {
  const point = scope.points.get(way.servicePoint);
  if (!point) return undefined;
  const campaign = campaigns.find(({ id }) => id === way.campaign);
  const tree = treeIn(units, point.unit);
  const field = fields.find((each) => each.code === way.field && each.tree === tree);
  return {
    tree,
    point: { id: point.id, name: point.name },
    centre: scope.points.get(point.parent ?? '')?.name ?? null,
    unit: { id: point.unit, name: nameIn(units, point.unit) },
    counter: way.counter,
    field: field ? { code: field.code, name: field.name } : null,
    campaign: { id: way.campaign, name: campaign?.name ?? { vi: way.campaign, en: way.campaign } },
  };
}

const nameIn = (units: readonly Unit[], id: string) =>
  units.find((unit) => unit.id === id)?.name ?? { vi: id, en: id };

const treeIn = (units: readonly Unit[], id: string) => units.find((unit) => unit.id === id)?.tree ?? 'real';
