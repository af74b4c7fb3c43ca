import { writeDay } from '../../shared/period.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { CertifiedMark } from '../../shared/wire/certified-report.ts';

/** Digits of a hash that stand on paper, as of a nightly root. */
const DIGITS = 16;

/** What stands on everything that a certified version leaves as. */
export function certifiedLine({ version, day, hash, held }: CertifiedMark, language: Language): string {
  const digits = hash.slice(0, DIGITS);
  if (language === 'vi') {
    const kept =
      held === 0 ? '' : ` Tạm thời không nêu ${held} số liệu để không lộ ý kiến của dưới 10 người.`;
    return `Bản xác nhận lần ${version}, ngày ${writeDay(day)}, mã ${digits}.${kept}`;
  }
  const kept =
    held === 0 ? '' : ` Figures not told for now, so that nothing is said of fewer than ten people: ${held}.`;
  return `Certified version ${version} of ${writeDay(day)}, hash ${digits}.${kept}`;
}
