import { writePhone } from '../../shared/vietnam-phone.ts';
import { putContact } from '../store/contacts.ts';
import type { Ground } from './act-ground.ts';

/** The telephone number that citizens see at a unit or a service point, from now on; returned is the unit to show. */
export async function changeContact(
  ground: Ground,
  of: 'units' | 'points',
  id: string,
  contact: string | null,
): Promise<string> {
  const place = of === 'units' ? ground.unitIn(id) : ground.pointIn(id);
  const unit = 'unit' in place ? place.unit : place.id;
  if ((place.contact ?? null) === contact) return unit;
  await putContact(ground.tx, of === 'units' ? 'units' : 'service_points', id, contact);
  const details = { name: place.name.vi, phone: contact === null ? '' : writePhone(contact) };
  await ground.write(unit, of === 'units' ? 'unit-contact' : 'point-contact', id, details);
  return unit;
}
