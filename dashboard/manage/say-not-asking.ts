import type { DeviceRow } from '../../shared/wire/manage.ts';
import type { DeviceWords } from '../text/devices-vi.ts';

/** Why a device asks nobody, in words; nothing where its state says it already. */
export function sayNotAsking({ notAsking }: Pick<DeviceRow, 'notAsking'>, words: DeviceWords): string | null {
  return notAsking === null || notAsking === 'state' ? null : words.notAsking[notAsking];
}
