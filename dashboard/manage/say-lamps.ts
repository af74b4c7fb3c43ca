import type { Language } from '../../shared/questionnaire.ts';
import type { DeviceWords } from '../text/devices-vi.ts';
import { writeCount } from '../text/write-number.ts';
import type { LampCounts } from './device-list.ts';

const ORDER = ['green', 'amber', 'red', 'new'] as const;

/** "12 thiết bị: 10 bình thường, 1 cần lưu ý, 1 cần xử lý ngay"; lamps that no device shows are left out. */
export function sayLamps(counts: LampCounts, words: DeviceWords, language: Language): string {
  const all = ORDER.reduce((sum, lamp) => sum + counts[lamp], 0);
  if (all === 0) return words.countsNone;
  const parts = ORDER.filter((lamp) => counts[lamp] > 0).map((lamp) =>
    words.countOf[lamp](writeCount(counts[lamp], language)),
  );
  return words.counts(writeCount(all, language), parts.join(', '));
}
