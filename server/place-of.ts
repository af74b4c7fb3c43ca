import type { Channel } from '../shared/submission.ts';
import { writePhone } from '../shared/vietnam-phone.ts';
import type { Place } from '../shared/wire/device.ts';
import { allCampaigns } from './store/campaigns.ts';
import { contactAt } from './store/contacts.ts';
import { fieldsOf, isValidOn } from './store/fields.ts';
import { allUnits, hasEndedBy, type ServicePoint, servicePoints } from './store/organisation.ts';
import type { Reader } from './store/store.ts';

/** Where a visit at a service point takes place and what it asks; undefined when it is not set up. */
export async function placeOf(
  read: Reader,
  where: {
    readonly servicePoint: string;
    readonly campaign: string;
    readonly channel: Channel;
    readonly field?: string | null;
    /** Local day: fields that are not valid then are not offered. */
    readonly day: string;
  },
): Promise<Place | undefined> {
  const [points, units, campaigns] = await Promise.all([
    servicePoints(read),
    allUnits(read),
    allCampaigns(read),
  ]);
  const point = points.find(({ id }) => id === where.servicePoint);
  const unit = units.find(({ id }) => id === point?.unit);
  const campaign = campaigns.find(({ id }) => id === where.campaign);
  if (!point || !unit || !campaign) return undefined;
  // official sentences name the whole centre and not one of its counters
  const centre = points.find(({ id }) => id === point.parent) ?? point;
  const known = (await fieldsOf(read, unit.tree)).filter((field) => isValidOn(field, where.day));
  // in the order of the service point: what most people come for stands first
  const named = (codes: readonly string[]) =>
    codes
      .flatMap((code) => known.find((field) => field.code === code) ?? [])
      .map(({ code, name }) => ({ code, name }));
  const fieldsAt = (at: ServicePoint) => named(at.fields.length > 0 ? at.fields : centre.fields);
  // a citizen's own phone speaks for the place of its code alone
  const isDevice = where.channel === 'kiosk' || where.channel === 'assisted';
  const below = isDevice ? countersBelow(points, point, where.day) : [];
  const counters = below.map((counter) => ({
    id: counter.id,
    name: counter.name,
    fields: fieldsAt(counter),
  }));
  const contact = contactAt(point, points, units);
  return {
    tree: unit.tree,
    point: { id: point.id, name: centre.name },
    unit: { id: unit.id, name: unit.name, kind: unit.kind },
    campaign: campaign.id,
    questionnaire: { id: campaign.questionnaire, version: campaign.version },
    form: campaign.forms[where.channel],
    authority: null,
    fields: where.field ? named([where.field]) : fieldsAt(point),
    ...(counters.length > 0 && { counters }),
    ...(contact !== undefined && { contact: writePhone(contact) }),
  };
}

/** The counters of a place that are open on a day, as their names count them. */
function countersBelow(points: readonly ServicePoint[], { id }: ServicePoint, day: string): ServicePoint[] {
  return points
    .filter((point) => point.parent === id && point.validFrom <= day && !hasEndedBy(point, day))
    .sort((a, b) => a.name.vi.localeCompare(b.name.vi, 'vi', { numeric: true }));
}
