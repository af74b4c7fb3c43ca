import type { Language } from '../../shared/questionnaire.ts';
import type { DeviceRow } from '../../shared/wire/manage.ts';
import type { DeviceWords } from '../text/devices-vi.ts';
import { writeCount } from '../text/write-number.ts';

/**
 * "đã nhận 214 · đã lưu 209 · đang chờ gửi 5 · còn thiếu 0". Taken, stored and missing always stand there; what waits
 * and what is held only when there is some, so that the ordinary line is short and its end is the promise.
 */
export function ledgerParts(
  ledger: DeviceRow['ledger'],
  words: DeviceWords['ledger'],
  language: Language,
): readonly string[] {
  const count = (value: number) => writeCount(value, language);
  return [
    words.taken(count(ledger.taken)),
    words.stored(count(ledger.stored)),
    ...(ledger.held > 0 ? [words.held(count(ledger.held))] : []),
    ...(ledger.waiting > 0 ? [words.waiting(count(ledger.waiting))] : []),
    words.missing(count(ledger.missing)),
  ];
}
