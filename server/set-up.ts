import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSecret, hashSecret } from './secrets.ts';
import { USUAL_OPENING } from '../shared/usual-opening.ts';
import { type RandomBytes, toHex, typedCode, WALK_UP_CODE_LENGTH } from '../shared/ids.ts';
import { DAY_MS, localDay } from '../shared/period.ts';
import type { Text } from '../shared/questionnaire.ts';
import type { Settings, Tree } from '../shared/wire/device.ts';
import { newEnrolmentCode } from './enrolment-code.ts';
import type { Role } from '../shared/wire/overview.ts';
import { addLink, dropLinks } from './store/accounts.ts';
import { addCampaign, allCampaigns, campaignFor } from './store/campaigns.ts';
import { setPin } from './store/device-moves.ts';
import { addDevice, unenrolledDevice } from './store/devices.ts';
import {
  addServicePoint,
  addUnit,
  addWalkUpCode,
  allUnits,
  hasEndedBy,
  servicePoints,
} from './store/organisation.ts';
import { publish } from './store/questionnaires.ts';
import { settingOnce } from './store/settings.ts';
import { type Reader, type Store, StoreFault, type Tx } from './store/store.ts';

/** What an installation needs before the first tap: the questionnaire, an epoch, an office, one-time links. */

const QUESTIONNAIRES = join(import.meta.dirname, 'questionnaires');

/** The questionnaire that new campaigns use. */
export const CURRENT = { id: 'sp39', version: 1 } as const;

/** Publishes what the program ships and names the installation's epoch; changes nothing the second time. */
export async function prepareStore(store: Store, random: RandomBytes): Promise<void> {
  const document = readFileSync(join(QUESTIONNAIRES, `${CURRENT.id}-${CURRENT.version}.json`), 'utf8');
  await store.write(async (tx) => {
    await publish(tx, document);
    await settingOnce(tx, 'epoch', toHex(random(16)));
  });
}

/** A real office with one service point, a campaign from today and a walk-up code. */
export async function addOffice(
  tx: Tx,
  office: { readonly unit: Text; readonly point: Text; readonly kind: string; readonly day: string },
  random: RandomBytes,
): Promise<{
  readonly unit: string;
  readonly point: string;
  readonly campaign: string;
  readonly code: string;
}> {
  const id = (prefix: string) => `${prefix}${typedCode(8, random).toLowerCase()}`;
  const ids = {
    unit: id('u'),
    point: id('p'),
    campaign: id('c'),
    code: typedCode(WALK_UP_CODE_LENGTH, random),
  };
  const dates = { validFrom: office.day, validTo: null };
  await addUnit(tx, {
    id: ids.unit,
    parent: null,
    tree: 'real',
    kind: office.kind,
    name: office.unit,
    ...dates,
  });
  await addServicePoint(tx, {
    id: ids.point,
    unit: ids.unit,
    name: office.point,
    opening: USUAL_OPENING,
    fields: [],
    ...dates,
  });
  await addCampaign(tx, {
    id: ids.campaign,
    unit: ids.unit,
    name: { vi: 'Khảo sát thường xuyên', en: 'Continuous survey' },
    questionnaire: CURRENT.id,
    version: CURRENT.version,
    starts: office.day,
    ends: null,
    statistic: 'top2',
    aggregation: 'pooled',
  });
  await addWalkUpCode(tx, { code: ids.code, servicePoint: ids.point, field: null, campaign: ids.campaign });
  return ids;
}

/** How long links live that a person opens at once, that are sent to somebody, and those of a first start. */
export const LINK_MS = { soon: 3_600_000, invitation: DAY_MS, firstStart: DAY_MS } as const;

/**
 * A one-time secret for an account of a unit, or for a new password. Earlier ones stop working, but for invitations with
 * a role of their own.
 */
export async function newAccountLink(
  tx: Tx,
  link: {
    readonly kind: 'account' | 'password';
    readonly subject: string;
    readonly at: number;
    readonly livesMs: number;
    /** Of an invitation; left out = administrator. */
    readonly role?: Role;
    /** The account that makes it; left out = the operator. */
    readonly by?: string;
  },
  random: RandomBytes,
): Promise<string> {
  const secret = newSecret(random);
  await dropLinks(tx, link.kind, link.at, link.role ? undefined : link.subject);
  await addLink(tx, {
    secretSha256: hashSecret(secret),
    kind: link.kind,
    subject: link.subject,
    expires: link.at + link.livesMs,
    ...(link.role && { role: link.role }),
    ...(link.by && { by: link.by }),
  });
  return secret;
}

/** A new device that stands at a service point from the local day of `at` on; returns its id. */
export async function newDevice(
  tx: Tx,
  device: {
    readonly name: string;
    readonly servicePoint: string;
    readonly at: number;
    readonly replaces?: string;
    /** Of a telephone: whose it is. */
    readonly account?: string | null;
  },
  random: RandomBytes,
): Promise<string> {
  const { servicePoint, at } = device;
  const id = `d${typedCode(8, random).toLowerCase()}`;
  const starts = localDay(at);
  const campaign = await campaignAt(tx, servicePoint, starts);
  if (campaign === undefined) throw new StoreFault(({ store }) => store.noOpenPoint(servicePoint));
  await addDevice(tx, { ...device, id, campaign, assignment: { servicePoint, starts, ends: null } });
  return id;
}

/**
 * A device with a code that enrols it and the PIN of its staff page, for whoever sets it up from the server itself. A
 * device of that name that nobody has enrolled yet is taken again, and its earlier code stops working.
 */
export async function newDeviceCode(
  tx: Tx,
  device: {
    readonly name: string;
    readonly servicePoint: string;
    readonly tree: Tree;
    readonly at: number;
    readonly pin: NonNullable<Settings['pin']>;
  },
  random: RandomBytes,
): Promise<{ readonly device: string; readonly code: string }> {
  const { name, servicePoint, at, tree } = device;
  const id =
    (await unenrolledDevice(tx, name, servicePoint)) ??
    (await newDevice(tx, { name, servicePoint, at }, random));
  await setPin(tx, id, device.pin);
  const { code } = await newEnrolmentCode(tx, { device: id, tree, at }, random);
  return { device: id, code };
}

/** Whether a new device can stand at a service point: it has not closed, and there is a campaign to ask for. */
export async function takesDevices(read: Reader, servicePoint: string, day: string): Promise<boolean> {
  return (await campaignAt(read, servicePoint, day)) !== undefined;
}

/** The campaign of an open service point that a new device names. */
async function campaignAt(read: Reader, servicePoint: string, day: string): Promise<string | undefined> {
  const point = (await servicePoints(read)).find(({ id }) => id === servicePoint);
  if (!point || hasEndedBy(point, day)) return undefined;
  return campaignFor(await allCampaigns(read), await allUnits(read), point.unit, day)?.id;
}
