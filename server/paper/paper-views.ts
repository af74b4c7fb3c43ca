import { dayAfter, daysOfHalfMonth, halfMonthOf, nextHalfMonth, dayBefore } from '../../shared/period.ts';
import type {
  AboutName,
  ComparedItem,
  DrawnForm,
  PaperBatchRow,
  PaperBatchView,
  PaperOptions,
} from '../../shared/wire/paper.ts';
import type { Scope } from '../scope.ts';
import { allCampaigns, type Campaign, campaignFor, heldAt } from '../store/campaigns.ts';
import { allFields, type Field, isValidOn } from '../store/fields.ts';
import { allUnits, hasEndedBy, type Unit, upwards } from '../store/organisation.ts';
import { entriesOf, keyersOf, type PaperBatch, type PaperEntry } from '../store/paper-batches.ts';
import type { Reader } from '../store/store.ts';
import { returnedOf } from './take-form.ts';

/** Batches as pages see them: always inside the scope of an account. */
export interface PaperGround {
  readonly scope: Scope;
  readonly units: readonly Unit[];
  readonly campaigns: readonly Campaign[];
  readonly fields: readonly Field[];
  readonly today: string;
}

export async function paperGround(read: Reader, scope: Scope, today: string): Promise<PaperGround> {
  const [units, campaigns, fields] = await Promise.all([allUnits(read), allCampaigns(read), allFields(read)]);
  return { scope, units, campaigns, fields, today };
}

/** Half-months back that can still be keyed as a new batch: a quarter's forms and some time to collect them. */
const HALF_MONTHS_BACK = 8;

/** The next half-month, because forms are printed before they are handed out, the present one and those before. */
export function halfMonthsOn(today: string): string[] {
  const list = [nextHalfMonth(halfMonthOf(today)), halfMonthOf(today)];
  while (list.length < HALF_MONTHS_BACK + 2)
    list.push(halfMonthOf(dayBefore(daysOfHalfMonth(list.at(-1)!).from)));
  return list;
}

/** Whether a campaign asks on any day of a half-month. */
export function asksIn({ starts, ends }: Pick<Campaign, 'starts' | 'ends'>, halfMonth: string): boolean {
  const { from, to } = daysOfHalfMonth(halfMonth);
  return starts <= to && (ends === null || ends >= from);
}

export function paperOptions({ scope, units, campaigns, fields, today }: PaperGround): PaperOptions {
  const halfMonths = halfMonthsOn(today);
  const oldest = daysOfHalfMonth(halfMonths.at(-1)!).from;
  const points = [...scope.points.values()]
    .filter((point) => !hasEndedBy(point, oldest))
    .flatMap((point) => {
      const unit = units.find(({ id }) => id === point.unit);
      if (!unit) return [];
      const centre = scope.points.get(point.parent ?? '');
      const codes = point.fields.length > 0 ? point.fields : (centre?.fields ?? []);
      const known = fields.filter((field) => field.tree === unit.tree && isValidOn(field, today));
      const above = new Set(upwards(units, unit.id).map(({ id }) => id));
      const first = campaignFor(campaigns, units, unit.id, today);
      const asking = campaigns
        .filter(
          (each) => heldAt(each).some((id) => above.has(id)) && halfMonths.some((half) => asksIn(each, half)),
        )
        .toSorted((a, b) => Number(b === first) - Number(a === first));
      return [
        {
          id: point.id,
          name: point.name,
          unit: { id: unit.id, name: centre?.name ?? unit.name },
          fields: codes.flatMap((code) => {
            const field = known.find((each) => each.code === code);
            return field ? [{ code, name: field.name }] : [];
          }),
          campaigns: asking.map(({ id, name, starts, ends, forms }) => ({
            id,
            name,
            starts,
            ends,
            form: forms.paper,
          })),
        },
      ];
    });
  return { halfMonths, points };
}

/** A batch in words; undefined outside of the scope. */
export function rowOf(ground: PaperGround, batch: PaperBatch): PaperBatchRow | undefined {
  const point = ground.scope.points.get(batch.servicePoint);
  const unit = ground.units.find(({ id }) => id === point?.unit);
  if (!point || !unit) return undefined;
  const campaign = ground.campaigns.find(({ id }) => id === batch.campaign);
  const field = ground.fields.find(({ code, tree }) => code === batch.field && tree === unit.tree);
  const { id, form, language, halfMonth, note, made, closed, counts, unusable } = batch;
  const { printed, valid, underHalf, drawn, twice, alone } = counts;
  const sums = Object.values(batch.compared);
  return {
    id,
    tree: unit.tree,
    unit: { id: unit.id, name: unit.name },
    point: { id: point.id, name: point.name },
    campaign: { id: batch.campaign, name: campaign?.name ?? { vi: batch.campaign, en: batch.campaign } },
    field: field ? { code: field.code, name: field.name } : null,
    form,
    language,
    halfMonth,
    note,
    made,
    closed,
    printed,
    returned: returnedOf(batch),
    valid,
    underHalf,
    unusable,
    drawn,
    twice,
    alone,
    compared: sums.reduce((sum, [compared]) => sum + compared, 0),
    differing: sums.reduce((sum, [, differing]) => sum + differing, 0),
  };
}

/** The same with what is being keyed of it, for one account. */
export async function viewOf(
  read: Reader,
  ground: PaperGround,
  batch: PaperBatch,
  account: string,
): Promise<PaperBatchView | undefined> {
  const row = rowOf(ground, batch);
  if (!row) return undefined;
  const entries = await entriesOf(read, batch.id);
  return {
    ...row,
    mayKey: batch.closed === null && hasBegun(batch, ground.today),
    drawnForms: entries.flatMap((entry) => drawnForm(entry, account)),
    items: Object.entries(batch.compared)
      .map(([name, [compared, differing]]): ComparedItem => {
        const item = /^\d+$/.test(name) ? Number(name) : (name as AboutName);
        return { item, compared, differing };
      })
      .sort((a, b) => b.differing - a.differing),
    keyers: await keyersOf(read, batch.id),
    sets: batch.sets.length,
  };
}

/** Forms of a half-month that has not begun would count in the one before. */
export const hasBegun = ({ halfMonth }: Pick<PaperBatch, 'halfMonth'>, today: string): boolean =>
  daysOfHalfMonth(halfMonth).from < dayAfter(today);

function drawnForm({ state, number, keyer, first, second }: PaperEntry, account: string): DrawnForm[] {
  if (number === null || state === 'unusable') return [];
  const differences =
    first && second
      ? second.flatMap((keyed, place) =>
          keyed === first.keyed[place] ? [] : { place, first: first.keyed[place]!, second: keyed },
        )
      : [];
  return [{ number, state, isOwn: keyer === account, differences }];
}
