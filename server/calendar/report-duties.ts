import type { Period } from '../../shared/period.ts';
import { planForms } from '../../shared/sample-plan.ts';
import type { CertifiedForm, UnitDuty } from '../../shared/wire/report-calendar.ts';
import { campaignRun } from '../figures/campaign-run.ts';
import { allCampaigns, type Campaign, campaignFor } from '../store/campaigns.ts';
import { certifiedMarks } from '../store/certified-reports.ts';
import { listDevices } from '../store/listed-devices.ts';
import { allUnits, servicePoints, subtreeOf, type Unit } from '../store/organisation.ts';
import { openPaperBatches } from '../store/paper-batches.ts';
import type { Reader } from '../store/store.ts';
import { receivedBetween } from '../store/tallied-forms.ts';
import { devicesOwing, stateOf } from './duty-state.ts';

export type Duties = Awaited<ReturnType<typeof readDuties>>;

/** What reports of units rest on, read once for all of them. */
export async function readDuties(read: Reader, today: string) {
  const units = await allUnits(read);
  const points = await servicePoints(read);
  const campaigns = await allCampaigns(read);
  const marks = await certifiedMarks(read);
  const devices = await listDevices(read);
  const batches = await openPaperBatches(read);
  const below = (unit: string) => new Set(subtreeOf(units, unit).map(({ id }) => id));

  /** The campaign that a report of the unit is about; undefined where none had begun, or nobody is received there. */
  const campaignOf = (unit: Unit, period: Period): Campaign | undefined => {
    const day = period.to < today ? period.to : today;
    const found = campaignFor(campaigns, units, unit.id, day);
    if (!found || found.starts > period.to) return undefined;
    const stood = unit.validFrom <= period.to && (unit.validTo === null || unit.validTo >= day);
    return stood && pointsOf(unit).size > 0 ? found : undefined;
  };
  const known = new Map<string, ReadonlySet<string>>();
  const pointsOf = ({ id: unit }: Unit): ReadonlySet<string> => {
    const found = known.get(unit);
    if (found) return found;
    const inside = below(unit);
    const own = new Set(points.filter((point) => inside.has(point.unit)).map(({ id }) => id));
    known.set(unit, own);
    return own;
  };
  const certifiedOf = (unit: string, period: string): CertifiedForm[] =>
    marks
      .filter((mark) => mark.unit === unit && mark.period === period)
      .map(({ form, version, day }) => ({ form, version, day }));

  /** What is owed, without the forms that have come. */
  function owed(unit: Unit, period: Period): Omit<UnitDuty, 'unit' | 'received' | 'planned'> {
    const own = pointsOf(unit);
    const halfMonths = new Set<string>(period.halfMonths);
    const paper = batches.filter(
      ({ servicePoint, halfMonth }) => own.has(servicePoint) && halfMonths.has(halfMonth),
    ).length;
    const owing = {
      devices: devicesOwing(devices, own, period, today),
      paper,
      certified: certifiedOf(unit.id, period.id),
    };
    return { ...owing, state: stateOf(period, today, owing) };
  }

  /** Of each unit with what has come and what is planned. */
  async function complete(list: readonly Unit[], period: Period): Promise<UnitDuty[]> {
    const span = { from: period.halfMonths[0]!, to: period.halfMonths.at(-1)! };
    const of = list.map((unit) => ({ unit, points: pointsOf(unit) }));
    const all = [...new Set(of.flatMap((one) => [...one.points]))];
    const received = await receivedBetween(read, all, span);
    return of.map(({ unit, points: own }) => ({
      unit: { id: unit.id, name: unit.name, tree: unit.tree },
      ...owed(unit, period),
      received: [...own].reduce((sum, point) => sum + (received.get(point) ?? 0), 0),
      planned: plannedOf(campaignOf(unit, period), below(unit.id), period, today),
    }));
  }
  return { units, campaignOf, owed, complete };
}

/** What the plan asks of a unit and all below it, over the days of the campaign. */
function plannedOf(
  campaign: Campaign | undefined,
  below: ReadonlySet<string>,
  period: Period,
  today: string,
): UnitDuty['planned'] {
  if (!campaign?.plan) return null;
  const { rows } = planForms(campaign.plan);
  const forms = campaign.plan.rows.reduce((sum, { unit }, at) => sum + (below.has(unit) ? rows[at]! : 0), 0);
  const { from, to } = campaignRun(campaign, period.to < today ? period.to : today);
  return forms === 0 ? null : { forms, from, to };
}
