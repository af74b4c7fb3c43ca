import { localDay } from '../../shared/period.ts';
import type { DeviceDetail, DeviceRow, Holder } from '../../shared/wire/manage.ts';
import { CODE_TRIES } from '../enrolment-code.ts';
import { calendars } from '../place-calendar.ts';
import type { Scope } from '../scope.ts';
import { accountsByIds } from '../store/accounts.ts';
import { type ListedDevice, listDevices } from '../store/listed-devices.ts';
import { pastStates } from '../store/device-life.ts';
import { allCampaigns, campaignFor } from '../store/campaigns.ts';
import { assignmentOn, deviceById } from '../store/devices.ts';
import { devicesWithOpenCode } from '../store/enrolment-codes.ts';
import { allUnits, openingOf, servicePoints, type ServicePoint, type Unit } from '../store/organisation.ts';
import { openPoints } from '../store/quarantine.ts';
import { setting } from '../store/settings.ts';
import type { Reader } from '../store/store.ts';
import { settingsOf, whyNotAsking } from './settings-of.ts';
import { alarmsOf, type DeviceFacts, lampOf, ledgerOf } from './ledger.ts';

/** Devices of a scope as the managers' pages show them: red before amber before green. */
export async function deviceRows(
  read: Reader,
  scope: Scope,
  nowMs: number,
  only?: string,
): Promise<DeviceRow[]> {
  const today = localDay(nowMs);
  const open = await devicesWithOpenCode(read, nowMs, CODE_TRIES);
  const held = await openPoints(read);
  const calendarOf = await calendars(read);
  const [campaigns, units] = [await allCampaigns(read), await allUnits(read)];
  const minApp = (await setting(read, 'minApp')) ?? '0.0.0';
  const devices = await listDevices(read, only);
  const holders = await accountsByIds(
    read,
    devices.flatMap(({ account }) => account ?? []),
  );
  const rows = devices.flatMap((device) => {
    const assignment = assignmentOn(device, today);
    const point = assignment && scope.points.get(assignment.servicePoint);
    const unit = point && scope.units.find(({ id }) => id === point.unit);
    if (!unit) return [];
    const opening = openingOf(point, [...scope.points.values()]);
    const facts = factsOf(device, { opening, unit, calendar: calendarOf(unit.id) }, held);
    const campaign = campaignFor(campaigns, units, unit.id, today);
    return rowOf(device, { point, unit, since: assignment.starts }, facts, {
      alarms: alarmsOf(facts, { nowMs, minApp }),
      holder: holderOf(device, holders),
      codeOpen: open.has(device.id),
      notAsking: whyNotAsking(device, { assignment, point, campaign }, today),
    });
  });
  const order = ['red', 'amber', 'green'];
  return rows.sort((a, b) => order.indexOf(a.lamp) - order.indexOf(b.lamp));
}

function holderOf({ account }: ListedDevice, holders: readonly Holder[]): Holder | null {
  const holder = holders.find(({ id }) => id === account);
  return holder ? { id: holder.id, name: holder.name } : null;
}

function factsOf(
  device: ListedDevice,
  { unit, ...hours }: { unit: Unit } & Pick<DeviceFacts, 'opening' | 'calendar'>,
  held: ReadonlySet<string | null>,
): DeviceFacts {
  return {
    ...device,
    ...hours,
    tree: unit.tree,
    // bytes that name no place may be of any device that has something held
    isHeldOpen: held.has(null) || device.assignments.some(({ servicePoint }) => held.has(servicePoint)),
  };
}

function rowOf(
  device: ListedDevice,
  { point, unit, since }: { point: ServicePoint; unit: Unit; since: string },
  facts: DeviceFacts,
  more: Pick<DeviceRow, 'alarms' | 'codeOpen' | 'notAsking' | 'holder'>,
): DeviceRow {
  return {
    id: device.id,
    name: device.name,
    state: device.state,
    unit: { id: unit.id, name: unit.name, tree: unit.tree },
    point: { id: point.id, name: point.name },
    since,
    ledger: ledgerOf(facts),
    lamp: lampOf(more.alarms),
    lastContact: device.state === 'new' ? null : localDay(device.lastContact),
    app: device.heartbeat?.app ?? null,
    safeSeal: device.safeSeal,
    sealNo: device.seal.n,
    replaces: device.replaces,
    ...more,
  };
}

/** One device with its history; undefined outside of the scope. */
export async function deviceDetail(
  read: Reader,
  scope: Scope,
  nowMs: number,
  id: string,
): Promise<DeviceDetail | undefined> {
  const [row] = await deviceRows(read, scope, nowMs, id);
  const [device] = await listDevices(read, id);
  if (!row || !device) return undefined;
  const names = new Map((await servicePoints(read)).map((point) => [point.id, point.name]));
  // a place that closed before the device came to it
  const stays = device.assignments.filter(({ starts, ends }) => ends === null || starts <= ends);
  return {
    ...row,
    assignments: stays.map(({ servicePoint, starts, ends }) => ({
      point: servicePoint,
      name: names.get(servicePoint) ?? { vi: servicePoint, en: servicePoint },
      starts,
      ends,
    })),
    states: await pastStates(read, id),
    faults: device.heartbeat?.faults ?? [],
    given: await givenTo(read, id, nowMs),
  };
}

/** What the device hears at its next round, so that a change can be seen to have arrived or not. */
async function givenTo(read: Reader, id: string, nowMs: number): Promise<DeviceDetail['given']> {
  const device = await deviceById(read, id);
  const settings = device && (await settingsOf(read, device, { nowMs, rescueKey: '' }));
  const campaign = (await allCampaigns(read)).find((one) => one.id === settings?.campaign);
  if (!settings || !campaign) return null;
  const { questionnaire, form, opening } = settings;
  return { campaign: campaign.name, questionnaire, form, opening };
}
