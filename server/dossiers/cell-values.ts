import { isDay } from '../../shared/period.ts';
import { dayOfSerial, type SheetCell } from '../sheets/sheet-rows.ts';

/** What a cell means, as it is written here: the day before the month, points between thousands. Undefined: nothing. */

/** A day; of an instant the day alone is kept. */
export function dayIn({ text, day, number }: SheetCell): string | undefined {
  if (day) return isDay(day) ? day : undefined;
  if (number !== undefined) return dayOfSerial(number);
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(
      /\d{1,2}(?::|h|g| giờ )\d{2}(?:(?::|'| phút ?)\d{0,2})?(?:\.\d+)?(?:\s*(?:sa|ch|am|pm))?(?!\d)/g,
      ' ',
    )
    .replace(/ngày|lúc|,/g, ' ')
    .trim();
  const iso = /^(20\d\d)-(\d{1,2})-(\d{1,2})(?:t.*|z)?$/.exec(plain);
  const [, d, m, y] =
    /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})$/.exec(plain) ??
    /^(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/.exec(plain) ??
    (iso ? [0, iso[3], iso[2], iso[1]] : []);
  if (!d || !m || !y) return undefined;
  const read = `${y.length === 2 ? `20${y}` : y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isDay(read) ? read : undefined;
}

/** `2026-11`: "Tháng 11/2026", "11-2026", a day of it. */
export function monthIn(cell: SheetCell): string | undefined {
  const day = dayIn(cell);
  if (day) return day.slice(0, 7);
  const plain = cell.text.normalize('NFC').toLowerCase().trim();
  const [, m, y] =
    /^(?:tháng\s*|t)?(\d{1,2})\s*(?:[/.-]|\s+năm\s+)\s*(20\d\d)$/.exec(plain) ??
    (([, year, month]) => [0, month, year])(/^(20\d\d)[/-](\d{1,2})$/.exec(plain) ?? []);
  return m && y && Number(m) >= 1 && Number(m) <= 12 ? `${y}-${m.padStart(2, '0')}` : undefined;
}

/** A whole number of dossiers; a dash stands for none. */
export function countIn({ text, number }: SheetCell): number | undefined {
  if (/^[-–—]$/.test(text)) return 0;
  const value =
    number ?? (/^(?:\d{1,7}|\d{1,3}(?:[.,\s]\d{3})+)$/.test(text) ? Number(text.replace(/\D/g, '')) : NaN);
  return Number.isInteger(value) && value >= 0 && value < 10_000_000 ? value : undefined;
}
