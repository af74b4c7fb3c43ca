import { localDay, localMinutes, writeDay } from '../../shared/period.ts';
import { put } from '../../shared/text/words.ts';
import type { CallsWords } from './interview-words.ts';

const two = (value: number) => String(value).padStart(2, '0');

/** `09:30` of an instant. */
export function writeTime(ms: number): string {
  const minutes = localMinutes(ms);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `30/11`: nothing here is more than a week away. */
export const writeShortDay = (day: string): string => writeDay(day).slice(0, 5);

/** A time and its day, seen from now. */
export function sayTime({ times }: CallsWords, ms: number, nowMs: number): string {
  const day = localDay(ms);
  const template = day === localDay(nowMs) ? times.today : times.other;
  return put(template, { time: writeTime(ms), day: writeShortDay(day) });
}
