import { type RandomBytes, typedCode, WALK_UP_CODE_LENGTH } from '../../shared/ids.ts';
import { addDays, halfMonthOf, reportYearOf } from '../../shared/period.ts';
import type { SamplePlan } from '../../shared/sample-plan.ts';
import { SHIPPED_LISTS } from '../../shared/wire/shipped-lists.ts';
import { planList, shippedList, writeList } from '../import-list.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import { USUAL_OPENING } from '../../shared/usual-opening.ts';
import { CURRENT } from '../set-up.ts';
import { activateDevice, addDevice } from '../store/devices.ts';
import { addServicePoint, addUnit, addWalkUpCode, type WalkUpCode } from '../store/organisation.ts';
import { addCampaign } from '../store/campaigns.ts';
import { addTarget } from '../store/targets.ts';
import type { Tx } from '../store/store.ts';
import { kioskId, workOf } from './counter-visits.ts';
import { CAMPAIGN, targetOf, TOP, TWO_LEVELS_SINCE, UNITS } from './lam-khe.ts';
import { CENTRES, POINTS, SHOWN } from './lam-khe-points.ts';
import type { Plan } from './plan.ts';
import { staffPhoneId } from './survey-visits.ts';
import { type Calendar, timeOf } from './working-days.ts';

const WORKING_DAYS_A_YEAR = 250;
/** Each centre by itself to two points a year, on the safe side of what is expected: some are on course for it, some are not. */
const YEAR_PLAN: SamplePlan = {
  formula: 'margin',
  errorPoints: 2,
  expectedPercent: 78,
  rows: CENTRES.map(({ unit, dossiers }) => ({
    unit,
    field: null,
    population: dossiers * WORKING_DAYS_A_YEAR,
  })),
};

/** Writes the province into the store; the walk-up codes come back by service point. */
export async function addOrganisation(
  tx: Tx,
  calendar: Calendar,
  plan: Plan,
  random: RandomBytes,
): Promise<Map<string, WalkUpCode>> {
  // a paper round may lie in the half-month before the twelve months
  const before = addDays(calendar.first, -31);
  const validFrom = before < TWO_LEVELS_SINCE ? before : TWO_LEVELS_SINCE;
  for (const unit of UNITS) await addUnit(tx, { ...unit, tree: 'demo', validFrom, validTo: null });
  for (const list of SHIPPED_LISTS)
    await writeList(tx, await planList(tx, shippedList(list), { tree: 'demo', today: calendar.today }));
  for (const point of POINTS) {
    const { id, unit, centre, name } = point;
    const fields = workOf(plan, point, calendar.today).shares.flatMap(([field]) => field ?? []);
    const validTo = id === plan.closing.point ? plan.closing.lastDay : null;
    const parent = centre === undefined ? {} : { parent: centre };
    await addServicePoint(tx, {
      id,
      unit,
      ...parent,
      name,
      opening: USUAL_OPENING,
      fields,
      validFrom,
      validTo,
    });
  }
  await addCampaign(tx, {
    id: CAMPAIGN,
    unit: TOP,
    name: {
      vi: 'Khảo sát thường xuyên của tỉnh Lâm Khê (dữ liệu minh họa)',
      en: 'Continuous survey of Lâm Khê (illustrative data)',
    },
    questionnaire: CURRENT.id,
    version: CURRENT.version,
    starts: validFrom,
    ends: null,
    statistic: 'top2',
    aggregation: 'pooled',
    plan: YEAR_PLAN,
  });
  const years = [2025, reportYearOf(halfMonthOf(calendar.first)), reportYearOf(halfMonthOf(calendar.today))];
  for (let year = Math.min(...years); year <= Math.max(...years); year++)
    await addTarget(tx, TOP, targetOf(year));
  await addDevices(tx, before, random);
  return addCodes(tx, random);
}

/** Kiosks, and one staff phone per centre. Nobody holds their tokens: no tablet can speak for them. */
async function addDevices(tx: Tx, starts: string, random: RandomBytes): Promise<void> {
  for (const centre of CENTRES) {
    const kiosks = Array.from({ length: centre.kiosks }, (_, i) => ({
      id: kioskId(centre, i + 1),
      name: `Ki-ốt ${i + 1} ${centre.name.vi}`,
    }));
    for (const { id, name } of [
      ...kiosks,
      { id: staffPhoneId(centre), name: `Điện thoại khảo sát ${centre.name.vi}` },
    ]) {
      const assignment = { servicePoint: centre.point, starts, ends: null };
      const at = timeOf(starts, 8);
      await addDevice(tx, { id, name, campaign: CAMPAIGN, at, assignment });
      await activateDevice(tx, id, hashSecret(newSecret(random)), at);
    }
  }
}

async function addCodes(tx: Tx, random: RandomBytes): Promise<Map<string, WalkUpCode>> {
  const codes = new Map<string, WalkUpCode>();
  for (const { id } of POINTS) {
    const code = {
      code: typedCode(WALK_UP_CODE_LENGTH, random),
      servicePoint: id,
      field: null,
      campaign: CAMPAIGN,
    };
    await addWalkUpCode(tx, code);
    codes.set(id, code);
  }
  return codes;
}

/** What the demo shows first: where its kiosk link stands, and the code of a walk-up page. */
export function shownIn(codes: ReadonlyMap<string, WalkUpCode>): {
  code: string;
  kioskPoint: string;
  unit: string;
} {
  return { code: codes.get(SHOWN.code)!.code, kioskPoint: SHOWN.kiosk, unit: TOP };
}
