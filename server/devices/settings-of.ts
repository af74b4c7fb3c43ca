import { weekAhead } from '../../shared/calendar.ts';
import { CONSENT_KINDS, consentParagraphs } from '../../shared/consent-script.ts';
import { localDay } from '../../shared/period.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { Interviewer, Place, Settings } from '../../shared/wire/device.ts';
import type { NotAsking } from '../../shared/wire/manage.ts';
import { offeredLanguages } from '../offered-languages.ts';
import { calendars } from '../place-calendar.ts';
import { placeOf } from '../place-of.ts';
import { shownRepliesAt } from '../shown-replies-at.ts';
import { accountById } from '../store/accounts.ts';
import { type Assignment, assignmentOn, type Device } from '../store/devices.ts';
import { allCampaigns, type Campaign, campaignFor, stateOn } from '../store/campaigns.ts';
import { consentAt, storedConsents } from '../store/consent-scripts.ts';
import { allUnits, hasEndedBy, openingOf, type ServicePoint, servicePoints } from '../store/organisation.ts';
import { allCodes } from '../store/listed-codes.ts';
import type { Reader } from '../store/store.ts';

/** Least time between two sync rounds, so that a batch never carries one visit and its minute. */
const SYNC_GAP_MS = 5 * 60_000;

/**
 * What a device must know to collect on its own: the place of today's assignment, the campaign in force there, the
 * hours of the coming seven days, sync gap, PIN. It asks after each round, so whatever changes reaches it then.
 */
export async function settingsOf(
  read: Reader,
  device: Device,
  { nowMs, rescueKey }: { readonly nowMs: number; readonly rescueKey: string },
): Promise<Settings | undefined> {
  const today = localDay(nowMs);
  const assignment = assignmentOn(device, today);
  const points = await servicePoints(read);
  const point = points.find(({ id }) => id === assignment?.servicePoint);
  if (!point) return undefined;
  const campaign = campaignFor(await allCampaigns(read), await allUnits(read), point.unit, today);
  const where = {
    servicePoint: point.id,
    campaign: campaign?.id ?? device.campaign,
    channel: device.account === null ? 'kiosk' : 'assisted',
    day: today,
  } as const;
  const place = await placeOf(read, where);
  if (!place) return undefined;
  const calendar = (await calendars(read))(point.unit);
  const languages = await offeredLanguages(read, point, place);
  // on the telephone of an official nobody waits before the screen
  const replies = device.account === null ? await shownRepliesAt(read, point.unit) : [];
  const isAsking = whyNotAsking(device, { assignment, point, campaign }, today) === null;
  const interviewer =
    device.account === null ? undefined : await interviewerOf(read, device.account, place, isAsking);
  return {
    ...place,
    device: { id: device.id, name: device.name },
    opening: weekAhead(openingOf(point, points), today, calendar),
    syncGapMs: place.tree === 'real' ? SYNC_GAP_MS : 0,
    // on the telephone of an official a person asks: nobody is left alone with the tablet's screens
    collects: isAsking && device.account === null,
    rescueKey,
    ...(device.pin && { pin: device.pin }),
    ...(languages && { languages }),
    ...(interviewer && { interviewer }),
    ...(replies.length > 0 && { replies }),
  };
}

/** Who asks, and the codes of the place and its counters: a telephone must know them where there is no network. */
async function interviewerOf(
  read: Reader,
  account: string,
  place: Place,
  collects: boolean,
): Promise<Interviewer | undefined> {
  const holder = await accountById(read, account);
  if (!holder) return undefined;
  const counters = new Set(place.counters?.map(({ id }) => id));
  const codes = (await allCodes(read))
    .filter(({ servicePoint: at, isRevoked }) => !isRevoked && (at === place.point.id || counters.has(at)))
    .map(({ code, servicePoint: at, field }) => ({ code, counter: counters.has(at) ? at : null, field }));
  const [stored, units] = [await storedConsents(read), await allUnits(read)];
  const worded = CONSENT_KINDS.flatMap((kind) => {
    const said = consentAt(stored, units, place.unit.id, kind)?.said;
    if (!said) return [];
    const of = (language: Language) => consentParagraphs(kind, said.words, language);
    return [[kind, { version: said.version, vi: of('vi'), en: of('en') }] as const];
  });
  const consent = worded.length > 0 && { consent: Object.fromEntries(worded) };
  return { name: holder.name, collects, codes, ...consent };
}

/** Why a device asks nobody on a day; null where it may ask. */
export function whyNotAsking(
  { state }: Pick<Device, 'state'>,
  where: {
    readonly assignment: Assignment | undefined;
    readonly point: ServicePoint;
    readonly campaign: Campaign | undefined;
  },
  day: string,
): NotAsking | null {
  const { assignment, point, campaign } = where;
  if (state === 'retired') return 'state';
  if (hasEndedBy(point, day)) return 'closed';
  if (state !== 'active') return 'state';
  const isThere = assignment && assignment.starts <= day && (assignment.ends ?? day) >= day;
  if (!isThere || day < point.validFrom) return 'not-yet';
  return campaign && stateOn(campaign, day) === 'running' ? null : 'campaign';
}
