import { localDay, writeDay } from '../../shared/period.ts';
import { put } from '../../shared/text/words.ts';
import type { Reason } from './judge-health.ts';
import type { StaffWords } from './staff-words.ts';

/** Facts of a device as an official reads them. */

export const countOf = (words: StaffWords, n: number): string => n.toLocaleString(words.locale);

/** `2026-11-20AM` → "sáng 20/11/2026". */
export function halfDayOf(words: StaffWords, halfDay: string): string {
  return put(halfDay.endsWith('AM') ? words.morning : words.afternoon, { day: writeDay(halfDay) });
}

const CLOCK: Intl.DateTimeFormatOptions = {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Ho_Chi_Minh',
};

export const timeOf = (ms: number): string => new Intl.DateTimeFormat('en-GB', CLOCK).format(ms);

export const momentOf = (words: StaffWords, ms: number): string =>
  put(words.at, { time: timeOf(ms), day: writeDay(localDay(ms)) });

/** Megabytes below one gigabyte, else gigabytes with one decimal; decimal units, as device settings show them. */
export function sizeOf(words: StaffWords, bytes: number): string {
  if (bytes < 1e9) return `${countOf(words, Math.floor(bytes / 1e6))} MB`;
  const gigabytes = Math.floor(bytes / 1e8) / 10;
  return `${gigabytes.toLocaleString(words.locale, { minimumFractionDigits: 1 })} GB`;
}

/** `offsetMs`: server minus device, so a positive one means that the device is slow. */
export function clockOf(words: StaffWords, offsetMs: number | null): string {
  if (offsetMs === null) return words.unknown;
  const minutes = Math.floor(Math.abs(offsetMs) / 60_000);
  if (minutes === 0) return words.clockRight;
  return put(offsetMs > 0 ? words.clockSlow : words.clockFast, { n: countOf(words, minutes) });
}

/** `4:05` */
export function waitOf(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What is wrong and what to do. */
export function reasonOf(words: StaffWords, { kind, n = 0 }: Reason): readonly [what: string, todo: string] {
  const [what, todo] = words.reasons[kind];
  const places = { n: countOf(words, n) };
  return [put(what, places), put(todo, places)];
}

/** A word of the fault log, `outbox-lacks-3`, in plain words; one that is not known is shown as it is. */
export function faultNameOf(words: StaffWords, fault: string): string {
  const [, name = fault, number] = /^(.*?)(?:-(\d+))?$/.exec(fault) ?? [];
  const names: Readonly<Record<string, string>> = words.faultNames;
  const text = Object.hasOwn(names, name) ? names[name] : undefined;
  return text === undefined ? fault : put(text, number === undefined ? {} : { n: number });
}
